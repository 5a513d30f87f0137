#!/usr/bin/env node
// Committed, so that npm can link the command before the first build.
import { existsSync } from 'node:fs'

await import('../../scripts/check-node.cjs')
const main = new URL('../dist/cli/main.js', import.meta.url)
if (existsSync(main)) {
  await import(main.href)
} else {
  console.error('Meritum is not built yet. Run "npm run build" in the project folder.')
  process.exit(1)
}
