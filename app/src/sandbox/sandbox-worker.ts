import { parentPort } from 'node:worker_threads'
import { extractCredentials } from '@meritum/kit/carriers'
import { notOpened, type OpenedUpload } from './opened-upload.ts'
import { isJpeg } from './picture-size.ts'
import { prepareQrReader, readQr } from './read-qr.ts'

// The inside of the sandbox: takes bytes, answers with what they hold. Whatever goes wrong ends this thread only.
const port = parentPort!
const prepared = prepareQrReader()

port.on('message', async (bytes: Uint8Array) => {
  await prepared
  port.postMessage(await open(bytes))
})
await prepared
port.postMessage('ready')

async function open(bytes: Uint8Array): Promise<OpenedUpload> {
  if (isJpeg(bytes)) return openPicture('jpeg', bytes)
  const extraction = extractCredentials(bytes)
  const isPlain = extraction.kind === 'png' && extraction.problems[0]?.code === 'upload.no_credential'
  return isPlain ? openPicture('png', bytes) : extraction
}

async function openPicture(kind: 'jpeg' | 'png', bytes: Uint8Array): Promise<OpenedUpload> {
  const read = await readQr(bytes)
  return 'text' in read ? { kind, items: [], code: read.text, problems: [] } : notOpened(kind, read.problem)
}
