import { KitError } from '../../errors.ts'
import type { CountryCode } from '../micro-credential.ts'
import {
  type Country,
  findCountry,
  findCountryByAlpha2,
  type VocabularyConcept,
} from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import { type LocationNode, oneOrMany } from './nodes.ts'
import { sameInAll } from './note.ts'

/** A place: its countries, the locality's name, the region's code. */
export function buildLocation(
  context: BuildContext,
  countries: readonly CountryCode[],
  place: { readonly locality?: string | undefined; readonly region?: string | undefined } = {},
): LocationNode {
  const name =
    place.locality ?? (place.region !== undefined && !isNuts(place.region) ? place.region : undefined)
  return {
    id: context.nextId('location'),
    type: 'Location',
    address: oneOrMany(
      countries.map(code => ({
        id: context.nextId('address'),
        type: 'Address' as const,
        countryCode: context.concept(getCountry(code)),
      })),
    ),
    ...(name !== undefined && { geographicName: sameInAll(context, name) }),
    ...(place.region !== undefined &&
      isNuts(place.region) && { spatialCode: context.concept(nutsConcept(place.region)) }),
  }
}

/** Where the seal's certificate says that the sealer is, with the ids that the EU issuer uses. */
export function buildCertificateLocation(context: BuildContext): LocationNode {
  const countryCode = context.concept(getSealCountry(context))
  return {
    id: 'urn:certificateLocation:1',
    type: 'Location',
    address: { id: 'urn:certificateAddress:1', type: 'Address', countryCode },
  }
}

/** The country of a code of the authority table. Throws `elm.incomplete` for one that we don't know. */
export function getCountry(code: CountryCode): Country {
  const country = findCountry(code)
  if (!country) throw new KitError('elm.incomplete', `Unknown country code: ${code}`)
  return country
}

/** The country in the seal's certificate. Throws `elm.incomplete` for one that we don't know. */
export function getSealCountry(context: BuildContext): Country {
  const country = findCountryByAlpha2(context.input.seal.country)
  if (!country)
    throw new KitError('elm.incomplete', `Unknown country of the seal: ${context.input.seal.country}`)
  return country
}

// Regulation (EC) No 1059/2003: two letters of the country, then up to three signs.
function isNuts(region: string): boolean {
  return /^[A-Z]{2}[A-Z0-9]{0,3}$/.test(region)
}

function nutsConcept(code: string): VocabularyConcept {
  return {
    id: `http://data.europa.eu/nuts/code/${code}`,
    scheme: 'http://data.europa.eu/nuts',
    prefLabel: { en: `NUTS ${code}`, sv: `NUTS ${code}`, da: `NUTS ${code}` },
  }
}
