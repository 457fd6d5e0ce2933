type Cell = string | number | null

/** Signs spreadsheets read as the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/u

/** What came from outside is never a formula of whoever opens the file. */
const tame = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

function cell(value: Cell): string {
  const text = typeof value === 'string' ? tame(value) : value === null ? '' : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as RFC 4180 wants it: a line of names, CRLF, quotes where they are needed. */
export const csv = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [names, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
