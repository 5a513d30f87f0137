import type { CredentialView } from '../../elm/index.ts'
import { isJsonObject, type JsonObject } from '../../json/index.ts'
import type { Failure, JwtTimes, ParsedSdJwt } from '../../proofs/index.ts'
import { readCredentialStatus, readStatusClaim, type StatusPointer } from '../../status/index.ts'
import type { ParsedContent } from '../format.ts'
import { readBonds } from '../person.ts'
import { readPlainView } from '../read-plain-view.ts'
import { stringOf } from '../reading.ts'
import { checkStructure } from '../w3c-vc/check-structure.ts'
import { readContent } from '../w3c-vc/read-content.ts'
import type { SdJwtWithHolder } from './sd-jwt-reader.ts'

/** Registered claims, and those of the format: none says anything of the person. */
const machineClaims = [
  'iss',
  'iat',
  'exp',
  'nbf',
  'jti',
  'sub',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
  'issuing_authority',
  '_sd_alg',
  '@context',
]

/** What a verified SD-JWT says: in the W3C's model when it is written in that, else claim by claim. */
export function readSdJwtContent(
  parsed: ParsedSdJwt,
  { claims, hidden, possession }: SdJwtWithHolder,
  { notBefore, expires }: Omit<JwtTimes, 'ok'>,
): { readonly content: ParsedContent } | { readonly defect: Failure } {
  const times = {
    ...(notBefore ? { nbf: notBefore.toISOString() } : {}),
    ...(expires ? { exp: expires.toISOString() } : {}),
  }
  const isWhole = parsed.type === 'vc+sd-jwt' && Object.hasOwn(claims, '@context')
  const defect = isWhole ? checkStructure(claims) : undefined
  if (defect) return { defect }
  const content = isWhole ? readContent(claims, times) : readClaims(claims, times)
  const isKeyBound = isJsonObject(claims.cnf)
  const { holder } = content
  const bonds = isKeyBound && !holder.bonds.includes('key') ? ['key' as const, ...holder.bonds] : holder.bonds
  return {
    content: {
      ...content,
      view: { ...content.view, ...(hidden > 0 ? { hiddenParts: hidden } : {}) },
      holder: { ...holder, bonds, possession },
      statuses: statusesOf(claims),
    },
  }
}

function statusesOf({ status, credentialStatus }: JsonObject): StatusPointer[] {
  return [...readStatusClaim(status), ...readCredentialStatus(credentialStatus)]
}

function readClaims(claims: JsonObject, times: ParsedContent['times']): ParsedContent {
  const id = stringOf(claims.iss)
  return {
    document: claims,
    view: readView(claims, times),
    issuer: id === undefined ? { mayBeUnnamed: true } : { id },
    holder: { bonds: readBonds(claims, false), subjects: [], possession: 'absent' },
    times,
    statuses: [],
    findings: [],
  }
}

function readView(claims: JsonObject, { nbf, exp }: ParsedContent['times']): CredentialView {
  const vct = String(claims.vct)
  const issued = typeof claims.iat === 'number' ? new Date(claims.iat * 1000).toISOString() : undefined
  return {
    ...readPlainView({
      credential: { issuer: readAuthority(claims) },
      subject: claims,
      title: vct.split(/[/:#]/).findLast(part => part !== '') ?? vct,
      passedOver: machineClaims,
    }),
    id: stringOf(claims.jti) ?? '',
    ...(issued === undefined ? {} : { issued }),
    ...(nbf === undefined ? {} : { validFrom: nbf }),
    ...(exp === undefined ? {} : { validUntil: exp }),
  }
}

/** What the issuer calls itself, as the European person identification data have it. */
function readAuthority(claims: JsonObject): JsonObject {
  const name = stringOf(claims.issuing_authority)
  const country = stringOf(claims.issuing_country)
  return {
    ...(name === undefined ? {} : { name }),
    ...(country === undefined ? {} : { address: { addressCountryCode: country } }),
  }
}
