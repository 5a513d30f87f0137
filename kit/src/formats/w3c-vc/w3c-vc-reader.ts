import { asList, isJsonObject, type JsonObject } from '../../json/index.ts'
import type { CredentialReader, FormatName, ParsedCredential, ReadQuestion } from '../format.ts'
import { type FormatInput, peekPart, tokenInput } from '../format-input.ts'
import { sdJwtReader } from '../sd-jwt-vc/sd-jwt-reader.ts'
import { checkStructure } from './check-structure.ts'
import { nameOf, readContent } from './read-content.ts'
import { findToken, readSecured, type SecuredDocument } from './read-secured.ts'

const types = ['VerifiableCredential', 'EnvelopedVerifiableCredential', 'OpenBadgeCredential']
/** As JSON those have a reader of their own; as a token they are like any other. */
const europeanType = 'EuropeanDigitalCredential'
const badgePattern = /"(?:OpenBadgeCredential|AchievementCredential)"/
const credentialPattern = /"(?:VerifiableCredential|EnvelopedVerifiableCredential)"/

/**
 * Credentials of the W3C's data model 1.1 and 2.0, Open Badges 3.0 among them: with Data Integrity proofs, as JWT
 * in both forms, or enveloped.
 */
export const w3cVcReader: CredentialReader = {
  detect(input) {
    switch (input.kind) {
      case 'json':
        return looksLikeCredential(input.json) ? nameOf(input.json, 'json') : undefined
      case 'broken':
        if (input.text.includes(`"${europeanType}"`)) return undefined
        if (badgePattern.test(input.text)) return 'open-badges-3'
        return credentialPattern.test(input.text) ? 'w3c-vc' : undefined
      case 'token':
        return nameToken(input.token)
      case 'other':
        return undefined
    }
  },
  async parse(input, question) {
    if (input.kind !== 'json' && input.kind !== 'token') return { format: 'w3c-vc' }
    const token = input.kind === 'json' ? findToken(input.json) : undefined
    if (token?.includes('~')) return sdJwtReader.parse(tokenInput(token), question)
    return parseSecured(input, question)
  },
}

async function parseSecured(
  input: Extract<FormatInput, { kind: 'json' | 'token' }>,
  question: ReadQuestion,
): Promise<ParsedCredential> {
  // What isn't a credential is nobody's to vouch for, and no reason to ask for keys.
  const early = input.kind === 'json' && !findToken(input.json) ? checkStructure(input.json) : undefined
  if (early && input.kind === 'json') return { format: nameOf(input.json, 'json'), defect: early }
  return toParsed(await readSecured(input, 'credential', question), input)
}

function toParsed(secured: SecuredDocument, input: FormatInput): ParsedCredential {
  const { document, seal, form } = secured
  const format = document ? nameOf(document, form) : nameUnread(input, form)
  const defect = secured.defect ?? (document && checkStructure(document))
  const isBroken = seal?.outcome.ok === false && !seal.outcome.undecided
  return {
    format,
    ...(defect ? { defect } : {}),
    ...(seal ? { seal } : {}),
    ...(document && !defect && !isBroken ? { content: readContent(document, secured.times) } : {}),
  }
}

function looksLikeCredential(document: JsonObject): boolean {
  const named = asList(document.type)
  if (named.includes(europeanType)) return false
  return (
    named.some(type => types.includes(type as string)) ||
    (document.credentialSubject !== undefined && document.issuer !== undefined)
  )
}

/** What a document that can't be had from signed bytes says of itself. */
function nameUnread(input: FormatInput, form: SecuredDocument['form']): FormatName {
  const token = input.kind === 'json' ? findToken(input.json) : undefined
  if (input.kind === 'json')
    return token === undefined ? nameOf(input.json, form) : nameOf(peekDocument(token), form)
  return nameOf(input.kind === 'token' ? peekDocument(input.token) : {}, form)
}

function peekDocument(token: string): JsonObject {
  const payload = peekPart(token, 1) ?? {}
  return isJsonObject(payload.vc) ? payload.vc : payload
}

/** Every token that no other reader knows: also one that was made for something else, which is then told so. */
function nameToken(token: string): FormatName {
  const header = peekPart(token, 0)
  // The types of VC-JOSE-COSE say enough; only the older form needs a look into the payload.
  const isNamed = /^(application\/)?v/i.test(String(header?.typ))
  return nameOf(isNamed ? {} : peekDocument(token), 'jwt')
}
