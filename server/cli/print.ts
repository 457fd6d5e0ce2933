/** Everything the command line says to people goes through here; logs of the running hub do not. */
export type Print = {
  readonly line: (text: string) => void
  readonly error: (text: string) => void
  /** Columns as wide as their widest cell, the first row is the head. */
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => void
}

type Sink = { readonly write: (text: string) => unknown }

export function printTo(out: Sink, err: Sink): Print {
  const line = (text: string): void => void out.write(`${text}\n`)
  return {
    line,
    error: text => void err.write(`${text}\n`),
    table: (head, rows) => {
      const widths = head.map((_, index) =>
        Math.max(...[head, ...rows].map(row => (row[index] ?? '').length)),
      )
      for (const row of [head, ...rows]) {
        line(
          row
            .map((cell, index) => cell.padEnd(widths[index] ?? 0))
            .join('  ')
            .trimEnd(),
        )
      }
    },
  }
}
