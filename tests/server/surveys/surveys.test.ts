import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { ensureSurveyKey } from '../../../server/db/queries/surveys.ts'
import { erasePerson, stageRows } from '../../../server/sync/admin.ts'
import { surveyMailsJob } from '../../../server/jobs/survey-mails.ts'
import { readSurveyToken, signSurveyToken } from '../../../server/surveys/survey-token.ts'
import { teamRuleId } from '../../../shared/domain/between.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { CHANGE_WITHIN_MS, LINK_LASTS_MS } from '../../../shared/rules/surveys/survey-link.ts'
import { aContactPoint, freshId } from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import { runJob } from '../../support/run-job.ts'

const DAY_MS = 86_400_000
let hub: HubUnderTest
let lena: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
})
afterAll(() => hub.stop())

const rowOf = async <Name extends 'surveys'>(table: Name, id: string): Promise<Row<Name> | undefined> =>
  (await hub.store.read(hub.workspaceId, tx => tx.rows(table, [id])))[0] as Row<Name> | undefined
/** Rows as they stand in the database. */
const rows = async <R extends object>(sql: string, values: readonly unknown[]): Promise<readonly R[]> =>
  inWorkspace(
    hub.database.app,
    { workspaceId: hub.workspaceId },
    async client => (await client.query<R>(sql, [...values])).rows,
  )
const secret = (): Promise<string> =>
  inWorkspace(hub.database.app, { workspaceId: hub.workspaceId }, client =>
    ensureSurveyKey({ client, workspaceId: hub.workspaceId }),
  )

async function asked(fields: Partial<Row<'surveys'>> = {}): Promise<Row<'surveys'>> {
  const { customer } = await addCase(hub)
  const survey = aSurvey({ customerId: customer.id, askedAtMs: hub.clock.now(), ...fields })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'surveys', row: survey }]])
  return survey
}
async function tokenFor(surveyId: string, lastsMs = LINK_LASTS_MS): Promise<string> {
  const { workspaceId } = hub
  return signSurveyToken(await secret(), { workspaceId, surveyId, expiresAtMs: hub.clock.now() + lastsMs })
}
const at = (token: string): string => `${hub.url}/survey/${token}`
const send = (token: string, form: Record<string, string>): Promise<Response> =>
  fetch(at(token), { method: 'POST', body: new URLSearchParams(form) })

describe('the page of a link', () => {
  test('asks one question, says nothing of the person, loads nothing and may be framed by nobody', async () => {
    const survey = await asked()
    const answer = await fetch(at(await tokenFor(survey.id)), { headers: { 'accept-language': 'de-AT,en' } })
    const page = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page).toContain('<html lang="de">')
    expect(page.match(/type="radio"/gu)).toHaveLength(11)
    expect(page).not.toMatch(/<script|https?:|Ana|\w@/u)
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'/u,
    )
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('speaks the language of the mail it stood in', async () => {
    const survey = await asked({ kind: 'ces' })
    const page = await (await fetch(`${at(await tokenFor(survey.id))}?in=en`)).text()
    expect(page).toContain('How easy was it')
    expect(page.match(/type="radio"/gu)).toHaveLength(7)
  })

  test('takes an answer with words, which reaches laptops as the survey’s own and shows in the timeline', async () => {
    const survey = await asked()
    const answer = await send(await tokenFor(survey.id), { score: '9', comment: ' Always <b>kind</b>. ' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Always &lt;b&gt;kind&lt;/b&gt;.')
    expect(await rowOf('surveys', survey.id)).toMatchObject({
      score: 9,
      comment: 'Always <b>kind</b>.',
      answeredAtMs: expect.any(Number) as number,
    })
    const events = await rows(`SELECT type FROM tandem.events WHERE customer_id = $1`, [survey.customerId])
    expect(events).toEqual([{ type: 'survey.answered-by-link' }])
  })

  test('may be put right for a day, and is then used up', async () => {
    const survey = await asked()
    const token = await tokenFor(survey.id)
    await send(token, { score: '3' })
    expect((await send(token, { score: '8', comment: 'On second thought' })).status).toBe(200)
    expect(await rowOf('surveys', survey.id)).toMatchObject({ score: 8 })
    hub.clock.shift(CHANGE_WITHIN_MS)
    expect((await send(token, { score: '1' })).status).toBe(404)
    expect((await fetch(at(token))).status).toBe(404)
    expect(await rowOf('surveys', survey.id)).toMatchObject({ score: 8, comment: 'On second thought' })
  })

  test.each([[{}], [{ score: '11' }], [{ score: '-1' }], [{ score: 'x' }]])(
    'asks again for %j, and keeps the words',
    async form => {
      const survey = await asked()
      const answer = await send(await tokenFor(survey.id), { ...form, comment: 'Hello' })
      expect([answer.status, (await answer.text()).includes('>Hello</textarea>')]).toEqual([422, true])
      expect(await rowOf('surveys', survey.id)).toMatchObject({ score: null, comment: null })
    },
  )
})

describe('a link that is no good', () => {
  test('forged, cut, of another workspace’s key, expired or erased: all look the same and change nothing', async () => {
    const survey = await asked()
    const good = await tokenFor(survey.id)
    const { workspaceId } = hub
    const facts = { workspaceId, surveyId: survey.id, expiresAtMs: hub.clock.now() + DAY_MS }
    const flipped = `${good.slice(0, -1)}${good.endsWith('A') ? 'Q' : 'A'}`
    const longer = Buffer.from(good, 'base64url')
    // The same survey for a year more: the signature covers the time as well.
    longer.writeUIntBE(facts.expiresAtMs + 365 * DAY_MS, 32, 6)
    const bad = [
      flipped,
      good.slice(0, -2),
      longer.toString('base64url'),
      signSurveyToken('another secret', facts),
      signSurveyToken(await secret(), { ...facts, workspaceId: freshId() }),
      signSurveyToken(await secret(), { ...facts, surveyId: freshId() }),
      await tokenFor(survey.id, -1),
    ]
    const seen = new Set<string>()
    for (const token of bad) {
      const answer = await send(token, { score: '9' })
      seen.add(`${answer.status} ${await answer.text()}`)
    }
    expect(seen.size).toBe(1)
    expect([...seen][0]).toMatch(/^404 /u)
    expect(await rowOf('surveys', survey.id)).toMatchObject({ score: null })
    // The control: the one that is good is taken, so it was the signature that kept the others out.
    expect((await send(good, { score: '9' })).status).toBe(200)
  })

  test('goes with the person', async () => {
    const survey = await asked()
    const token = await tokenFor(survey.id)
    const reason = 'asked'
    await erasePerson(hub.deps, hub.workspaceId, {
      customerId: survey.customerId,
      agentId: lena.agent.id,
      reason,
    })
    expect((await fetch(at(token))).status).toBe(404)
  })

  test('taken apart, a token names a survey and a moment, and whatever is none is nothing', async () => {
    const surveyId = freshId()
    const expiresAtMs = hub.clock.now()
    const token = signSurveyToken('s', { workspaceId: hub.workspaceId, surveyId, expiresAtMs })
    expect(token.length).toBeLessThan(100)
    expect(readSurveyToken(token)).toMatchObject({ workspaceId: hub.workspaceId, surveyId, expiresAtMs })
    for (const text of ['', 'x', '_'.repeat(token.length), `${token}A`, token.replace(/.$/u, '*')])
      expect(readSurveyToken(text)).toBeNull()
  })

  test('a form anywhere else is refused', async () => {
    const answer = await fetch(`${hub.url}/v1/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    })
    expect(answer.status).toBe(400)
  })

  test('tried too often, a link rests for everybody who tries it', async () => {
    const survey = await asked()
    const token = await tokenFor(survey.id)
    let last = 200
    for (let tries = 0; tries < 40 && last !== 429; tries += 1) last = (await fetch(at(token))).status
    expect(last).toBe(429)
    expect((await send(token, { score: '9' })).status).toBe(429)
    expect(await rowOf('surveys', survey.id)).toMatchObject({ score: null })
  })
})

describe('mails of the hub', () => {
  const mailNow = (publicUrl: string | null = 'https://help.example/'): Promise<void> =>
    runJob(surveyMailsJob, hub, { publicUrl })
  const setRule = (content: Record<string, boolean | number>): Promise<unknown> =>
    rows(
      `INSERT INTO tandem.team_rules (workspace_id, id, key, content_json, updated_at_ms)
       VALUES ($1, $2, 'surveys', $3, 0)
       ON CONFLICT (workspace_id, id) DO UPDATE SET content_json = $3`,
      [hub.workspaceId, teamRuleId('surveys'), JSON.stringify(content)],
    )
  const mails = (customerId: string) =>
    rows<{ body: string; to: string }>(
      `SELECT body_text AS body, to_json->0->>'address' AS to FROM tandem.messages
       WHERE customer_id = $1 AND direction = 'out' AND author_kind = 'automation' ORDER BY id`,
      [customerId],
    )
  const surveysOf = (customerId: string) =>
    rows<{ kind: string; sent: boolean }>(
      `SELECT kind, sent_at_ms IS NOT NULL AS sent FROM tandem.surveys
       WHERE customer_id = $1 ORDER BY asked_at_ms`,
      [customerId],
    )

  async function person(
    mail: string | null,
    thread: Partial<Row<'threads'>> = {},
    days = 100,
  ): Promise<{ readonly customerId: string; readonly ticketId: string }> {
    const { customer, ticket } = await addCase(
      hub,
      { state: 'solved', solvedAtMs: hub.clock.now() - DAY_MS, waitingSinceMs: null, ...thread },
      { customerSinceMs: hub.clock.now() - days * DAY_MS, language: 'de' },
    )
    if (mail !== null)
      await stageRows(hub.deps, hub.workspaceId, [
        [
          {
            table: 'contactPoints',
            row: aContactPoint({ id: freshId(), customerId: customer.id, value: mail }),
          },
        ],
      ])
    return { customerId: customer.id, ticketId: ticket.id }
  }

  test('nobody is asked by itself until a supervisor wants it, nor without an address customers can reach', async () => {
    const { customerId } = await person('a@example.com')
    await mailNow()
    await setRule({ asksNps: true, sendsLinks: true })
    await mailNow(null)
    expect(await surveysOf(customerId)).toEqual([])
  })

  test('what an agent asks is mailed on its ticket, once, and the link in it is good', async () => {
    await setRule({ sendsLinks: true })
    lena = await hub.signIn('lena')
    const { customerId, ticketId } = await person('b@example.com')
    const surveyId = freshId()
    const args = { surveyId, customerId, ticketId, kind: 'csat', seen: [] }
    expect(await pushOne(hub, lena, { name: 'survey.ask', args })).toMatchObject({ kind: 'done' })
    await mailNow()
    expect(await mails(customerId)).toEqual([])
    hub.clock.shift(3 * 60_000)
    await mailNow()
    await mailNow()
    const sent = await mails(customerId)
    expect(sent.map(({ to }) => to)).toEqual(['b@example.com'])
    const [, token = ''] = /https:\/\/help\.example\/survey\/([\w-]+)\?in=de/u.exec(sent[0]?.body ?? '') ?? []
    expect((await send(token, { score: '5' })).status).toBe(200)
    expect(await rowOf('surveys', surveyId)).toMatchObject({ score: 5, agentId: lena.agent.id })
  })

  test('everybody who is due is asked how they see us, once in a period, as a contact nobody has to work on', async () => {
    await setRule({ asksNps: true })
    const due = await person('c@example.com')
    const refusing = await person('no@example.com')
    await stageRows(hub.deps, hub.workspaceId, [
      [
        {
          table: 'preferences',
          row: sampleRow('preferences', {
            customerId: refusing.customerId,
            subject: 'surveys',
            consent: 'refused',
          }),
        },
      ],
    ])
    const twice = await person('twice@example.com')
    const double = await person(null)
    await rows('UPDATE tandem.customers SET merged_into_id = $2 WHERE id = $1', [
      double.customerId,
      twice.customerId,
    ])
    await stageRows(hub.deps, hub.workspaceId, [
      [
        {
          table: 'preferences',
          row: sampleRow('preferences', {
            id: freshId(),
            customerId: double.customerId,
            subject: 'channel',
            value: 'email',
            consent: 'refused',
          }),
        },
      ],
    ])
    const others = [
      refusing,
      // What they said on another record of theirs they have said.
      twice,
      await person(null),
      await person('new@example.com', {}, 5),
      await person('down@example.com', { kind: 'support', state: 'open', solvedAtMs: null }),
      await person('waits@example.com', { state: 'open', solvedAtMs: null, waitingSinceMs: hub.clock.now() }),
    ]
    await mailNow()
    await mailNow()
    expect(await surveysOf(due.customerId)).toEqual([{ kind: 'nps', sent: true }])
    expect(await mails(due.customerId)).toMatchObject([{ to: 'c@example.com' }])
    for (const { customerId } of others) expect(await surveysOf(customerId)).toEqual([])
    const threads = await rows(
      `SELECT t.state FROM tandem.threads t JOIN tandem.tickets k ON k.id = t.ticket_id
       WHERE t.customer_id = $1 AND k.tags_json @> '["survey"]'`,
      [due.customerId],
    )
    expect(threads).toEqual([{ state: 'solved' }])
    hub.clock.shift(89 * DAY_MS)
    await mailNow()
    expect(await surveysOf(due.customerId)).toHaveLength(1)
    hub.clock.shift(2 * DAY_MS)
    await mailNow()
    expect(await surveysOf(due.customerId)).toHaveLength(2)
  })
})
