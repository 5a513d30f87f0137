import type { CredentialView } from '@meritum/kit/elm'
import { edcFormat } from '@meritum/kit/formats'

/**
 * What a sealed file in the wallet says. It was verified before it was received; a file that can't be read
 * here is therefore a defect, not an input error.
 */
export function readView(bytes: Uint8Array): CredentialView {
  const { content, defect } = edcFormat.parse(bytes)
  if (content) return content.view
  throw new Error(`A credential in the wallet can't be read: ${defect?.code ?? 'no content'}`)
}
