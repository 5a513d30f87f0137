import { readFile, stat } from 'node:fs/promises'
import { UsageError } from './command.ts'

/** A file named on the command line, or standard input for `-`. A file that can't be read is wrong usage. */
export async function readNamedFile(path: string, mostBytes: number): Promise<Uint8Array> {
  if (path === '-') return readStandardInput(mostBytes)
  try {
    const { size } = await stat(path)
    if (size > mostBytes) throw new UsageError(`${path} is larger than ${mostBytes} bytes`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path} can not be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

async function readStandardInput(mostBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += chunk.length
    if (size > mostBytes) throw new UsageError(`standard input is larger than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
