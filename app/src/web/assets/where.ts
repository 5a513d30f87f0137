import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** A file beside the source of this module: style sheets aren't copied into the build. */
export function ownFile(name: string): string {
  return fileURLToPath(new URL(`../../../src/web/assets/${name}`, import.meta.url))
}

/** A file of an installed package. */
export function packageFile(path: string): string {
  return require.resolve(path)
}
