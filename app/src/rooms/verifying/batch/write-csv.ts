/**
 * A table as CSV (RFC 4180) for spreadsheet programs: every cell in quotes, in UTF-8 with the mark by which they
 * know it. A cell that such a program would take for a formula gets an apostrophe before it (OWASP ASVS 1.2.10).
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  return `\ufeff${rows.map(row => row.map(quote).join(separator)).join('\r\n')}\r\n`
}

/** Also in full width, and behind blanks or separators, where some programs still find it. */
const formula = /^[\s;,|'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

function quote(cell: string): string {
  const text = cell.replace(/\0/g, '')
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
