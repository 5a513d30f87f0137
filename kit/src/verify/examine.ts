import { KitError } from '../errors.ts'
import { formats, type ParsedCredential } from '../formats/index.ts'
import { type CheckFinding, type Examination, failed, unknown } from './examination.ts'
import type { VerifyContext } from './verify-context.ts'

/** A larger file is nobody's credential (the EU's own services take 5 MB). */
const maxBytes = 5 * 1024 * 1024

/** Recognises and reads the bytes: size first, then format, then strict JSON, then the seal's mathematics. */
export function examine(bytes: Uint8Array, context: VerifyContext): Examination {
  if (bytes.length > maxBytes) return { format: 'unknown', context, defect: failed('input.too_large') }
  const format = formats.find(candidate => candidate.detect(bytes) !== undefined)
  const form = format?.detect(bytes)
  if (!format || !form) return { format: 'unknown', context, defect: unknown('format.unknown') }
  if (form === 'superseded') return { format: 'unknown', context, defect: unknown('format.superseded') }
  const name = form === 'sealed' ? 'edc' : 'edc-unsealed'
  try {
    const { seal, content } = format.parse(bytes)
    return {
      format: name,
      context,
      ...(seal ? { seal } : {}),
      ...readOutcome(content),
    }
  } catch (error) {
    if (error instanceof KitError) return { format: name, context, ...readFailure(error) }
    throw error
  }
}

function readOutcome(content: ParsedCredential['content']): Pick<Examination, 'content' | 'defect'> {
  if (!content) return {}
  if ('document' in content) return { content }
  // A sealed thing that isn't a credential is nothing false; it is only nothing that we can judge.
  return { defect: content.code === 'format.not_edc' ? unknown(content.code) : failed(content.code) }
}

/** A seal that can't be taken apart is a broken seal; anything else that can't be read is a broken file. */
function readFailure({ code }: KitError): { seal: Examination['seal'] & {} } | { defect: CheckFinding } {
  if (code.startsWith('sig.'))
    return { seal: { outcome: { ok: false, code }, intermediates: [], hasForeignTimestamp: false } }
  return { defect: failed(code) }
}
