import { KitError } from '../../errors.ts'
import { type CarriedItem, labelOf } from '../carried-item.ts'
import { PdfDocument } from './pdf-document.ts'
import { malformed } from './pdf-parser.ts'
import {
  isDictionary,
  isName,
  type PdfDictionary,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
} from './pdf-value.ts'

const maxAttachments = 100
const maxNodes = 2_000
const maxPages = 1_000

/**
 * The files attached to a PDF: embedded files (ISO 32000-2 §7.11.4), associated files (§14.13) and attachment
 * annotations (§12.5.6.15) of the first 1,000 pages. Nothing of it is run, drawn or fetched.
 *
 * @throws KitError `upload.malformed`, `upload.too_large`, `upload.encrypted`, `upload.unsupported`
 */
export function readPdf(bytes: Uint8Array): CarriedItem[] {
  return new AttachmentReader(new PdfDocument(bytes)).read()
}

export function isPdf(bytes: Uint8Array): boolean {
  // §7.5.2 wants it first; writers put up to 1,024 bytes before it, and readers allow that.
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
}

class AttachmentReader {
  readonly #document: PdfDocument
  /** By the stream, since one file may be attached in several ways. */
  readonly #found = new Map<PdfStream, CarriedItem>()
  readonly #visited = new Set<PdfValue>()

  constructor(document: PdfDocument) {
    this.#document = document
  }

  read(): CarriedItem[] {
    const catalog = this.#dictionary(this.#document.trailer.get('Root'))
    if (!catalog) throw malformed('No catalog')
    const names = this.#dictionary(catalog.get('Names'))
    this.#walkNames(names?.get('EmbeddedFiles'), 0)
    for (const file of this.#list(catalog.get('AF'))) this.#add(file)
    this.#walkPages(catalog.get('Pages'))
    return [...this.#found.values()]
  }

  /** §7.9.6. */
  #walkNames(value: PdfValue | undefined, depth: number): void {
    const node = this.#visit(value)
    if (!node || depth > 16) return
    this.#list(node.get('Names')).forEach((entry, index) => {
      if (index % 2 === 1) this.#add(entry)
    })
    for (const kid of this.#list(node.get('Kids'))) this.#walkNames(kid, depth + 1)
  }

  #walkPages(root: PdfValue | undefined): void {
    const queue = [root]
    for (let pages = 0; queue.length > 0 && pages < maxPages; pages++) {
      const node = this.#visit(queue.shift())
      if (!node) continue
      for (const value of this.#list(node.get('Annots'))) {
        const annotation = this.#dictionary(value)
        if (isName(annotation?.get('Subtype'), 'FileAttachment')) this.#add(annotation?.get('FS'))
      }
      queue.push(...this.#list(node.get('Kids')).slice(0, maxPages))
    }
  }

  #add(value: PdfValue | undefined): void {
    const file = this.#dictionary(value)
    const embedded = this.#dictionary(file?.get('EF'))
    const stream = this.#document.resolve(embedded?.get('UF') ?? embedded?.get('F'))
    if (!(stream instanceof PdfStream) || this.#found.has(stream)) return
    if (this.#found.size === maxAttachments) throw new KitError('upload.too_large', 'Too many attachments')
    const name = this.#document.resolve(file?.get('UF') ?? file?.get('F'))
    const bytes = this.#document.bytesOf(stream)
    this.#found.set(stream, name instanceof PdfString ? { name: labelOf(readText(name)), bytes } : { bytes })
  }

  /** The dictionary that is meant, unless it was visited before. */
  #visit(value: PdfValue | undefined): PdfDictionary | undefined {
    const node = this.#dictionary(value)
    if (!node || this.#visited.has(node)) return undefined
    if (this.#visited.size === maxNodes) throw new KitError('upload.too_large', 'Too many nodes')
    this.#visited.add(node)
    return node
  }

  #dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const resolved = value instanceof PdfReference ? this.#document.resolve(value) : value
    return isDictionary(resolved) ? resolved : undefined
  }

  #list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.#document.resolve(value)
    return Array.isArray(resolved) ? resolved : []
  }
}

/** §7.9.2.2: UTF-16 with a mark, UTF-8 with a mark, else an encoding whose letters are near to Latin-1. */
function readText({ latin1 }: PdfString): string {
  const bytes = Buffer.from(latin1, 'latin1')
  if (latin1.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes)
  return latin1.startsWith('\xef\xbb\xbf') ? bytes.toString('utf8', 3) : latin1
}
