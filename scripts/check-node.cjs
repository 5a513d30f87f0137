// CommonJS and ES5 on purpose: it has to say its one line on any Node, however old.
var wanted = [22, 18]
var has = process.versions.node.split('.').map(Number)
if (has[0] < wanted[0] || (has[0] === wanted[0] && has[1] < wanted[1])) {
  console.error(
    'Meritum needs Node ' +
      wanted.join('.') +
      ' or later and this is ' +
      process.versions.node +
      '. Run "npm ci" (on Linux and Windows it brings Node 24 with it) and start with "npm start", or install Node 24.',
  )
  process.exit(1)
}
