import { expect, test } from 'vitest'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { get } from 'node:http'
import { routes } from '../../../shared/protocol/routes.ts'
import { SnapshotHead } from '../../../shared/protocol/pull.ts'
import { fileHub } from '../../support/file-hub.ts'
import { eventually, spawnHub } from '../../support/hub.ts'
import { addCase, addNoteTo, pushOne } from '../../support/hub-work.ts'
import { freshId } from '../../support/builders.ts'
import { openLive } from '../../support/live-client.ts'

const hub = fileHub()

type Raw = { readonly encoding: string | undefined; readonly body: Buffer }
function raw(path: string, headers: Record<string, string>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(`${hub.url}${path}`, { headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) }),
      )
      answer.on('error', reject)
    }).on('error', reject)
  })
}

test.each([
  ['gzip', 'gzip', gunzipSync],
  ['br;q=1, gzip;q=0.5', 'br', brotliDecompressSync],
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip, zstd', 'zstd', zstdDecompressSync],
  ['identity', undefined, (body: Buffer) => body],
  ['gzip;q=0', undefined, (body: Buffer) => body],
] as const)('a snapshot asked for with "%s" comes as %s', async (accept, encoding, open) => {
  const { headers } = await hub.signIn('lena')
  const answer = await raw(routes.snapshot, { ...headers, 'accept-encoding': accept })
  const [first = '', ...rows] = open(answer.body).toString().trimEnd().split('\n')
  const head = SnapshotHead.parse(JSON.parse(first))

  expect(answer.encoding).toBe(encoding)
  expect(rows).toHaveLength(head.rows)
  expect(rows.map(row => JSON.parse(row) as unknown[]).every(row => row.length === head.columns.length)).toBe(
    true,
  )
})

test('a token of one copy is good on every other, and its end too', async () => {
  const copy = await hub.startCopy()
  const { headers } = await hub.signIn('lena')
  const pull = async (url: string): Promise<number> =>
    (await fetch(`${url}${routes.pull}`, { headers })).status
  expect(await pull(copy.url)).toBe(200)
  await fetch(`${copy.url}${routes.signOut}`, { method: 'POST', headers })

  expect([await pull(hub.url), await pull(copy.url)]).toEqual([401, 401])
  await copy.stop()
})

test('the same push on two copies at once is taken once', async () => {
  const copy = await hub.startCopy()
  const lena = await hub.signIn('lena')
  const one = await addCase(hub)
  const intent = { ...addNoteTo(one, 'only once'), mutationId: freshId() }
  const verdicts = await Promise.all(
    [hub.url, copy.url, hub.url].map(url => pushOne(hub, lena, { ...intent, url })),
  )
  const { rows } = await hub.database.owner.query('SELECT 1 FROM notes WHERE ticket_id = $1', [one.ticket.id])

  expect(verdicts.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  expect(rows).toHaveLength(1)
  await copy.stop()
})

test('a hub that stops says good-bye to sockets and polls, and answers what it was asked', async () => {
  const copy = await hub.startCopy()
  const { accessToken, headers } = await hub.signIn('lena')
  const client = await openLive(copy.url, accessToken)
  const { seq } = await hub.store.read(hub.workspaceId, tx => tx.head())
  const poll = fetch(`${copy.url}${routes.poll}?after=${seq}&waitMs=20000`, { headers })
  await eventually(
    async () => ((await (await fetch(`${copy.url}${routes.health}`)).json()) as { readers: number }).readers,
    readers => readers === 2,
  )
  await copy.stop()

  expect(await (await poll).json()).toEqual({ kind: 'bye', reason: 'restarting' })
  expect(await client.closed).toEqual({ code: 1001, reason: 'restarting' })
  expect(client.frames.at(-1)).toEqual({ kind: 'bye', reason: 'restarting' })
  await expect(fetch(`${copy.url}${routes.hello}`)).rejects.toThrow('fetch failed')
})

test('as a process of its own: ready file, SIGTERM ends it with 0, SIGKILL loses nothing that was answered', async () => {
  const first = await spawnHub(hub.databaseUrl)
  const lena = await hub.signIn('lena', { url: first.url })
  const one = await addCase(hub)
  const intent = { ...addNoteTo(one, 'answered before the kill'), mutationId: freshId() }
  expect((await pushOne(hub, lena, { ...intent, url: first.url })).kind).toBe('done')
  await first.kill()
  const second = await spawnHub(hub.databaseUrl)
  const again = await pushOne(hub, lena, { ...intent, url: second.url })
  const { rows } = await hub.database.owner.query('SELECT 1 FROM notes WHERE ticket_id = $1', [one.ticket.id])

  expect([again.kind, rows.length]).toEqual(['done', 1])
  expect(await second.stop()).toBe(0)
  expect(second.output()).toContain('Stopped.')
  await expect(fetch(`${second.url}${routes.hello}`)).rejects.toThrow('fetch failed')
})

test('a hub whose parent process is gone stops by itself', async () => {
  const orphan = await spawnHub(hub.databaseUrl)
  orphan.child.disconnect()

  expect(await orphan.exited).toBe(0)
  await orphan.stop()
})
