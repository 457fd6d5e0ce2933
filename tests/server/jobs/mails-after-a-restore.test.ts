import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startNewEpoch } from '../../../server/auth/administration.ts'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { passOnJob } from '../../../server/jobs/pass-on.ts'
import { surveyMailsJob } from '../../../server/jobs/survey-mails.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import type { TableRow } from '../../../server/sync/store.ts'
import { teamRuleId } from '../../../shared/domain/between.ts'
import { aContactPoint, aCustomer, freshId } from '../../support/builders.ts'
import { anOpportunity } from '../../support/growth-builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import type { Case, PushOptions } from '../../support/hub-work.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import { runJob } from '../../support/run-job.ts'

// Two hubs with the same customer stand for one: as it was, and as it came back from a backup.
type Side = { readonly hub: HubUnderTest; readonly lena: SignedInAs }
let before: Side
let restored: Side
const start = async (): Promise<Side> => {
  const hub = await startTestHub()
  return { hub, lena: await hub.signIn('lena') }
}
beforeAll(async () => {
  before = await start()
  restored = await start()
})
afterAll(async () => {
  await before.hub.stop()
  await restored.hub.stop()
})

type Mail = { readonly id: string; readonly header: string; readonly delivery: string }
/** What the hub itself has written to anybody about a customer, as its channel finds it. */
const mailsOf = ({ hub }: Side, customerId: string): Promise<readonly Mail[]> =>
  inWorkspace(
    hub.database.app,
    { workspaceId: hub.workspaceId },
    async client =>
      (
        await client.query<Mail>(
          `SELECT id, message_id AS header, delivery FROM tandem.messages
           WHERE customer_id = $1 AND direction = 'out' AND author_kind = 'automation' ORDER BY id`,
          [customerId],
        )
      ).rows,
  )
const stage = async ({ hub }: Side, rows: readonly TableRow[]): Promise<void> => {
  await stageRows(hub.deps, hub.workspaceId, [rows])
}

describe('an opportunity that was given to an address outside', () => {
  const passOn = (opportunityId: string) => ({
    name: 'opportunity.passOn',
    args: { opportunityId, teamId: null, address: 'sales@partner.example', seen: 'noted' },
  })
  /** The same noted opportunity on both. */
  async function noted(): Promise<{ readonly id: string; readonly customerId: string }> {
    const { customer } = await addCase(before.hub, { state: 'solved', solvedAtMs: before.hub.clock.now() })
    const row = anOpportunity({ customerId: customer.id, consent: 'given', consentVia: 'phone' })
    await stage(before, [{ table: 'opportunities', row }])
    await stage(restored, [
      { table: 'customers', row: customer },
      { table: 'opportunities', row },
    ])
    return row
  }
  const send = async (side: Side, id: string, options: PushOptions = {}): Promise<void> => {
    expect(await pushOne(side.hub, side.lena, { ...passOn(id), ...options })).toMatchObject({ kind: 'done' })
    await runJob(passOnJob, side.hub)
  }

  test('given again to a restored hub is the same mail, whatever the laptop’s clock says, and may have left', async () => {
    const { id, customerId } = await noted()
    const mutationId = freshId()
    await send(before, id, { mutationId })
    const [first] = await mailsOf(before, customerId)
    const nowMs = restored.hub.clock.now() - 7_200_000
    await send(restored, id, { mutationId, nowMs, replayed: true })
    const [again] = await mailsOf(restored, customerId)
    expect([first?.delivery, again?.delivery]).toEqual(['queued', 'unknown'])
    expect([again?.id, again?.header]).toEqual([first?.id, first?.header])
  })

  test('passed on anew, which nobody has done before, it is another mail and leaves', async () => {
    const { id, customerId } = await noted()
    await send(before, id)
    await send(restored, id)
    const [[first], [fresh]] = [await mailsOf(before, customerId), await mailsOf(restored, customerId)]
    expect(fresh?.delivery).toBe('queued')
    expect(fresh?.id).not.toBe(first?.id)
  })

  test('that waited in the backup may have left since; an agent sends it again once', async () => {
    const { id, customerId } = await noted()
    const { hub, lena } = restored
    await pushOne(hub, lena, passOn(id))
    await startNewEpoch(hub.deps, hub.workspaceId)
    await runJob(passOnJob, hub)
    const [mail] = await mailsOf(restored, customerId)
    expect(mail?.delivery).toBe('unknown')
    const again = { name: 'message.sendAgain', args: { messageId: mail?.id, seen: 'unknown' } }
    for (let times = 0; times < 2; times += 1)
      expect(await pushOne(hub, lena, again)).toMatchObject({ kind: 'done' })
    expect(await mailsOf(restored, customerId)).toEqual([{ ...mail, delivery: 'queued' }])
    const events = await hub.store.read(hub.workspaceId, tx => tx.groupRows([customerId]))
    expect(events.filter(({ row }) => row['type'] === 'message.sent-again')).toHaveLength(1)
  })
})

const DAY_MS = 86_400_000
const content = { sendsLinks: true, asksNps: true, gapDays: 14, npsEveryDays: 90, npsAfterDays: 30 }
const rule = { id: teamRuleId('surveys'), key: 'surveys' as const, content, updatedAtMs: 0 }

describe('a survey that is asked by a link', () => {
  async function mailed(side: Side, at: Case, options: PushOptions = {}): Promise<Mail | undefined> {
    const { hub, lena } = side
    await stage(side, [{ table: 'teamRules', row: rule }])
    const mail = { kind: 'email' as const, value: 'ana@norte.example', isPrimary: true }
    const point = aContactPoint({ id: freshId(), customerId: at.customer.id, ...mail })
    await stage(side, [{ table: 'contactPoints', row: point }])
    const args = { surveyId: freshId(), customerId: at.customer.id, ticketId: null, kind: 'nps', seen: [] }
    expect(await pushOne(hub, lena, { name: 'survey.ask', args, ...options })).toMatchObject({ kind: 'done' })
    hub.clock.shift(5 * 60_000)
    await runJob(surveyMailsJob, hub, { publicUrl: 'https://hub.example' })
    return (await mailsOf(side, at.customer.id))[0]
  }

  test('given again to a restored hub may have been mailed; asked anew it is mailed', async () => {
    const solved = { state: 'solved', solvedAtMs: before.hub.clock.now() } as const
    const again = await mailed(restored, await addCase(restored.hub, solved), { replayed: true })
    const fresh = await mailed(before, await addCase(before.hub, solved))
    expect([again?.delivery, fresh?.delivery]).toEqual(['unknown', 'queued'])
  })
})

describe('a survey that the hub asks by its own schedule', () => {
  type Given = { readonly sinceDays: number; readonly askedDays?: number }

  /** Somebody who has been a customer for so many days and was asked so many days ago. */
  async function customer(sides: readonly Side[], { sinceDays, askedDays }: Given): Promise<string> {
    const nowMs = before.hub.clock.now()
    const row = aCustomer({ id: freshId(), customerSinceMs: nowMs - sinceDays * DAY_MS })
    const mail = { kind: 'email' as const, value: 'ana@norte.example', isPrimary: true }
    const point = aContactPoint({ id: freshId(), customerId: row.id, ...mail })
    const survey = aSurvey({
      id: freshId(),
      customerId: row.id,
      kind: 'nps',
      ticketId: null,
      askedAtMs: nowMs - (askedDays ?? 0) * DAY_MS,
    })
    const rows: readonly TableRow[] = [
      { table: 'teamRules', row: rule },
      { table: 'customers', row },
      { table: 'contactPoints', row: point },
      ...(askedDays === undefined ? [] : [{ table: 'surveys' as const, row: survey }]),
    ]
    for (const side of sides) await stage(side, rows)
    return row.id
  }
  const ask = ({ hub }: Side): Promise<void> =>
    runJob(surveyMailsJob, hub, { publicUrl: 'https://hub.example' })
  const restore = ({ hub }: Side): Promise<void> => startNewEpoch(hub.deps, hub.workspaceId)
  const surveysOf = ({ hub }: Side, customerId: string): Promise<readonly string[]> =>
    hub.store.read(hub.workspaceId, async tx =>
      (await tx.groupRows([customerId])).filter(({ table }) => table === 'surveys').map(({ row }) => row.id),
    )
  const deliveriesTo = async (side: Side, customerId: string): Promise<readonly string[]> =>
    (await mailsOf(side, customerId)).map(({ delivery }) => delivery)

  beforeAll(() => {
    const apartMs = restored.hub.clock.now() - before.hub.clock.now()
    before.hub.clock.shift(apartMs)
  })

  test('is the same survey and the same mail in both histories, and may have left in the later one', async () => {
    const id = await customer([before, restored], { sinceDays: 400 })
    await ask(before)
    await restore(restored)
    await ask(restored)
    const [[first], [again]] = [await mailsOf(before, id), await mailsOf(restored, id)]
    expect([first?.delivery, again?.delivery]).toEqual(['queued', 'unknown'])
    expect([again?.id, again?.header]).toEqual([first?.id, first?.header])
    expect(await surveysOf(restored, id)).toEqual(await surveysOf(before, id))
    await ask(restored)
    expect(await deliveriesTo(restored, id)).toEqual(['unknown'])
  })

  test('leaves when its customer was not due before the restore', async () => {
    const young = await customer([restored], { sinceDays: 29.5 })
    const asked = await customer([restored], { sinceDays: 400, askedDays: 89.5 })
    await restore(restored)
    await ask(restored)
    expect([await mailsOf(restored, young), await mailsOf(restored, asked)]).toEqual([[], []])
    restored.hub.clock.shift(DAY_MS)
    await ask(restored)
    for (const id of [young, asked]) expect(await deliveriesTo(restored, id)).toEqual(['queued'])
  })

  test('is a new question, and leaves, once a whole turn has passed since the restore', async () => {
    const id = await customer([restored], { sinceDays: 400 })
    restored.hub.clock.shift(91 * DAY_MS)
    await ask(restored)
    expect(await deliveriesTo(restored, id)).toEqual(['queued'])
  })
})
