import type { FormatName } from '../../formats/index.ts'
import { type CheckFinding, type Examination, passed, unknown, warning } from '../examination.ts'

const codes: Readonly<Record<FormatName, string>> = {
  edc: 'format.edc',
  'edc-unsealed': 'format.edc_unsealed',
  'open-badges-3': 'format.open_badges_3',
  'open-badges-2': 'format.open_badges_2',
  'w3c-vc': 'format.w3c_vc',
  'w3c-vc-jwt': 'format.w3c_vc_jwt',
  'sd-jwt-vc': 'format.sd_jwt_vc',
  presentation: 'format.presentation',
  unknown: 'format.unknown',
}

/** What the bytes are, and whether they can be read. */
export function checkFormat({ format, defect, content, seal }: Examination): CheckFinding[] {
  if (defect) return [defect]
  // What isn't signed with all of its parts may have been changed where it stands.
  if (format === 'open-badges-2' && !seal?.outcome.ok) return [unknown(codes[format])]
  const count = content?.findings.length ?? 0
  if (count > 0) return [warning('format.nonconforming', { count, first: content?.findings[0] ?? '' })]
  const [context] = content?.unknownContexts ?? []
  if (context !== undefined) return [warning('format.unknown_context', { context: context.slice(0, 200) })]
  const hidden = content?.view.hiddenParts ?? 0
  if (hidden > 0) return [passed('format.sd_jwt_vc_partly', { hidden })]
  return [passed(codes[format])]
}
