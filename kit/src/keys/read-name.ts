import type { CertificateName } from './certificate.ts'
import { childrenOf, type DerNode, readObjectIdentifier } from './der.ts'

const labels: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
}

/** A distinguished name: SEQUENCE OF SET OF SEQUENCE { type, value } (RFC 5280 §4.1.2.4). */
export function readName(node: DerNode | undefined): CertificateName {
  const parts = childrenOf(node).map(set => childrenOf(set).map(readAttribute))
  const first = (label: string) => parts.flat().find(attribute => attribute.label === label)?.value
  const named = {
    country: first('C'),
    organization: first('O'),
    commonName: first('CN'),
    organizationIdentifier: first('organizationIdentifier'),
  }
  return {
    ...(Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as Partial<
      typeof named
    >),
    text: parts
      .map(set => set.map(({ label, value }) => `${label}=${escapeValue(value)}`).join('+'))
      .join(', '),
  } as CertificateName
}

function readAttribute(node: DerNode): { label: string; value: string } {
  const [type, value] = childrenOf(node)
  const id = readObjectIdentifier(type)
  return { label: labels[id] ?? id, value: readText(value) }
}

function readText(node: DerNode | undefined): string {
  const content = Buffer.from(node?.content ?? [])
  switch (node?.tag) {
    case 0x0c: // UTF8String
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    case 0x1e: // BMPString
      return new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }).decode(content)
    case 0x13: // PrintableString
    case 0x14: // TeletexString
    case 0x16: // IA5String
      return content.toString('latin1')
    default:
      return `#${content.toString('hex')}`
  }
}

/** So that no value can pass for two attributes. */
function escapeValue(value: string): string {
  return value.replaceAll(/[\\,+=]/g, '\\$&')
}
