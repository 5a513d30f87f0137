import { KitError } from '../errors.ts'
import { isEmptyText } from '../text/index.ts'
import type { Award } from './award.ts'
import { completeLanguages } from './content-languages.ts'
import { createBuildContext, type EdcInput } from './edc/build-context.ts'
import { edcContexts, statusIdentifierScheme } from './edc/contexts.ts'
import { endDateTime, startDateTime } from './edc/date-time.ts'
import { buildDisplay, displayedLanguages } from './edc/display.ts'
import { buildMandate } from './edc/evidence.ts'
import type { EdcDocument } from './edc/nodes.ts'
import { buildIssuer } from './edc/organisation.ts'
import { buildPerson } from './edc/person.ts'
import { genericProfile, genericSchema } from './vocabularies/index.ts'

/**
 * The award as a European Digital Credential, ready to be sealed: Generic profile, VCDM 1.1, application
 * profile 1.1.0. Same award and input, same bytes under `JSON.stringify`. Throws `elm.incomplete` when a
 * thing that the format demands is missing: a title, an outcome's result, a page image in the primary
 * language, a known country.
 */
export function buildEdc(award: Award, input: EdcInput): EdcDocument {
  const { content } = award.version
  if (isEmptyText(content.title)) throw new KitError('elm.incomplete', 'No title')
  if (content.outcomes.length === 0) throw new KitError('elm.incomplete', 'No learning outcomes')
  if (award.awardingBodies.length === 0) throw new KitError('elm.incomplete', 'No awarding body')
  const context = createBuildContext(award, input, displayedLanguages(completeLanguages(content), input))
  const issued = startDateTime(input.issuedAt)
  return {
    '@context': edcContexts,
    id: input.credentialId,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialSchema: { id: genericSchema, type: 'ShaclValidator2017' },
    credentialProfiles: context.concept(genericProfile),
    displayParameter: buildDisplay(context),
    ...buildStatusIdentifier(input),
    ...buildMandate(context),
    issuer: buildIssuer(context),
    issued,
    issuanceDate: issued,
    validFrom: startDateTime(award.awardingDate),
    ...(award.validUntil !== undefined && {
      validUntil: endDateTime(award.validUntil),
      expirationDate: endDateTime(award.validUntil),
    }),
    credentialSubject: buildPerson(context),
  }
}

// `credentialStatus` can't be written so that both the shapes and the EU's own parser take it.
function buildStatusIdentifier(input: EdcInput): Pick<EdcDocument, 'identifier'> {
  if (!input.status) return {}
  return {
    identifier: {
      id: 'urn:epass:identifier:status',
      type: 'Identifier',
      notation: `${input.status.listUrl}#${input.status.index}`,
      schemeName: statusIdentifierScheme,
    },
  }
}
