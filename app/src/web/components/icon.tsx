import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { raw } from 'hono/html'

/** One shape per meaning, everywhere: our name → the file in @navikt/aksel-icons (MIT). */
const files = {
  genuine: 'SealCheckmark',
  'genuine-filled': 'SealCheckmarkFill',
  seal: 'Seal',
  time: 'Clock',
  'time-filled': 'ClockFill',
  past: 'ClockDashed',
  wrong: 'XMarkOctagon',
  'wrong-filled': 'XMarkOctagonFill',
  unclear: 'QuestionmarkDiamond',
  'unclear-filled': 'QuestionmarkDiamondFill',
  attention: 'ExclamationmarkTriangle',
  met: 'CheckmarkCircle',
  'met-filled': 'CheckmarkCircleFill',
  'not-yet': 'CircleBroken',
  none: 'Circle',
  untested: 'MinusCircle',
  calendar: 'Calendar',
  knowledge: 'OpenBook',
  skill: 'Wrench',
  responsibility: 'Compass',
  info: 'InformationSquare',
  tick: 'Checkmark',
  cross: 'XMark',
  'arrow-right': 'ArrowRight',
  'chevron-right': 'ChevronRight',
  'chevron-left': 'ChevronLeft',
  'chevron-down': 'ChevronDown',
  menu: 'MenuHamburger',
  search: 'MagnifyingGlass',
  upload: 'Upload',
  download: 'Download',
  'qr-code': 'QrCode',
  print: 'PrinterSmall',
  file: 'FileText',
  pdf: 'FilePdf',
  share: 'Paperplane',
  link: 'Link',
  edit: 'PencilWriting',
  add: 'Plus',
  remove: 'Trash',
  bookmark: 'Bookmark',
  tasks: 'Tasklist',
  person: 'Person',
  people: 'PersonGroup',
  organisation: 'Buildings3',
  recognise: 'Gavel',
  check: 'ShieldCheckmark',
  hidden: 'EyeSlash',
  locked: 'PadlockLocked',
  'sign-out': 'Leave',
} as const satisfies Record<string, string>

export type IconName = keyof typeof files

const require = createRequire(import.meta.url)

function drawingOf(file: string): string {
  const svg = readFileSync(require.resolve(`@navikt/aksel-icons/svg/${file}.svg`), 'utf8')
  return svg.replace(/^[\s\S]*?<svg[^>]*>\s*/, '').replace(/\s*<\/svg>\s*$/, '')
}

const drawings = Object.fromEntries(
  Object.entries(files).map(([name, file]) => [name, drawingOf(file)]),
) as Record<IconName, string>

/** A drawing beside a word, never instead of one: hidden from screen readers. */
export function Icon({ name, class: className }: { name: IconName; class?: string | undefined }) {
  return (
    <svg
      class={className ? `m-icon ${className}` : 'm-icon'}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {raw(drawings[name])}
    </svg>
  )
}
