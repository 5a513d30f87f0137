/**
 * Countries that an organisation may be in: EU, EEA, Switzerland, United Kingdom, candidates and the
 * Nordic territories. ISO 3166-1 alpha-3, which the Publications Office uses, and alpha-2, which X.509 uses.
 */
const alpha2: Readonly<Record<string, string>> = {
  AUT: 'AT',
  BEL: 'BE',
  BGR: 'BG',
  HRV: 'HR',
  CYP: 'CY',
  CZE: 'CZ',
  DNK: 'DK',
  EST: 'EE',
  FIN: 'FI',
  FRA: 'FR',
  DEU: 'DE',
  GRC: 'GR',
  HUN: 'HU',
  IRL: 'IE',
  ITA: 'IT',
  LVA: 'LV',
  LTU: 'LT',
  LUX: 'LU',
  MLT: 'MT',
  NLD: 'NL',
  POL: 'PL',
  PRT: 'PT',
  ROU: 'RO',
  SVK: 'SK',
  SVN: 'SI',
  ESP: 'ES',
  SWE: 'SE',
  ISL: 'IS',
  LIE: 'LI',
  NOR: 'NO',
  CHE: 'CH',
  GBR: 'GB',
  ALB: 'AL',
  BIH: 'BA',
  GEO: 'GE',
  MDA: 'MD',
  MNE: 'ME',
  MKD: 'MK',
  SRB: 'RS',
  TUR: 'TR',
  UKR: 'UA',
  ALA: 'AX',
  FRO: 'FO',
  GRL: 'GL',
}

export const countryCodes: readonly string[] = Object.keys(alpha2)

/** `SWE` → `SE`; undefined for a country that we don't list. */
export function countryAlpha2(code: string): string | undefined {
  return alpha2[code]
}

/** The country's name in the reader's language, or the code itself. */
export function countryName(code: string, locale: string): string {
  const region = alpha2[code]
  return (region && new Intl.DisplayNames([locale], { type: 'region' }).of(region)) || code
}

/** Every listed country by name, for choosing. */
export function countriesByName(locale: string): { code: string; name: string }[] {
  return countryCodes
    .map(code => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}
