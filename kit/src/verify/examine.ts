import { type ParsedCredential, readers, readFormatInput } from '../formats/index.ts'
import { type Examination, failed, ofFailure, unknown } from './examination.ts'
import type { Visit } from './visit.ts'

/** A larger file is nobody's credential (the EU's own services take 5 MB). */
const maxBytes = 5 * 1024 * 1024

/** Recognises and reads the bytes: size first, then strict JSON, then format, then the seal's mathematics. */
export async function examine(bytes: Uint8Array, visit: Visit): Promise<Examination> {
  if (bytes.length > maxBytes) return { format: 'unknown', visit, defect: failed('input.too_large') }
  const input = readFormatInput(bytes)
  for (const reader of readers) {
    const format = reader.detect(input)
    if (format === undefined) continue
    if (input.kind === 'broken') return { format, visit, defect: ofFailure(input.defect) }
    return toExamination(await reader.parse(input, visit.question), visit)
  }
  const defect = input.kind === 'broken' ? ofFailure(input.defect) : unknown('format.unknown')
  return { format: 'unknown', visit, defect }
}

function toExamination({ defect, ...parsed }: ParsedCredential, visit: Visit): Examination {
  return { ...parsed, visit, ...(defect ? { defect: ofFailure(defect) } : {}) }
}
