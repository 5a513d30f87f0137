import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const faces = ['400Regular', '600SemiBold', '700Bold']

/** Sets data into a Typst source and gives the first page as SVG in which every letter is an outline. */
export type Typesetter = (source: string, data: unknown) => string

/**
 * Starts Typst with Schibsted Grotesk; letters that it lacks come from Typst's own fonts, then the
 * machine's. Data reaches a source only as `sys.inputs.data` (JSON), so that no name can become code.
 */
export function createTypesetter(): Typesetter {
  const require = createRequire(import.meta.url)
  const fontBlobs = faces.map(face =>
    readFileSync(
      require.resolve(`@expo-google-fonts/schibsted-grotesk/${face}/SchibstedGrotesk_${face}.ttf`),
    ),
  )
  // A workspace that doesn't exist: sources can't read files.
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: '/meritum-no-files' })
  return (source, data) => {
    const result = compiler.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } })
    const document = result.result
    if (!document)
      throw new Error('Typst could not set the page', { cause: result.takeError()?.shortDiagnostics })
    const svg = compiler.plainSvg(document)
    // Memoised layouts of the last few pages are enough.
    compiler.evictCache(5)
    return svg
  }
}
