/** Fails on every import that the table in architecture.ts does not allow, and on the house's other rules. */
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { arrows, rooms } from './architecture.ts'
import { filesBelow, root } from './source-files.ts'

const problems: string[] = []
const isSource = (path: string) => /\.tsx?$/.test(path) && !/\.(test|test-support)\.tsx?$/.test(path)
const sources = [...filesBelow('kit/src'), ...filesBelow('app/src')].filter(isSource)
const importPattern =
  /\b(?:import|export)\b[^'"=()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(importPattern)].map(match => (match[1] ?? match[2] ?? match[3])!)
}

/** The path in the project that an import names, or undefined for a package. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier))
  if (specifier.startsWith('@meritum/kit/'))
    return `kit/src/${specifier.slice('@meritum/kit/'.length)}/index.ts`
  return undefined
}

const within = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`)

function rowOf(path: string): string | undefined {
  return Object.keys(arrows)
    .filter(folder => within(path, folder))
    .sort((a, b) => b.length - a.length)[0]
}

function roomOf(path: string): string | undefined {
  return /^app\/src\/rooms\/([^/]+)\//.exec(path)?.[1]
}

function checkArrow(from: string, to: string): void {
  const row = rowOf(from)
  if (!row) {
    problems.push(`${from}: stands in no folder of scripts/architecture.ts`)
    return
  }
  if (within(to, row) && roomOf(from) === roomOf(to)) return
  if (row.startsWith('kit/') && within(to, 'kit/src/errors')) return
  const fromRoom = roomOf(from)
  const toRoom = roomOf(to)
  if (fromRoom && toRoom && fromRoom !== toRoom) {
    if (!rooms[fromRoom]?.includes(toRoom))
      problems.push(`${from}: the room ${fromRoom} may not use ${toRoom}`)
    else if (to !== `app/src/rooms/${toRoom}/index.ts`)
      problems.push(`${from}: use ${toRoom} through its index.ts, not ${to}`)
    return
  }
  if (fromRoom && within(to, 'app/src/rooms')) return
  if (!fromRoom && row === 'app/src/rooms' && toRoom) {
    problems.push(`${from}: what all rooms share may not use the room ${toRoom}`)
    return
  }
  if (!arrows[row]!.some(allowed => within(to, allowed)))
    problems.push(`${from}: ${row} may not import ${to}`)
}

function checkPackages(path: string, specifiers: string[], allowed: ReadonlySet<string>): void {
  for (const specifier of specifiers) {
    if (specifier.startsWith('.') || specifier.startsWith('node:')) continue
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/')
    if (!allowed.has(name)) problems.push(`${path}: ${name} is not in its package.json`)
  }
}

/** Rules that one look at the text decides: each with the files that are its one place. */
const onlyIn: readonly { pattern: RegExp; what: string; in: RegExp; where: string }[] = [
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)/,
    what: 'reads the clock',
    in: /^app\/src\/(clock|ids)\.ts$|^app\/src\/(cli|db\/embedded)/,
    where: 'app/src/clock.ts',
  },
  {
    pattern: /\bMath\.random\(|\brandomBytes\(|\brandomUUID\(|\brandomInt\(/,
    what: 'reads randomness',
    in: /^app\/src\/ids\.ts$|^app\/src\/db\/(vault\.ts|embedded)|^app\/src\/(cli|compose)/,
    where: 'app/src/ids.ts',
  },
  {
    pattern: /\bfetch\(|from 'node:https?'/,
    what: 'reaches the network',
    in: /^app\/src\/(fetching|cli|http|compose|start)/,
    where: 'app/src/fetching',
  },
  {
    pattern: /from 'node:(fs|net|dns|child_process)/,
    what: 'touches the machine',
    in: /^app\/src\/(?!rooms\/[^/]+\/(commands|pages|api))/,
    where: 'app, outside commands and pages',
  },
]

const dependenciesOf = (workspace: string): Set<string> => {
  const manifest = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'))
  return new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.optionalDependencies ?? {}),
  ])
}
const packages: Record<string, Set<string>> = { kit: dependenciesOf('kit'), app: dependenciesOf('app') }

for (const path of sources) {
  const specifiers = importsOf(path)
  checkPackages(path, specifiers, packages[path.split('/')[0]!]!)
  for (const specifier of specifiers) {
    const target = resolveImport(path, specifier)
    if (target) checkArrow(path, target)
  }
  const text = readFileSync(join(root, path), 'utf8')
  for (const rule of onlyIn) {
    if (rule.pattern.test(text) && !rule.in.test(path))
      problems.push(`${path}: ${rule.what}; that belongs in ${rule.where}`)
  }
  if (
    /\/pages\/|\/api\.tsx?$|^app\/src\/protocols\//.test(path) &&
    roomOf(path) &&
    specifiers.some(s => /\/db\/(tenant|connect)/.test(s))
  )
    problems.push(`${path}: pages and API handlers call commands and queries, never the database`)
}

for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0
    ? `The arrows hold in ${sources.length} files.`
    : `${problems.length} arrows are wrong.`,
)
process.exit(problems.length === 0 ? 0 : 1)
