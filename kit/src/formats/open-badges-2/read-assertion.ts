import type { CredentialView } from '../../elm/index.ts'
import type { JsonObject } from '../../json/index.ts'
import type { HolderBond } from '../../report/index.ts'
import type { ParsedContent } from '../format.ts'
import { badgeLabels } from '../open-badges/badge-labels.ts'
import { readPlainView } from '../read-plain-view.ts'
import { idOf, objectOf, stringOf, textOf } from '../reading.ts'

/** What an assertion of Open Badges 2.0 says itself; badge and issuer only where they stand in it. */
export function readAssertion(assertion: JsonObject): ParsedContent {
  const badge = objectOf(assertion.badge) ?? {}
  const id = idOf(badge.issuer)
  const times = { issuedOn: stringOf(assertion.issuedOn), expires: stringOf(assertion.expires) }
  return {
    document: assertion,
    view: readView(assertion, badge),
    issuer: id === undefined ? {} : { id },
    holder: { bonds: readRecipient(objectOf(assertion.recipient)), subjects: [], possession: 'absent' },
    times: {
      ...(times.issuedOn === undefined ? {} : { validFrom: times.issuedOn }),
      ...(times.expires === undefined ? {} : { validUntil: times.expires }),
    },
    statuses: [],
    findings: [],
  }
}

function readRecipient(recipient: JsonObject | undefined): HolderBond[] {
  if (!recipient) return []
  const isHashed = recipient.hashed === true
  if (recipient.type === 'email') return [isHashed ? 'email-hash' : 'email']
  return [isHashed ? 'identifier-hash' : 'identifier']
}

function readView(assertion: JsonObject, badge: JsonObject): CredentialView {
  const criteria = textOf(objectOf(badge.criteria)?.narrative)
  const view = readPlainView({
    credential: { id: idOf(assertion) ?? '', name: badge.name ?? '', issuer: badge.issuer ?? '' },
    subject: {},
    title: 'Open Badge',
    passedOver: [],
  })
  const description = textOf(badge.description)
  const issuedOn = stringOf(assertion.issuedOn)
  const expires = stringOf(assertion.expires)
  return {
    ...view,
    ...(description ? { description } : {}),
    ...(issuedOn === undefined ? {} : { issued: issuedOn, validFrom: issuedOn }),
    ...(expires === undefined ? {} : { validUntil: expires }),
    notes: criteria ? [{ label: badgeLabels.criteria, text: criteria }] : [],
  }
}
