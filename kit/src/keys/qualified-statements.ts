import type { X509Certificate } from '@peculiar/x509'
import * as asn1js from 'asn1js'
import type { QualifiedStatements } from './certificate.ts'

const qcStatements = '1.3.6.1.5.5.7.1.3'
const qcCompliance = '0.4.0.1862.1.1'
const qcSecureDevice = '0.4.0.1862.1.4'
const qcType = '0.4.0.1862.1.6'
const typeNames = new Map([
  ['0.4.0.1862.1.6.1', 'esign'],
  ['0.4.0.1862.1.6.2', 'eseal'],
  ['0.4.0.1862.1.6.3', 'web'],
])

/** ETSI EN 319 412-5 §4: which qualified use the certificate claims; `undefined` when it claims none. */
export function readQualifiedStatements(certificate: X509Certificate): QualifiedStatements | undefined {
  const extension = certificate.extensions.find(({ type }) => type === qcStatements)
  if (!extension) return undefined
  const statements = childrenOf(asn1js.fromBER(extension.value).result).map(childrenOf)
  const has = (id: string) => statements.some(([first]) => oidOf(first) === id)
  const types = statements
    .filter(([first]) => oidOf(first) === qcType)
    .flatMap(([, info]) => childrenOf(info))
  return {
    compliance: has(qcCompliance),
    secureDevice: has(qcSecureDevice),
    types: types.map(type => typeNames.get(oidOf(type) ?? '')).filter(name => name !== undefined),
  }
}

function childrenOf(block: unknown): unknown[] {
  return block instanceof asn1js.Sequence ? block.valueBlock.value : []
}

function oidOf(block: unknown): string | undefined {
  return block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : undefined
}
