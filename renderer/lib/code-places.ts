const PLACE = /\/assets\/([\w.-]+):(\d+):(\d+)/
const MOST = 6

/** Where in our own code an error came from, innermost first. Its message is left out: it may hold a customer's words. */
export function codePlaces(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .flatMap(line => {
      const [, file, row, column] = PLACE.exec(line) ?? []
      return file === undefined ? [] : [`${file}:${row}:${column}`]
    })
    .slice(0, MOST)
}
