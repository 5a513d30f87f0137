import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../../services.ts'

/**
 * Leaves the signed list in the data folder, where the command line finds the status of our own credentials
 * without server and network. Never half a file: readers see the old one or the new one. The database holds
 * the truth, so a full disk is logged and stops nobody.
 */
export async function publishStatusFile(services: Services, listId: string, jwt: string): Promise<void> {
  const folder = join(services.config.dataFolder, 'status')
  const path = join(folder, `${listId}.jwt`)
  const unfinished = `${path}.${services.ids.token(6)}`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(unfinished, jwt)
    await rename(unfinished, path)
  } catch (err) {
    services.log.error({ err, listId }, 'the status list could not be written to the data folder')
  }
}
