import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import { keepBusy } from '../support/busy-desk.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import type { FaultProxy, ProxiedAnswer, ProxiedRequest } from '../support/fault-proxy.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { eventually, PASSWORD, SEED_AGENTS } from '../support/hub.ts'
import { startHubProcess } from '../support/hub-process.ts'
import type { HubProcess } from '../support/hub-process.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import { killMachine } from '../support/power-cut/hub-machine.ts'
import { seededRandom } from '../support/sample-row.ts'
import { contentOnHub, sitDown } from '../support/whole-laptop.ts'
import { wordsIn } from '../support/words-on-hub.ts'
import type { OnTicket } from '../support/whole-laptop.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const CUTS = isLong ? 100 : 4
const ACTS_BETWEEN = 12

const cleanUps = cleaningUp()

type Entry = { readonly mutationId: string; readonly args: Readonly<Record<string, unknown>> }

/** Ids of notes and messages the hub has said it took, as the laptop hears it. */
function hearAcknowledged(line: FaultProxy): ReadonlySet<string> {
  const taken = new Set<string>()
  line.setFault(
    async (
      request: ProxiedRequest,
      forward: (request: ProxiedRequest) => Promise<ProxiedAnswer>,
    ): Promise<ProxiedAnswer> => {
      const answer = await forward(request)
      if (!request.url.startsWith('/v1/sync/push') || answer.status !== 200) return answer
      const { entries } = JSON.parse(request.body.toString('utf8')) as { entries: readonly Entry[] }
      const { verdicts } = JSON.parse(answer.body.toString('utf8')) as {
        verdicts: readonly { readonly mutationId: string; readonly kind: string }[]
      }
      const done = new Set(verdicts.filter(({ kind }) => kind === 'done').map(({ mutationId }) => mutationId))
      for (const { mutationId, args } of entries)
        if (done.has(mutationId)) taken.add(String(args['noteId'] ?? args['messageId']))
      return answer
    },
  )
  return taken
}

async function idsOn(url: string): Promise<ReadonlySet<string>> {
  const { messages = [], notes = [] } = await contentOnHub(url, 'lena')
  return new Set([...messages, ...notes].map(row => String(row['id'])))
}

/** A hub of one's own with one agent and one ticket, its cluster made on a disk that works. */
async function newHub(settings: string): Promise<{ readonly hub: HubProcess; readonly work: OnTicket }> {
  const hub = await startHubProcess()
  cleanUps.push(hub.remove)
  await hub.run(['workspace', 'add', '--name', 'Acme', '--slug', 'acme'])
  const { email } = SEED_AGENTS.lena
  await hub.run(['agent', 'add', email, '--name', 'Lena Koch', '--password-stdin'], `${PASSWORD}\n`)
  const writer = await openHubWriter(hub.url, { email, password: PASSWORD })
  const { ticketId, threadIds } = await writer.ticket({ customer: 'Ada', subject: 'Power', text: 'Hello' })
  await hub.stop()
  appendFileSync(join(hub.folder, 'data', 'cluster', 'postgresql.auto.conf'), settings)
  return { hub, work: { ticket: { id: ticketId }, thread: { id: threadIds[0] ?? '' } } }
}

/** Cuts the hub's power again and again under work; answers what it had taken and did not have after a cut. */
async function cutTheHub(context: TestContext, cuts: number, settings = '') {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  const { hub, work } = await newHub(settings)
  const disk = forgetfulDisk(join(hub.folder, 'data'))
  cleanUps.push(disk.remove)
  await hub.start(disk.env())
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  const taken = hearAcknowledged(line)
  const desk = keepBusy(lena, work, { name: 'Lena', everyMs: 15 })
  cleanUps.push(desk.stop)
  const random = seededRandom(811)
  const forgotten: string[] = []
  let writes = 0
  for (let cut = 0; cut < cuts; cut += 1) {
    const enough = taken.size + 1 + Math.floor(random() * ACTS_BETWEEN)
    await lena.call('sync.wake', {})
    await eventually(
      () => taken.size,
      size => size >= enough,
      60_000,
    )
    await killMachine(hub)
    const before = [...taken]
    writes += disk.cut(random).writes
    await hub.start(disk.env())
    const there = await idsOn(hub.url)
    forgotten.push(...before.filter(id => !there.has(id)))
  }
  await desk.stop()
  return { lena, hub, safe: desk.safe, forgotten, writes }
}

test(
  `${CUTS} power cuts of the hub under work: nothing it has taken is lost, nothing is there twice`,
  async context => {
    const { lena, hub, safe, forgotten, writes } = await cutTheHub(context, CUTS)
    expect(forgotten).toEqual([])
    expect(writes).toBeGreaterThan(CUTS)
    await lena.settled()
    const onHub = await contentOnHub(hub.url, 'lena')
    const words = wordsIn(onHub)
    expect(safe.length).toBeGreaterThan(CUTS)
    for (const text of safe) expect(words.filter(word => word === text)).toHaveLength(1)
    expect(lena.content()).toEqual(onHub)
  },
  60_000 + CUTS * 20_000,
)

test('negative control: a hub that does not wait for its disk loses what it has taken to the same cuts', async context => {
  const { forgotten } = await cutTheHub(context, 1, 'synchronous_commit = off\nwal_writer_delay = 10s\n')
  expect(forgotten.length).toBeGreaterThan(0)
}, 120_000)
