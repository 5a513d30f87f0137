import { KitError } from '../errors.ts'

/** What jsonld.js throws, as far as we look at it. */
interface JsonLdFailure {
  readonly name?: string
  readonly message?: string
  readonly details?: {
    readonly code?: string
    readonly cause?: unknown
    readonly event?: { readonly code?: string; readonly details?: Readonly<Record<string, unknown>> }
  }
}

/** A processor's exception → ours, by its codes; its messages may hold parts of the credential. */
export function toLdError(error: unknown): KitError {
  if (error instanceof KitError) return error
  const { message = '', details } = error as JsonLdFailure
  if (details?.cause instanceof KitError) return details.cause
  // rdf-canonize has no codes.
  if (/deep iterations|aborted/i.test(message)) {
    return new KitError('ld.too_complex', 'Blank nodes that take too long to tell apart', { cause: error })
  }
  if (details?.code === 'protected term redefinition') {
    return new KitError('ld.protected_term', 'A protected term is defined anew', { cause: error })
  }
  const event = details?.event
  if (!event)
    return new KitError('ld.malformed', `Not JSON-LD: ${details?.code ?? 'unknown'}`, { cause: error })
  const what = event.details?.property ?? event.details?.id ?? event.details?.type ?? event.code
  const isRelative = event.code?.startsWith('relative') === true
  return new KitError(isRelative ? 'ld.relative_iri' : 'ld.data_loss', `Safe mode: ${event.code}`, {
    cause: error,
    params: isRelative ? { value: String(what).slice(0, 200) } : { term: String(what).slice(0, 200) },
  })
}
