import { runCommand } from './run-command.ts'

// The reader of a pipe may leave before we have said everything; that is no reason to fall.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  terminal: {
    print: line => process.stdout.write(`${line}\n`),
    complain: line => process.stderr.write(`${line}\n`),
  },
})
// Output that still flows keeps the process; a forgotten timer or socket may not.
setTimeout(() => process.exit(), 500).unref()
