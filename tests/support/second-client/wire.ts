import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'

export type WireRequest = {
  readonly method: string
  /** Address below the hub's, query included. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}
export type WireAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Not compressed any more. */
  readonly body: Buffer
  /** What came over the wire: fewer than `body` when it was compressed. */
  readonly wireBytes: number
}
/** Sends one request. Rejects when there was no answer: then nothing is known about what the hub did. */
export type Send = (request: WireRequest) => Promise<WireAnswer>

/** A failure the hub named. */
export class HubError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  constructor({ status, code, details }: Pick<HubError, 'status' | 'code' | 'details'>) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
    this.details = details
  }
}

const decoded = (bytes: Buffer, encoding: string | undefined): Buffer => {
  if (bytes.length === 0) return bytes
  switch (encoding) {
    case 'gzip':
      return gunzipSync(bytes)
    case 'br':
      return brotliDecompressSync(bytes)
    case 'zstd':
      return zstdDecompressSync(bytes)
    default:
      return bytes
  }
}

/** HTTP as Node has it, so that nothing is compressed, repeated or redirected behind our back. */
export const overHttp =
  (baseUrl: string): Send =>
  ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const url = new URL(path, baseUrl)
      const open = url.protocol === 'https:' ? httpsRequest : httpRequest
      const length = body ? { 'content-length': String(body.length) } : {}
      const request = open(url, { method, headers: { ...headers, ...length } }, answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const raw = Buffer.concat(chunks)
          const pairs = Object.entries(answer.headers).map(([key, value]) => [key, String(value)])
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(pairs) as Record<string, string>,
            body: decoded(raw, answer.headers['content-encoding']),
            wireBytes: raw.length,
          })
        })
      })
      request.on('error', reject)
      request.end(body ?? undefined)
    })

/** The error an answer holds, or null. The header has the code where there is no body; else the status speaks. */
export function errorOf({ status, headers, body }: WireAnswer): HubError | null {
  if (status < 400) return null
  const code = headers['tandem-error'] ?? (status >= 500 ? 'internal' : 'bad-request')
  try {
    const { error } = JSON.parse(body.toString()) as { error: Pick<HubError, 'details'> }
    return new HubError({ status, code, details: error.details })
  } catch {
    return new HubError({ status, code, details: {} })
  }
}

export const json = <T>(answer: WireAnswer): T => JSON.parse(answer.body.toString()) as T
