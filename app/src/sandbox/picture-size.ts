/** Width times height, as the header says, of a PNG or JPEG; undefined when it can't be found. */
export function pixelsOf(bytes: Uint8Array): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return isJpeg(bytes) ? pixelsOfJpeg(buffer) : pixelsOfPng(buffer)
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/** PNG 3rd edition §11.2.1: IHDR comes first. */
function pixelsOfPng(buffer: Buffer): number | undefined {
  if (buffer.length < 24 || buffer.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return buffer.readUInt32BE(16) * buffer.readUInt32BE(20)
}

/** ITU-T T.81 §B.1.1.4 and B.2.2: segments with their length, until a start of frame. */
function pixelsOfJpeg(buffer: Buffer): number | undefined {
  for (let at = 2; at + 9 <= buffer.length; ) {
    if (buffer[at] !== 0xff) return undefined
    const marker = buffer[at + 1]!
    if (marker === 0xff) at += 1
    else if (isStartOfFrame(marker)) return buffer.readUInt16BE(at + 5) * buffer.readUInt16BE(at + 7)
    else if (marker === 0xda) return undefined
    else at += 2 + buffer.readUInt16BE(at + 2)
  }
  return undefined
}

/** C0 to CF, but for tables (C4), a reserved mark (C8) and conditioning (CC). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}
