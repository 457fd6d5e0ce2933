import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fileHub } from '../../support/file-hub.ts'
import { SecondClient } from '../../support/second-client/client.ts'
import type { Frame, Hint } from '../../support/second-client/live.ts'
import { overHttp } from '../../support/second-client/wire.ts'
import { protocolSchema } from './protocol-schema.ts'
import { addCase, credentialsOf, failureOf, newNote, newReply } from './support.ts'

const path = join(import.meta.dirname, '../../../docs/sync-protocol.schema.json')
const stored = (): ReturnType<typeof protocolSchema> =>
  JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof protocolSchema>

const hub = fileHub()

/** A check by the stored file alone, as a stranger would make it. */
function checkOf(name: string): z.ZodType {
  const { $defs, $schema } = stored()
  if (!$defs[name]) throw new Error(`The schema does not know ${name}`)
  return z.fromJSONSchema({ $schema, $ref: `#/$defs/${name}`, $defs } as Parameters<
    typeof z.fromJSONSchema
  >[0])
}
const checks = new Map<string, z.ZodType>()
function problems(name: string, value: unknown): readonly string[] {
  const check = checks.get(name) ?? checkOf(name)
  checks.set(name, check)
  const result = check.safeParse(value)
  return result.success ? [] : [`${name}: ${z.prettifyError(result.error)}`]
}

type Sent = { readonly entries?: readonly { readonly name: string; readonly args: unknown }[] }
type Rows = readonly { readonly table: string; readonly row: unknown }[]
const ANSWERS: Readonly<Record<string, readonly [string | null, string]>> = {
  '/v1/hello': [null, 'Hello'],
  '/v1/sign-in': ['SignInRequest', 'SignedIn'],
  '/v1/token': ['RefreshRequest', 'SignedIn'],
  '/v1/sync/push': ['PushRequest', 'PushAnswer'],
  '/v1/sync/pull': [null, 'PullAnswer'],
}

test('the schema is the one the product speaks by (vitest -u writes it anew)', async () => {
  await expect(`${JSON.stringify(protocolSchema(), null, 2)}\n`).toMatchFileSnapshot(path)
})

test('all that a client and a hub say to each other satisfies the schema', async () => {
  const through = overHttp(hub.url)
  const found: string[] = []
  const seen = new Set<string>()
  const look = (name: string, value: unknown): void => {
    seen.add(name)
    found.push(...problems(name, value))
  }
  const client = new SecondClient({
    baseUrl: hub.url,
    send: async request => {
      const answer = await through(request)
      const [address = ''] = request.path.split('?')
      if (answer.status >= 400) {
        look('ErrorBody', JSON.parse(answer.body.toString()))
        return answer
      }
      if (address === '/v1/sync/snapshot') {
        const [head = '', ...lines] = answer.body.toString().split('\n')
        const { table, columns } = JSON.parse(head) as { table: string; columns: string[] }
        look('SnapshotHead', JSON.parse(head))
        for (const line of lines.filter(Boolean)) {
          const values = JSON.parse(line) as unknown[]
          look(`Row.${table}`, Object.fromEntries(columns.map((column, index) => [column, values[index]])))
        }
        return answer
      }
      const [asked, answered] = ANSWERS[address] ?? []
      const sent = JSON.parse(request.body?.toString() ?? 'null') as Sent | null
      if (asked) look(asked, sent)
      for (const { name, args } of sent?.entries ?? []) look(`Args.${name}`, args)
      if (!answered) return answer
      const body: unknown = JSON.parse(answer.body.toString())
      look(answered, body)
      const { verdicts = [], entries = [] } = body as { verdicts?: { rows?: Rows }[]; entries?: Rows }
      const rows = [...verdicts.flatMap(verdict => verdict.rows ?? []), ...entries]
      for (const { table, row } of rows) if (row) look(`Row.${table}`, row)
      return answer
    },
  })
  await client.signIn(credentialsOf('lena'))
  await client.pull()
  const at = await addCase(client)
  const line = await client.connect()
  client.act('ticket.reply', newReply(client, at))
  client.act('note.add', newNote(client, at))
  client.act('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'low' })
  client.act('note.add', newNote(client, { ...at, ticketId: client.newId() }))
  await client.push()
  await client.pull()
  await client.refresh()
  // Small enough to travel with its hint.
  await client.send('note.add', newNote(client, at))
  await failureOf(client.download({ customerId: at.customerId, sha256: 'a'.repeat(64) }))
  await line.first((frame: Frame): frame is Hint => frame.kind === 'hint' && frame.entries !== null)
  line.close()
  await line.closed
  for (const frame of line.frames) look('LiveFrame', frame)

  expect(found).toEqual([])
  expect(seen.size).toBeGreaterThan(20)
})

test('what is wrong does not satisfy it', () => {
  const id = '01955bb0-a580-7000-8000-000000000001'
  const entry = { mutationId: id, groupId: null, name: 'ticket.tag', args: {}, nowMs: 1 }
  const push = { protocol: 1, clientId: id, epoch: 'e', sentAtMs: 1, entries: [entry] }
  expect(problems('PushRequest', push)).toEqual([])
  const wrong: readonly (readonly [string, unknown])[] = [
    ['PushRequest', { ...push, entries: [] }],
    ['PushRequest', { ...push, clientId: id.toUpperCase() }],
    ['PushRequest', { ...push, entries: [{ ...entry, nowMs: 1.5 }] }],
    ['Verdict', { kind: 'perhaps', mutationId: id }],
    ['Args.ticket.tag', { ticketId: id, tags: ['a'], colour: 'red' }],
    ['Args.thread.take', { threadId: id, agentId: id }],
    ['Row.teams', { id, name: 'Orders' }],
  ]
  expect(wrong.filter(([name, value]) => problems(name, value).length === 0)).toEqual([])
})

test('a message of a newer hub satisfies it: unknown keys and values are no error', () => {
  const id = '01955bb0-a580-7000-8000-000000000001'
  expect(problems('Row.teams', { id, name: 'Orders', kind: 'logistics', mood: 'sunny' })).toEqual([])
})
