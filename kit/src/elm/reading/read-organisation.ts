import type { OrganisationView } from '../credential-view.ts'
import { countryScheme } from '../vocabularies/index.ts'
import { idOf, type JsonNode, type JsonReader, stringOf, textOf } from './json-reader.ts'

/** An organisation as the document names it; absent when it has no name. */
export function readOrganisation(reader: JsonReader, value: unknown): OrganisationView | undefined {
  const node = reader.first(value)
  const name = node && (textOf(node.legalName) ?? textOf(node.prefLabel) ?? textOf(node.altLabel))
  if (!name) return undefined
  const identifier = readIdentifier(reader, node)
  const country = readCountries(reader, node.location)[0]
  const homepage = stringOf(reader.first(node.homepage)?.contentURL)
  return {
    name,
    ...(identifier !== undefined && { identifier }),
    ...(country !== undefined && { country }),
    ...(homepage !== undefined && { homepage }),
  }
}

function readIdentifier(reader: JsonReader, node: JsonNode): string | undefined {
  const kinds = [
    node.eIDASIdentifier,
    node.registration,
    node.vatIdentifier,
    node.taxIdentifier,
    node.identifier,
  ]
  return kinds.map(kind => stringOf(reader.first(kind)?.notation)).find(notation => notation !== undefined)
}

/** Codes of the countries of a place or places (`SWE`), each once. */
export function readCountries(reader: JsonReader, locations: unknown): string[] {
  const codes = reader
    .all(locations)
    .flatMap(location => reader.all(location.address))
    .map(address => idOf(reader.first(address.countryCode)) ?? stringOf(address.countryCode))
    .flatMap(id => (id?.startsWith(`${countryScheme}/`) ? [id.slice(countryScheme.length + 1)] : []))
  return [...new Set(codes)]
}
