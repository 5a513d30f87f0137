import { kindOf } from '@meritum/kit/carriers'
import { notOpened, type OpenedUpload } from './opened-upload.ts'
import { isJpeg } from './picture-size.ts'
import { Sandbox, SandboxFailure } from './sandbox.ts'

const sandbox = new Sandbox({ memory: 64, time: 2000 })

/**
 * Takes credentials, or the text of a QR code, out of whatever somebody gave us: told by its content, never by
 * its name. Pictures, PDF and archives are parsed in the sandbox. Never throws for bad input.
 */
export async function openUpload(bytes: Uint8Array, within: Sandbox = sandbox): Promise<OpenedUpload> {
  const kind = isJpeg(bytes) ? 'jpeg' : kindOf(bytes)
  if (kind === 'json' || kind === 'jwt' || kind === 'unknown')
    return { kind, items: [{ bytes }], problems: [] }
  try {
    return await within.open(bytes)
  } catch (error) {
    if (error instanceof SandboxFailure) return notOpened(kind, error.code)
    throw error
  }
}
