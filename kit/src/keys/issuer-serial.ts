import * as asn1js from 'asn1js'

/**
 * The IssuerSerial of a certificate: SEQUENCE { GeneralNames { [4] Name }, INTEGER } in DER, base64.
 * The issuer's name and the serial number are copied as they stand, byte by byte.
 */
export function readIssuerSerial(certificate: Uint8Array): string {
  const outer = asn1js.fromBER(Uint8Array.from(certificate))
  const tbs = sequenceOf(sequenceOf(outer.result)[0])
  // TBSCertificate: [0] version (absent in version 1), serialNumber, signature, issuer, … (RFC 5280 §4.1)
  const start = tbs[0]?.idBlock.tagClass === 3 ? 1 : 0
  const [serial, , issuer] = tbs.slice(start)
  if (!serial || !issuer) throw new Error('no serial number or issuer')
  const directoryName = wrap(0xa4, rawOf(issuer))
  const names = wrap(0x30, directoryName)
  return wrap(0x30, Buffer.concat([names, rawOf(serial)])).toString('base64')
}

function sequenceOf(block: asn1js.AsnType | undefined): asn1js.AsnType[] {
  if (!(block instanceof asn1js.Sequence)) throw new Error('not a SEQUENCE')
  return block.valueBlock.value as asn1js.AsnType[]
}

function rawOf(block: asn1js.AsnType): Buffer {
  return Buffer.from(block.valueBeforeDecodeView)
}

function wrap(tag: number, content: Buffer): Buffer {
  const length = content.length
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), content])
}
