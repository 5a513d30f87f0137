import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from './source-files.ts'

const documents = [
  ...readdirSync(root).filter(name => name.endsWith('.md')),
  ...filesBelow('docs').filter(path => path.endsWith('.md')),
]
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

/** GitHub's id of a heading, for links to a place in a page. */
const headingIds = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(match =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(documents)('%s', document => {
  const text = textOf(document)

  test('has no dead link', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(match => match[1]!)
    const dead = links.filter(link => {
      if (/^(https?:|mailto:)/.test(link)) return false
      const [path, place] = link.split('#')
      const target = path === '' ? join(root, document) : join(root, dirname(document), path!)
      if (!existsSync(target)) return true
      return place !== undefined && !headingIds(readFileSync(target, 'utf8')).includes(place)
    })
    expect(dead).toEqual([])
  })

  test('names no path that does not exist', () => {
    // A path of the project in code marks: `kit/src/verify`, `docs/codes.md`. Patterns with <name> or * are examples.
    const paths = [
      ...text.matchAll(/`((?:kit|app|docs|scripts|conformance|e2e|bench|\.ci)\/[\w./-]+)`/g),
    ].map(match => match[1]!)
    expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  test('never sends anybody to the registry for the bare name', () => {
    expect(text).not.toMatch(/npx meritum/)
  })
})

test('every folder of the packages is in ARCHITECTURE.md', () => {
  const architecture = textOf('ARCHITECTURE.md')
  const folders = new Set(
    [...filesBelow('kit/src'), ...filesBelow('app/src')]
      .map(path => path.split('/').slice(2, -1))
      .filter(parts => parts.length > 0)
      .map(parts => (parts[0] === 'rooms' && parts.length > 1 ? parts[1]! : parts[0]!)),
  )
  expect([...folders].filter(folder => !new RegExp(`^\\s+${folder}/`, 'm').test(architecture))).toEqual([])
})

test('ARCHITECTURE.md names no folder that does not exist', () => {
  const tree = /```\n([\s\S]*?)```/.exec(textOf('ARCHITECTURE.md'))![1]!
  const missing: string[] = []
  let parents: string[] = []
  for (const line of tree.split('\n')) {
    const match = /^(\s*)([\w./-]+\/)(\s|$)/.exec(line)
    if (!match) continue
    const depth = match[1]!.length / 2
    parents = [...parents.slice(0, depth), match[2]!]
    if (!existsSync(join(root, ...parents))) missing.push(parents.join(''))
  }
  expect(missing).toEqual([])
})
