import { buildEdc, type EdcDocument, type EdcInput } from '../../elm/index.ts'
import { KitError } from '../../errors.ts'
import { sealJades } from '../../proofs/index.ts'
import type { CredentialFormat } from '../format.ts'
import { parseEdc } from './parse-edc.ts'

/** The EU's own services take files of at most 5 MB (EDC issuer, `maxUploadSizeMB`). */
const maxSealedBytes = 5_000_000

/** European Digital Credential for Learning: ELM 3 as JSON-LD, sealed as JAdES. */
export const edcFormat: CredentialFormat<EdcInput, EdcDocument> = {
  id: 'edc',
  mediaType: 'application/ld+json',
  extension: '.jsonld',
  build: buildEdc,
  parse: bytes => parseEdc(bytes, 'sealed'),
  async seal(document, signer, options) {
    const bytes = new TextEncoder().encode(await sealJades(JSON.stringify(document), signer, options))
    if (bytes.length > maxSealedBytes)
      throw new KitError('input.too_large', `More than ${maxSealedBytes} bytes`)
    return bytes
  },
}
