import type { CountryCode } from '../micro-credential.ts'
import type { VocabularyConcept } from './concept.ts'

/** Publications Office, authority table of countries. */
export const countryScheme = 'http://publications.europa.eu/resource/authority/country'

/** ISO 3166-1 alpha-2, code in the authority table, English, Swedish, Danish. EU, EEA and their neighbours. */
const rows: readonly (readonly [alpha2: string, code: CountryCode, en: string, sv: string, da: string])[] = [
  ['AT', 'AUT', 'Austria', 'Österrike', 'Østrig'],
  ['BE', 'BEL', 'Belgium', 'Belgien', 'Belgien'],
  ['BG', 'BGR', 'Bulgaria', 'Bulgarien', 'Bulgarien'],
  ['HR', 'HRV', 'Croatia', 'Kroatien', 'Kroatien'],
  ['CY', 'CYP', 'Cyprus', 'Cypern', 'Cypern'],
  ['CZ', 'CZE', 'Czechia', 'Tjeckien', 'Tjekkiet'],
  ['DK', 'DNK', 'Denmark', 'Danmark', 'Danmark'],
  ['EE', 'EST', 'Estonia', 'Estland', 'Estland'],
  ['FI', 'FIN', 'Finland', 'Finland', 'Finland'],
  ['FR', 'FRA', 'France', 'Frankrike', 'Frankrig'],
  ['DE', 'DEU', 'Germany', 'Tyskland', 'Tyskland'],
  ['GR', 'GRC', 'Greece', 'Grekland', 'Grækenland'],
  ['HU', 'HUN', 'Hungary', 'Ungern', 'Ungarn'],
  ['IE', 'IRL', 'Ireland', 'Irland', 'Irland'],
  ['IT', 'ITA', 'Italy', 'Italien', 'Italien'],
  ['LV', 'LVA', 'Latvia', 'Lettland', 'Letland'],
  ['LT', 'LTU', 'Lithuania', 'Litauen', 'Litauen'],
  ['LU', 'LUX', 'Luxembourg', 'Luxemburg', 'Luxembourg'],
  ['MT', 'MLT', 'Malta', 'Malta', 'Malta'],
  ['NL', 'NLD', 'Netherlands', 'Nederländerna', 'Nederlandene'],
  ['PL', 'POL', 'Poland', 'Polen', 'Polen'],
  ['PT', 'PRT', 'Portugal', 'Portugal', 'Portugal'],
  ['RO', 'ROU', 'Romania', 'Rumänien', 'Rumænien'],
  ['SK', 'SVK', 'Slovakia', 'Slovakien', 'Slovakiet'],
  ['SI', 'SVN', 'Slovenia', 'Slovenien', 'Slovenien'],
  ['ES', 'ESP', 'Spain', 'Spanien', 'Spanien'],
  ['SE', 'SWE', 'Sweden', 'Sverige', 'Sverige'],
  ['IS', 'ISL', 'Iceland', 'Island', 'Island'],
  ['LI', 'LIE', 'Liechtenstein', 'Liechtenstein', 'Liechtenstein'],
  ['NO', 'NOR', 'Norway', 'Norge', 'Norge'],
  ['CH', 'CHE', 'Switzerland', 'Schweiz', 'Schweiz'],
  ['GB', 'GBR', 'United Kingdom', 'Storbritannien', 'Storbritannien'],
  ['AX', 'ALA', 'Åland Islands', 'Åland', 'Åland'],
  ['FO', 'FRO', 'Faroe Islands', 'Färöarna', 'Færøerne'],
  ['GL', 'GRL', 'Greenland', 'Grönland', 'Grønland'],
  ['AL', 'ALB', 'Albania', 'Albanien', 'Albanien'],
  ['BA', 'BIH', 'Bosnia and Herzegovina', 'Bosnien och Hercegovina', 'Bosnien-Hercegovina'],
  ['GE', 'GEO', 'Georgia', 'Georgien', 'Georgien'],
  ['MD', 'MDA', 'Moldova', 'Moldavien', 'Moldova'],
  ['ME', 'MNE', 'Montenegro', 'Montenegro', 'Montenegro'],
  ['MK', 'MKD', 'North Macedonia', 'Nordmakedonien', 'Nordmakedonien'],
  ['RS', 'SRB', 'Serbia', 'Serbien', 'Serbien'],
  ['TR', 'TUR', 'Türkiye', 'Turkiet', 'Tyrkiet'],
  ['UA', 'UKR', 'Ukraine', 'Ukraina', 'Ukraine'],
  ['XK', '1A0', 'Kosovo', 'Kosovo', 'Kosovo'],
]

export interface Country extends VocabularyConcept {
  readonly code: CountryCode
  /** ISO 3166-1 alpha-2, as certificates write it. */
  readonly alpha2: string
}

/** Countries that can be chosen, EU first. */
export const countries: readonly Country[] = rows.map(([alpha2, code, en, sv, da]) => ({
  id: `${countryScheme}/${code}`,
  scheme: countryScheme,
  notation: 'country',
  prefLabel: { en, sv, da },
  code,
  alpha2,
}))

const byCode = new Map(countries.map(country => [country.code, country]))
const byAlpha2 = new Map(countries.map(country => [country.alpha2, country]))

/** The country with this code of the authority table (`SWE`). */
export function findCountry(code: CountryCode): Country | undefined {
  return byCode.get(code)
}

/** The country with this ISO 3166-1 alpha-2 code (`SE`); `EL` and `UK`, as the EU writes them, are known too. */
export function findCountryByAlpha2(alpha2: string): Country | undefined {
  const code = alpha2.toUpperCase()
  return byAlpha2.get(code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code)
}
