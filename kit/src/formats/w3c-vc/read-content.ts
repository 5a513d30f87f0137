import { pinnedContexts } from '../../canonical/index.ts'
import { type CredentialView, readEdc } from '../../elm/index.ts'
import { asList, type JsonObject } from '../../json/index.ts'
import { readCredentialStatus } from '../../status/index.ts'
import type { FormatName, ParsedContent } from '../format.ts'
import { readOpenBadge } from '../open-badges/read-open-badge.ts'
import { isKeyName, readBonds } from '../person.ts'
import { readPlainView } from '../read-plain-view.ts'
import { idOf, objectOf, objectsOf, stringOf } from '../reading.ts'
import { signerIdOf } from './read-secured.ts'

const timeMembers = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate']
const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential']

export function isOpenBadge(document: JsonObject): boolean {
  return asList(document.type).some(type => badgeTypes.includes(type as string))
}

/** What kind of W3C credential a document is, by its own types. */
export function nameOf(document: JsonObject, form: 'json' | 'jwt'): FormatName {
  if (isOpenBadge(document)) return 'open-badges-3'
  return form === 'jwt' ? 'w3c-vc-jwt' : 'w3c-vc'
}

/** What a credential of the W3C's model says. Its structure has been checked. */
export function readContent(document: JsonObject, tokenTimes: ParsedContent['times']): ParsedContent {
  const written = timeMembers.filter(member => document[member] !== undefined && document[member] !== null)
  const unknownContexts = asList(document['@context']).filter(
    context => typeof context !== 'string' || !pinnedContexts.has(context),
  )
  const id = signerIdOf(document, 'credential')
  const issuer = objectOf(document.issuer)
  const organizationIdentifier = stringOf(objectOf(issuer?.eIDASIdentifier)?.notation)
  const subjects = objectsOf(document.credentialSubject)
  return {
    document,
    view: readView(document),
    issuer: {
      ...(id === undefined ? {} : { id }),
      ...(organizationIdentifier === undefined ? {} : { organizationIdentifier }),
    },
    holder: {
      bonds: readBonds(subjects[0] ?? {}, false),
      subjects: subjects.map(subject => idOf(subject)).filter(isKeyName),
      possession: 'absent',
    },
    times: {
      ...Object.fromEntries(written.map(member => [member, String(document[member])])),
      ...tokenTimes,
    },
    statuses: readCredentialStatus(document.credentialStatus),
    findings: [],
    ...(unknownContexts.length > 0
      ? {
          unknownContexts: unknownContexts.map(context => (typeof context === 'string' ? context : 'inline')),
        }
      : {}),
  }
}

function readView(document: JsonObject): CredentialView {
  if (isOpenBadge(document)) return readOpenBadge(document)
  if (asList(document.type).includes('EuropeanDigitalCredential')) return readEdc(document)
  const kinds = asList(document.type).filter(type => type !== 'VerifiableCredential')
  return readPlainView({
    credential: document,
    subject: objectOf(document.credentialSubject) ?? {},
    title: String(kinds.at(-1) ?? 'VerifiableCredential'),
    passedOver: ['@context'],
  })
}
