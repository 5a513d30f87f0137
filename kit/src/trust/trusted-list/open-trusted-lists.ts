import { KitError, type KitErrorCode } from '../../errors.ts'
import type { Certificate } from '../../keys/index.ts'
import { readTrustedList } from './read-trusted-list.ts'
import type { ListPointer, TrustedList } from './trusted-list.ts'

export interface TrustedListFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whom the operator pins; without any, a list of lists among the files has to name the signers. */
  readonly signers?: readonly Certificate[]
}

export interface OpenedList {
  readonly name: string
  readonly list: TrustedList
  /** Until when it may be relied on: its own next update or, when that comes first, of the list that names its signers. */
  readonly nextUpdate: Date
}

export interface UnopenedList {
  readonly name: string
  readonly code: KitErrorCode
  readonly message: string
}

/** Trusted lists in several files, each believed for the signers that the operator or a list of lists pins. */
export function openTrustedLists(files: readonly TrustedListFile[]): {
  readonly opened: readonly OpenedList[]
  readonly unopened: readonly UnopenedList[]
} {
  const results: (OpenedList | UnopenedList)[] = []
  const pinned = files.filter(({ signers }) => signers)
  for (const file of pinned) results.push(open(file, () => readPinned(file)))
  const listsOfLists = results.filter(isOpened).filter(({ list }) => list.isListOfLists)
  for (const file of files) {
    if (!pinned.includes(file)) results.push(open(file, () => readPointed(file, listsOfLists)))
  }
  return withoutSuperseded(results)
}

function open({ name }: TrustedListFile, read: () => Omit<OpenedList, 'name'>): OpenedList | UnopenedList {
  try {
    return { name, ...read() }
  } catch (error) {
    if (error instanceof KitError) return { name, code: error.code, message: error.message }
    throw error
  }
}

function readPinned({ bytes, signers = [] }: TrustedListFile): Omit<OpenedList, 'name'> {
  const list = readTrustedList(bytes, signers)
  return { list, nextUpdate: endOf(list) }
}

/** The signers of one territory can't sign the list of another. */
function readPointed(
  { bytes }: TrustedListFile,
  listsOfLists: readonly OpenedList[],
): Omit<OpenedList, 'name'> {
  const pointers = listsOfLists.flatMap(from =>
    from.list.pointers.filter(isNational).map(pointer => ({ pointer, from })),
  )
  const list = readTrustedList(
    bytes,
    pointers.flatMap(({ pointer }) => pointer.signers),
  )
  const rightful = pointers.find(
    ({ pointer }) =>
      pointer.territory === list.territory &&
      pointer.signers.some(({ sha256 }) => sha256 === list.signedBy.sha256),
  )
  if (!rightful || list.isListOfLists) {
    throw new KitError('list.signer', `The signer is not named for ${list.territory}`)
  }
  return { list, nextUpdate: new Date(Math.min(+endOf(list), +rightful.from.nextUpdate)) }
}

function isNational({ isListOfLists, isXml }: ListPointer): boolean {
  return isXml && !isListOfLists
}

/** A closed list isn't kept any more, so it was current only when it was issued. */
function endOf({ issued, nextUpdate }: TrustedList): Date {
  return nextUpdate ?? issued
}

/** An older copy beside a newer one would bring back what was withdrawn. */
function withoutSuperseded(results: readonly (OpenedList | UnopenedList)[]) {
  const opened = results.filter(isOpened)
  const isSuperseded = ({ list }: OpenedList) =>
    opened.some(
      other =>
        other.list.territory === list.territory &&
        other.list.isListOfLists === list.isListOfLists &&
        other.list.sequenceNumber > list.sequenceNumber,
    )
  const superseded = opened.filter(isSuperseded).map(({ name, list }): UnopenedList => {
    const message = `A newer list of ${list.territory} is there`
    return { name, code: 'list.superseded', message }
  })
  return {
    opened: opened.filter(entry => !isSuperseded(entry)),
    unopened: [...results.filter((entry): entry is UnopenedList => !isOpened(entry)), ...superseded],
  }
}

function isOpened(entry: OpenedList | UnopenedList): entry is OpenedList {
  return 'list' in entry
}
