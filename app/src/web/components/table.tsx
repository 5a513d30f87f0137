import type { Child } from 'hono/jsx'

export interface Column {
  readonly key: string
  readonly label: string
  /** Figures stand to the right. */
  readonly align?: 'end'
}

export interface TableProps {
  /** Says what the table holds; hidden from the eye when a heading says it already. */
  readonly caption: string
  readonly captionHidden?: boolean
  /** The first column names the row. */
  readonly columns: readonly Column[]
  readonly rows: readonly Readonly<Record<string, Child>>[]
}

/** A table on wide pages; on phones each row is a block headed by its name. */
export function Table({ caption, captionHidden = true, columns, rows }: TableProps) {
  const [first, ...others] = columns
  if (!first) return null
  return (
    <table class="m-table">
      <caption class={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th scope="col" class={column.align && 'm-table__end'}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            <th scope="row">{row[first.key]}</th>
            {others.map(column => (
              <td class={column.align && 'm-table__end'} data-label={column.label}>
                <span>{row[column.key]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
