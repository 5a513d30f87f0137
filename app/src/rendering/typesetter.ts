import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const faces = ['400Regular', '600SemiBold', '700Bold']

/** Sets data into a Typst source and gives the first page as SVG in which every letter is an outline. */
export type Typesetter = (source: string, data: unknown) => string

/** Sets data into a Typst source and gives the document as a PDF that says it was made at that moment. */
export type PdfTypesetter = (source: string, data: unknown, created: Date) => Uint8Array

/** Data reaches a source only as `sys.inputs.data` (JSON), so that no name can become code. */
export function createTypesetter(): Typesetter {
  const compiler = startCompiler()
  return (source, data) => {
    const svg = compiler.plainSvg(compile(compiler, source, data))
    // Memoised layouts of the last few pages are enough.
    compiler.evictCache(5)
    return svg
  }
}

/**
 * As `createTypesetter`; started on first use. PDF/A-3b (ISO 19005-3) where every letter has a font that can be put
 * into the file, else PDF 1.7: a sheet with an empty box in a name is better than none.
 */
export function createPdfTypesetter(): PdfTypesetter {
  let compiler: NodeCompiler | undefined
  return (source, data, created) => {
    compiler ??= startCompiler()
    const document = compile(compiler, source, data)
    const creationTimestamp = Math.floor(created.getTime() / 1000)
    const pdf =
      archivable(compiler, document, creationTimestamp) ?? compiler.pdf(document, { creationTimestamp })
    compiler.evictCache(5)
    return new Uint8Array(pdf)
  }
}

function archivable(
  compiler: NodeCompiler,
  document: ReturnType<typeof compile>,
  creationTimestamp: number,
): Buffer | undefined {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-3b', creationTimestamp })
  } catch {
    return undefined
  }
}

/** Typst with Schibsted Grotesk; letters that it lacks come from Typst's own fonts, then the machine's. */
function startCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const fontBlobs = faces.map(face =>
    readFileSync(
      require.resolve(`@expo-google-fonts/schibsted-grotesk/${face}/SchibstedGrotesk_${face}.ttf`),
    ),
  )
  // A workspace that doesn't exist: sources can't read files.
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: '/meritum-no-files' })
}

function compile(compiler: NodeCompiler, source: string, data: unknown) {
  const result = compiler.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } })
  const document = result.result
  if (!document)
    throw new Error('Typst could not set the page', { cause: result.takeError()?.shortDiagnostics })
  return document
}
