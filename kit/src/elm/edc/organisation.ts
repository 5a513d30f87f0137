import type { Organisation } from '../micro-credential.ts'
import type { BuildContext } from './build-context.ts'
import { buildCertificateLocation, buildLocation, getCountry, getSealCountry } from './location.ts'
import type { LegalIdentifierNode, OrganisationNode } from './nodes.ts'

/** A legal person as it names itself: awarding body, steward. */
export function buildOrganisation(context: BuildContext, organisation: Organisation): OrganisationNode {
  const known = context.organisations.get(organisation.id)
  if (known) return known
  const node: OrganisationNode = {
    id: organisation.id,
    type: 'Organisation',
    legalName: context.texts(organisation.legalName),
    ...buildRegistration(context, organisation),
    location: buildLocation(context, [organisation.country], { locality: organisation.locality }),
    ...buildContact(context, organisation),
  }
  context.organisations.set(organisation.id, node)
  return node
}

/**
 * The sealer as its certificate names it: that is what the EU viewer shows. Its id is not that of the
 * organisation, for two legal names under one id would be merged; the EU issuer adds a suffix too.
 */
export function buildIssuer(context: BuildContext): OrganisationNode {
  const { issuer } = context.award
  const { seal } = context.input
  return {
    id: `${issuer.id}#seal`,
    type: 'Organisation',
    legalName: { ...context.texts(issuer.legalName), [context.primary]: seal.organisationName },
    altLabel: { [context.primary]: seal.commonName },
    eIDASIdentifier: {
      id: 'urn:certificateIdentifier:1',
      type: 'LegalIdentifier',
      notation: seal.organizationIdentifier,
      spatial: context.concept(getSealCountry(context)),
    },
    ...buildRegistration(context, issuer),
    location: [
      buildLocation(context, [issuer.country], { locality: issuer.locality }),
      buildCertificateLocation(context),
    ],
    ...buildContact(context, issuer),
  }
}

function buildRegistration(
  context: BuildContext,
  organisation: Organisation,
): { registration?: LegalIdentifierNode } {
  if (organisation.registration === undefined) return {}
  return {
    registration: {
      id: context.nextId('legalIdentifier'),
      type: 'LegalIdentifier',
      notation: organisation.registration,
      spatial: context.concept(getCountry(organisation.country)),
    },
  }
}

function buildContact(
  context: BuildContext,
  organisation: Organisation,
): Pick<OrganisationNode, 'homepage' | 'contactPoint'> {
  return {
    ...(organisation.homepage !== undefined && {
      homepage: { id: context.nextId('webResource'), type: 'WebResource', contentURL: organisation.homepage },
    }),
    ...(organisation.email !== undefined && {
      contactPoint: {
        id: context.nextId('contactPoint'),
        type: 'ContactPoint',
        emailAddress: { id: `mailto:${organisation.email}`, type: 'Mailbox' },
      },
    }),
  }
}
