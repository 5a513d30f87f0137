import type { Report } from '@meritum/kit/report'
import type { Visit } from '../../route.ts'
import { readSheet } from './read-sheet.ts'

/** The sheet as a file; undefined where the content isn't shown. `path` is where we show the credential, if we do. */
export async function sheetResponse(
  { services, locale, t }: Visit,
  report: Report,
  path?: string,
): Promise<Response | undefined> {
  const url = path === undefined ? undefined : services.config.baseUrl + path
  const sheet = readSheet(report, locale, url)
  if (!sheet) return undefined
  const name = `${t('verifying.sheet.file_name')}-${report.checkedAt.slice(0, 10)}-${report.digest.slice(0, 8)}.pdf`
  return new Response(new Uint8Array(await services.rendering.recognitionSheet(sheet)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Language': locale,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
