import { existsSync } from 'node:fs'
import { join } from 'node:path'

const shared = process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../../shared')

/** The published ELM files: shapes, contexts, samples. They aren't part of the project. */
export const elmFolder = join(shared, 'data/elm')

/** Whether they are there. Where they are, whatever can't be read fails. */
export const elmPresent = existsSync(elmFolder)
