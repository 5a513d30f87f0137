/** Something that a carrier holds. `name` is a label for people, never a path. */
export interface CarriedItem {
  readonly name?: string
  readonly bytes: Uint8Array
}

const maxNameLength = 200

/** The last part of a file name, without characters that could deceive or act: fit to be shown, not to be opened. */
export function labelOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').slice(0, maxNameLength)
}
