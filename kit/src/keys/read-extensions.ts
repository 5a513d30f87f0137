import type { Certificate, QualifiedStatements } from './certificate.ts'
import { childrenOf, type DerNode, derTags, readDer, readObjectIdentifier, readSmallInteger } from './der.ts'

type Extensions = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'keyUsage' | 'qualified' | 'unknownCritical'
>

/** Critical extensions that path validation here takes into account, or that only narrow a use we don't make. */
const knownCritical = new Set([
  '2.5.29.19', // basicConstraints
  '2.5.29.15', // keyUsage
  '2.5.29.37', // extKeyUsage
  '2.5.29.32', // certificatePolicies
  '2.5.29.17', // subjectAltName
  '1.3.6.1.5.5.7.1.3', // qcStatements
])

interface Extension {
  readonly id: string
  readonly critical: boolean
  readonly value: Uint8Array
}

/** `extensions` of a TBSCertificate (RFC 5280 §4.2): the ones that decide what the certificate may be used for. */
export function readExtensions(node: DerNode | undefined): Extensions {
  const extensions = node ? childrenOf(childrenOf(node)[0]).map(readExtension) : []
  const ids = extensions.map(({ id }) => id)
  // RFC 5280 §4.2: no extension occurs twice.
  if (new Set(ids).size !== ids.length) throw new Error('an extension occurs twice')
  const valueFor = (id: string) => extensions.find(extension => extension.id === id)?.value
  return {
    ...readBasicConstraints(valueFor('2.5.29.19')),
    ...readKeyUsage(valueFor('2.5.29.15')),
    ...readQualifiedStatements(valueFor('1.3.6.1.5.5.7.1.3')),
    unknownCritical: extensions
      .filter(({ id, critical }) => critical && !knownCritical.has(id))
      .map(({ id }) => id),
  }
}

function readExtension(node: DerNode): Extension {
  const parts = childrenOf(node)
  const value = parts.at(-1)
  if (value?.tag !== derTags.octetString) throw new Error('an extension without value')
  const critical = parts.some(({ tag, content }) => tag === derTags.boolean && content[0] !== 0)
  return { id: readObjectIdentifier(parts[0]), critical, value: value.content }
}

// RFC 5280 §4.2.1.9
function readBasicConstraints(value: Uint8Array | undefined): Pick<Extensions, 'isAuthority' | 'pathLength'> {
  const parts = value ? childrenOf(readDer(value)) : []
  const isAuthority = parts.some(({ tag, content }) => tag === derTags.boolean && content[0] !== 0)
  const pathLength = parts.find(({ tag }) => tag === derTags.integer)
  return { isAuthority, ...(pathLength ? { pathLength: readSmallInteger(pathLength) } : {}) }
}

// RFC 5280 §4.2.1.3: digitalSignature is bit 0, nonRepudiation bit 1, keyCertSign bit 5.
function readKeyUsage(value: Uint8Array | undefined): Pick<Extensions, 'keyUsage'> {
  if (!value) return {}
  const bits = readDer(value)
  if (bits.tag !== derTags.bitString) throw new Error('a key usage that is no BIT STRING')
  const flags = bits.content[1] ?? 0
  return {
    keyUsage: { signsData: (flags & 0b1100_0000) !== 0, signsCertificates: (flags & 0b0000_0100) !== 0 },
  }
}

const qcCompliance = '0.4.0.1862.1.1'
const qcSecureDevice = '0.4.0.1862.1.4'
const qcType = '0.4.0.1862.1.6'
const qcTypeNames: Readonly<Record<string, string>> = {
  '0.4.0.1862.1.6.1': 'esign',
  '0.4.0.1862.1.6.2': 'eseal',
  '0.4.0.1862.1.6.3': 'web',
}

// ETSI EN 319 412-5 §4
function readQualifiedStatements(value: Uint8Array | undefined): { qualified?: QualifiedStatements } {
  if (!value) return {}
  const statements = childrenOf(readDer(value)).map(statement => {
    const [id, info] = childrenOf(statement)
    return { id: readObjectIdentifier(id), info }
  })
  const types = statements
    .filter(({ id, info }) => id === qcType && info)
    .flatMap(({ info }) => childrenOf(info))
  return {
    qualified: {
      compliance: statements.some(({ id }) => id === qcCompliance),
      secureDevice: statements.some(({ id }) => id === qcSecureDevice),
      types: types.map(type => qcTypeNames[readObjectIdentifier(type)]).filter(name => name !== undefined),
    },
  }
}
