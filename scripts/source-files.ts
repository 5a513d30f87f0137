import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** Every file below a folder of the project, as paths from its root with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      entry =>
        entry.isFile() && !/(^|\/)(node_modules|dist)(\/|$)/.test(entry.parentPath.split(sep).join('/')),
    )
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
