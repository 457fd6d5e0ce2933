import { once } from 'node:events'
import type { Connection, PoolClient, Submittable } from 'pg'

/** What the driver has for COPY beside its declared methods. */
type CopyConnection = Connection & {
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

const SPECIAL = /[\\\n\r\t]/
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A value as COPY's text format has it; null and undefined are \N. */
export function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  const text =
    typeof value === 'string'
      ? value
      : typeof value === 'object'
        ? JSON.stringify(value)
        : `${value as number}`
  return SPECIAL.test(text) ? text.replaceAll(/[\\\n\r\t]/g, sign => ESCAPES[sign] ?? sign) : text
}

/** An array of keys without blanks, quotes or commas. */
export const copyArray = (keys: readonly string[]): string => `{${keys.join(',')}}`

/**
 * Sends lines of COPY's text format into a table. The driver knows the messages, but has no statement that uses them.
 * Throws what the database says.
 */
export function copyInto(client: PoolClient, target: string, lines: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null
    const copying = {
      submit: (connection: Connection) => (connection as CopyConnection).query(`COPY ${target} FROM STDIN`),
      handleCopyInResponse: (connection: Connection) => {
        const { sendCopyFromChunk, endCopyFrom, stream } = connection as CopyConnection
        sendCopyFromChunk.call(connection, lines)
        const end = (): void => endCopyFrom.call(connection)
        if (stream.writableNeedDrain) once(stream, 'drain').then(end, reject)
        else end()
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
      handleError: (error: Error) => {
        failure = error
      },
    }
    client.query(copying as Submittable)
  })
}
