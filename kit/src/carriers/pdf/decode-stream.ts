import { KitError } from '../../errors.ts'
import type { Budget } from '../budget.ts'
import { malformed } from './pdf-parser.ts'
import { isDictionary, isName, type PdfDictionary, type PdfValue } from './pdf-value.ts'

/**
 * The bytes of a stream as they were before its filters (ISO 32000-2 §7.4). Attachments, object streams and
 * cross-reference streams are plain or Flate everywhere; others are not read.
 *
 * @throws KitError `upload.unsupported`, `upload.malformed`, the code of the budget
 */
export function decodeStream(
  raw: Uint8Array,
  dictionary: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
  budget: Budget,
): Uint8Array {
  const filters = listOf(resolve(dictionary.get('Filter')))
  const parameters = listOf(resolve(dictionary.get('DecodeParms')))
  if (dictionary.has('F')) throw new KitError('upload.unsupported', 'Bytes in another file are not read')
  if (filters.length === 0) {
    budget.spend(raw.length)
    return raw
  }
  if (filters.length > 1 || !isName(resolve(filters[0]), 'FlateDecode')) {
    throw new KitError('upload.unsupported', 'A filter that is not read')
  }
  const parameter = resolve(parameters[0])
  return undoPredictor(budget.inflate(raw, 'zlib'), isDictionary(parameter) ? parameter : new Map())
}

function listOf(value: PdfValue): readonly PdfValue[] {
  if (value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** §7.4.4.4: each row begins with the number of the PNG filter that was used on it. */
function undoPredictor(data: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const predictor = parameters.get('Predictor') ?? 1
  if (predictor === 1) return data
  const [colors, bits, columns] = ['Colors', 'BitsPerComponent', 'Columns'].map(key => parameters.get(key))
  const pixelBits = Number(colors ?? 1) * Number(bits ?? 8)
  const width = Math.ceil((pixelBits * Number(columns ?? 1)) / 8)
  const isPng = typeof predictor === 'number' && predictor >= 10 && predictor <= 15
  if (!isPng || pixelBits % 8 !== 0 || !(width > 0 && width <= 65_536)) {
    throw new KitError('upload.unsupported', 'A predictor that is not read')
  }
  const rows = Math.floor(data.length / (width + 1))
  const result = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (width + 1)]!
    const line = data.subarray(row * (width + 1) + 1, (row + 1) * (width + 1))
    undoRow(filter, line, result, row * width, pixelBits / 8)
  }
  return result
}

function undoRow(filter: number, line: Uint8Array, result: Uint8Array, start: number, pixel: number): void {
  const width = line.length
  for (let i = 0; i < width; i++) {
    const left = i >= pixel ? result[start + i - pixel]! : 0
    const up = start >= width ? result[start + i - width]! : 0
    const upLeft = i >= pixel && start >= width ? result[start + i - width - pixel]! : 0
    result[start + i] = line[i]! + predict(filter, left, up, upLeft)
  }
}

/** PNG, third edition §9.2. */
function predict(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4:
      return paeth(left, up, upLeft)
    default:
      throw malformed('No such predictor')
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map(value => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
