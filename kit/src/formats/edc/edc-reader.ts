import { undecided } from '../../proofs/index.ts'
import type { CredentialReader } from '../format.ts'
import type { FormatInput } from '../format-input.ts'
import { detectEdc, type EdcForm } from './detect-edc.ts'
import { parseEdc } from './parse-edc.ts'

/** European Digital Credentials: sealed, without a seal, in the upload form, and the XML form of before 2023. */
export const edcReader: CredentialReader = {
  detect(input) {
    switch (formOf(input)) {
      case 'sealed':
        return 'edc'
      case 'unsealed':
        return 'edc-unsealed'
      case 'superseded':
        return 'unknown'
      case undefined:
        return undefined
    }
  },
  async parse(input) {
    const form = formOf(input)
    if (form === 'sealed' || form === 'unsealed')
      return parseEdc(input.kind === 'json' ? input.json : input.bytes, form)
    return { format: 'unknown', defect: undecided('format.superseded') }
  },
}

const envelopeMembers = ['payload', 'signatures', 'protected']

function formOf(input: FormatInput): EdcForm | undefined {
  if (input.kind === 'token') return undefined
  const isEnvelope = input.kind === 'json' && envelopeMembers.some(name => Object.hasOwn(input.json, name))
  return isEnvelope ? 'sealed' : detectEdc(input.bytes)
}
