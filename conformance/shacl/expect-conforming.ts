import { validateEdc } from '../../kit/src/elm/index.ts'
import { elmFolder, elmPresent } from './elm-folder.ts'
import { createShaclValidator, type ShaclAnswer } from './shacl-validator.ts'

let validator: ((document: object) => Promise<ShaclAnswer>) | undefined

/**
 * Throws unless a sealed credential's payload conforms to EDC-generic-full, by SHACL and by our own validation.
 * Every test that issues one passes here; without the published shapes only our own validation speaks.
 */
export async function expectConforming(sealed: Uint8Array): Promise<void> {
  const { payload } = JSON.parse(new TextDecoder().decode(sealed)) as { payload: string }
  const document = JSON.parse(payload) as object
  const findings = validateEdc(document)
  if (findings.length > 0) throw new Error(`We issued what we refuse: ${JSON.stringify(findings)}`)
  if (!elmPresent) return
  validator ??= createShaclValidator(elmFolder)
  const { conforms, results } = await validator(document)
  if (!conforms) throw new Error(`We issued what the shapes refuse:\n${results.join('\n')}`)
}
