/** `npm run -s bench -- NAME [--json]`: runs bench/NAME.ts and prints its rows. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './measure.ts'

const own = new Set(['run.ts', 'measure.ts'])
const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.ts') && !own.has(file))
  .map(file => file.slice(0, -3))
const [name = '', ...flags] = process.argv.slice(2)

if (!names.includes(name) || !existsSync(join(import.meta.dirname, `${name}.ts`))) {
  console.error(`Usage: npm run -s bench -- NAME [--json]\nNAME is one of: ${names.join(', ')}`)
  process.exit(64)
}

const { rows }: { rows: () => Promise<Row[]> } = await import(`./${name}.ts`)
const measured = await rows()
if (flags.includes('--json')) console.log(JSON.stringify({ rows: measured }))
else {
  for (const row of measured) {
    console.log(
      `${row.name.padEnd(44)} ${row.median.toFixed(0).padStart(9)} ${row.unit}  ×${row.ratio.toFixed(3)}`,
    )
  }
}
