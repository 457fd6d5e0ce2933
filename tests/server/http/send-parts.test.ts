import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttp } from '../../../main/data/remote/http.ts'
import { readSnapshot } from '../../../main/data/remote/ndjson.ts'
import type { Answered } from '../../../main/data/remote/remote.ts'
import { LARGEST_BYTES, PART_TYPES } from '../../../main/data/remote/unpack.ts'
import { sendParts } from '../../../server/http/send-parts.ts'
import type { SnapshotPart } from '../../../server/sync/snapshot.ts'
import { FRAMES_TYPE, joinFrames, NEXT_HEADER } from '../../../shared/protocol/frames.ts'

const headOf = (table: string, rows: number, next: string | null) => ({
  epoch: 'e',
  asOf: 1,
  cursor: 'c',
  table,
  columns: ['id', 'name'],
  rows,
  next,
  expectedRows: 5,
})
const teams: SnapshotPart = { head: headOf('teams', 2, 'n1'), lines: ['["a","A"]', '["ä","返金"]'] }
const messages = { head: headOf('messages', 1, null), lines: ['["m","naïve"]'] }

let app: FastifyInstance
let url: string
let parts: readonly SnapshotPart[]
const http = createHttp({ isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] })

beforeAll(async () => {
  app = Fastify()
  app.get('/', (request, reply) => sendParts(request, reply, parts))
  app.get('/cut', (_request, reply) =>
    reply.type(FRAMES_TYPE).send(Buffer.from(joinFrames([new Uint8Array(9)]).subarray(0, -1))),
  )
  app.get('/broken', (_request, reply) =>
    reply.type(FRAMES_TYPE).send(Buffer.from(joinFrames([new Uint8Array(9)]))),
  )
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  http.close()
  await app.close()
})

/** As a laptop asks; `encoding` null: one that unpacks frames, else one that takes plain lines so packed. */
async function ask(encoding: string | null): Promise<Buffer> {
  if (encoding === null) {
    const headers = { accept: PART_TYPES }
    const answer: Answered<Buffer> = await http.whole({ method: 'GET', url, headers, timeoutMs: 10_000 })
    if (!answer.ok) throw new Error(answer.failure.kind)
    return answer.value
  }
  const answer = await fetch(url, {
    headers: { accept: 'application/x-ndjson', 'accept-encoding': encoding },
  })
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
  return Buffer.from(await answer.arrayBuffer())
}

describe.each([[null], ['identity'], ['gzip'], ['br']])('parts of a snapshot, packed as %s', encoding => {
  test('come as they were, kept for others or not, and as they were kept', async () => {
    const kept: Uint8Array[] = []
    const keep = async (packed: Uint8Array): Promise<void> => void kept.push(packed)
    parts = [teams, { ...messages, keep }]
    const whole = await ask(encoding)
    expect(readSnapshot(whole).following?.[0]?.rows).toEqual([['m', 'naïve']])
    const [packed] = kept
    if (!packed) throw new Error('Nothing was handed over')
    for (const again of [
      [teams, { ...messages, packed, lines: [] }],
      [teams, messages],
    ]) {
      parts = again
      expect((await ask(encoding)).toString()).toBe(whole.toString())
    }
    parts = [{ ...messages, packed, lines: [] }, teams]
    expect(readSnapshot(await ask(encoding)).following?.[0]?.rows).toEqual([
      ['a', 'A'],
      ['ä', '返金'],
    ])
  })
})

test('what to ask for next is said before anything is unpacked', async () => {
  const said: (string | null)[] = []
  for (parts of [[messages, teams], [messages]]) {
    const begun = (header: (name: string) => string | null): void => void said.push(header(NEXT_HEADER))
    await http.whole({ method: 'GET', url, timeoutMs: 10_000, begun })
  }
  expect(said).toEqual(['n1', ''])
})

test.each(['/cut', '/broken'])('frames that are %s are a bad answer', async path => {
  expect(await http.whole({ method: 'GET', url: `${url}${path}`, timeoutMs: 10_000 })).toEqual({
    ok: false,
    failure: { kind: 'bad-answer' },
  })
})

test('frames that unpack to more than any hub sends are a bad answer, together', async () => {
  const half = 'x'.repeat(LARGEST_BYTES / 2)
  parts = [
    { ...messages, lines: [half], keep: async () => {} },
    { ...messages, lines: [half], keep: async () => {} },
  ]
  const headers = { accept: PART_TYPES }
  expect(await http.whole({ method: 'GET', url, headers, timeoutMs: 30_000 })).toMatchObject({
    failure: { kind: 'bad-answer' },
  })
})
