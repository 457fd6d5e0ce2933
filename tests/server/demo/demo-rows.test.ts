import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DEMO_SIZE, makeDemo } from '../../../server/demo/demo-rows.ts'
import { demoUnits } from '../../../server/demo/demo-units.ts'
import { packLanguages, packOf } from '../../../server/demo/packs/index.ts'
import type { AnyRow, Row, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { missingOf } from '../../../shared/rules/escalation/missing-parts.ts'
import { isAffected, matchKnownIssues } from '../../../shared/rules/known-issue-match.ts'
import { foldPairs, matchesView } from '../../../shared/rules/views.ts'

const NOW_MS = Date.UTC(2025, 10, 25, 10, 11)
const make = (nowMs = NOW_MS, seed = 7) => makeDemo({ seed, nowMs, ...DEMO_SIZE })
const demo = make()
const { world, cast } = demo
const rows = <Name extends TableName>(name: Name): readonly Row<Name>[] => world.rows(name)
const by = <T>(list: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(list, key)

const tickets = new Map(rows('tickets').map(ticket => [ticket.id, ticket]))
const threadsOf = by(rows('threads'), thread => thread.ticketId)
const messagesOf = by(rows('messages'), message => message.ticketId)
const ana = rows('customers').find(({ name }) => name === 'Ana Ruiz')
const hashOf = (made: ReturnType<typeof make>): string => {
  const hash = createHash('sha256')
  for (const name of tableNames) hash.update(JSON.stringify(made.world.rows(name)))
  return hash.digest('hex')
}

describe('the same seed', () => {
  test('and moment give the same rows, another seed gives others', () => {
    expect(hashOf(make())).toBe(hashOf(demo))
    expect(hashOf(make(NOW_MS, 8))).not.toBe(hashOf(demo))
  })

  test('works at any moment: a night, a Sunday, a leap day, long ago', () => {
    for (const nowMs of [
      Date.UTC(2024, 1, 29, 3),
      Date.UTC(2025, 10, 23, 23, 59),
      Date.UTC(2026, 0, 1),
      Date.UTC(2031, 6, 6, 12),
    ]) {
      const { world: other, cast: others } = make(nowMs)
      const mine = other
        .rows('threads')
        .filter(({ state, assigneeId }) => state === 'open' && assigneeId === others.agents.mira.id)
      expect([other.rows('tickets').length, mine.length]).toEqual([DEMO_SIZE.tickets, 14])
    }
  })
})

describe('every row', () => {
  test('fits its table', () => {
    const wrong: string[] = []
    for (const name of tableNames) {
      const columns = Object.entries(tables[name].columns)
      for (const row of rows(name) as readonly AnyRow[]) {
        for (const [key, column] of columns) {
          const parsed = column.schema.safeParse(row[key])
          if (!parsed.success || (column.oneOf && parsed.data === 'other'))
            wrong.push(`${name}.${key} of ${row.id}`)
        }
        if (Object.keys(row).length !== columns.length) wrong.push(`${name} ${row.id} has other columns`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('has an id of its own and points to rows that are there, of the same customer', () => {
    const wrong: string[] = []
    const ids = new Set<string>()
    for (const name of tableNames) {
      for (const { id } of rows(name) as readonly AnyRow[]) {
        // There is one for each ticket or customer, under its own id.
        if ((name === 'diagnoses' || name === 'takeovers') && tickets.has(id)) continue
        if (name === 'portraits' && rows('customers').some(customer => customer.id === id)) continue
        if (ids.has(id)) wrong.push(`${name} ${id} twice`)
        ids.add(id)
      }
    }
    for (const name of tableNames) {
      for (const row of rows(name) as readonly AnyRow[]) {
        for (const [key, value] of Object.entries(row)) {
          // Names that are no rows: of a mail, of a device, of a step inside of a guide.
          const isNoRow = ['messageId', 'clientId', 'stepId'].includes(key)
          if (!/Id$|^createdBy$/.test(key) || isNoRow || value === null) continue
          if (typeof value === 'string' && !ids.has(value))
            wrong.push(`${name}.${key} of ${row.id} points nowhere`)
        }
        const ticketId = row['ticketId']
        if (typeof ticketId === 'string' && tickets.get(ticketId)?.customerId !== row['customerId'])
          wrong.push(`${name} ${row.id} is of another customer`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('lies before now, unless it is due', () => {
    const wrong: string[] = []
    const allowed = new Set(['dueAtMs', 'snoozedUntilMs', 'closedAtMs', 'untilMs', 'stageUntilMs'])
    for (const name of tableNames) {
      for (const row of rows(name) as readonly AnyRow[]) {
        for (const [key, value] of Object.entries(row)) {
          if (key.endsWith('Ms') && typeof value === 'number' && value > NOW_MS && !allowed.has(key))
            wrong.push(`${name}.${key} of ${row.id} is ahead`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('tickets', () => {
  test('are 10,000 of about 2,000 customers, both kinds and both at once, with whole conversations', () => {
    const wrong: string[] = []
    const paired = rows('threads').filter(({ isPaired }) => isPaired)
    // One more began with a bot.
    expect(tickets.size).toBe(10_000)
    expect(rows('customers').length).toBeGreaterThan(1_990)
    expect(paired.length / 2).toBeGreaterThan(300)
    expect(rows('messages').length / tickets.size).toBeGreaterThan(2.8)
    for (const ticket of tickets.values()) {
      const threads = threadsOf.get(ticket.id) ?? []
      const seqs = (messagesOf.get(ticket.id) ?? []).map(({ seq }) => seq)
      const times = (messagesOf.get(ticket.id) ?? []).map(({ writtenAtMs }) => writtenAtMs)
      if (threads.length === 0 || threads.some(({ isPaired }) => isPaired !== threads.length > 1))
        wrong.push(`threads of ${ticket.id}`)
      if (new Set(threads.map(({ kind }) => kind)).size !== threads.length)
        wrong.push(`two threads of a kind: ${ticket.id}`)
      if (seqs.some((seq, index) => seq !== index + 1) || seqs.length !== ticket.lastMessageSeq)
        wrong.push(`seq of ${ticket.id}`)
      if (times.some((time, index) => time < (times[index - 1] ?? 0))) wrong.push(`times of ${ticket.id}`)
    }
    expect(wrong).toEqual([])
  })

  test('have the same sort keys on both threads, and wait exactly when the customer wrote last', () => {
    const wrong: string[] = []
    for (const [ticketId, threads] of threadsOf) {
      const keys = new Set(
        threads.map(({ lastActivityAtMs, waitingSinceMs }) => `${lastActivityAtMs} ${waitingSinceMs}`),
      )
      const isDone = threads.every(({ state }) => state === 'solved' || state === 'closed')
      const last = messagesOf.get(ticketId)?.at(-1)
      const isAsked = last?.direction === 'in' && last.channel !== 'phone' && last.channel !== 'walk-in'
      const waits = threads[0]?.waitingSinceMs !== null
      if (keys.size !== 1) wrong.push(`sort keys of ${ticketId}`)
      if (last?.channel !== 'phone' && last?.channel !== 'walk-in' && waits !== (isAsked && !isDone))
        wrong.push(`wait of ${ticketId}`)
    }
    expect(wrong).toEqual([])
  })

  test('have numbers in the order they came, Ana’s the one of the pictures', () => {
    const order = [...tickets.values()].toSorted(
      (a, b) => a.createdAtMs - b.createdAtMs || (a.number ?? 0) - (b.number ?? 0),
    )
    const numbers = order.map(({ number }) => number ?? 0)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(demo.lastNumber).toBe(numbers.at(-1))
    expect(
      [...tickets.values()].find(({ subject }) => subject.startsWith('Charged twice, and'))?.number,
    ).toBe(48_213)
  })

  test('leave no slot of a template unfilled and no agent without work', () => {
    const wrong: string[] = []
    for (const { bodyText } of rows('messages')) if (/\{[a-z]+\}/.test(bodyText)) wrong.push(bodyText)
    for (const { subject } of tickets.values())
      if (/\{[a-z]+\}/.test(subject) || subject === '') wrong.push(subject)
    expect(wrong).toEqual([])
  })

  test('come in many languages and scripts', () => {
    const subjects = [...tickets.values()].map(({ subject }) => subject)
    for (const script of ['Latin', 'Han', 'Hiragana', 'Hangul', 'Arabic', 'Hebrew', 'Devanagari']) {
      expect([
        script,
        subjects.filter(subject => new RegExp(`\\p{Script=${script}}`, 'u').test(subject)).length > 10,
      ]).toEqual([script, true])
    }
    expect(packLanguages.length).toBeGreaterThanOrEqual(15)
    for (const language of packLanguages)
      expect([language, packOf(language).thanks.length >= 2]).toEqual([language, true])
    for (const { value, kind } of rows('contactPoints'))
      if (kind === 'email') expect(value).toMatch(/@(?:[a-z0-9-]+\.)?example\.com$/)
  })
})

describe('the day', () => {
  const open = rows('threads').filter(({ state }) => state === 'open')
  const listed = (view: 'mine' | 'unassigned', kind: 'all' | 'support' | 'both'): number =>
    foldPairs(
      open.filter(thread =>
        matchesView(
          thread,
          { name: view, kind },
          { id: cast.agents.mira.id, teamIds: cast.agents.mira.teamIds },
        ),
      ),
    ).length

  test('holds fourteen open tickets for the demo agent, five of them technical, one both', () => {
    expect([listed('mine', 'all'), listed('mine', 'support'), listed('mine', 'both')]).toEqual([14, 5, 1])
  })

  test('has 37 tickets waiting for somebody, 19 of service and 18 of support', () => {
    const waiting = open.filter(({ assigneeId }) => assigneeId === null)
    expect(
      waiting.every(
        ({ waitingSinceMs }) => waitingSinceMs !== null && waitingSinceMs > NOW_MS - 4 * 3_600_000,
      ),
    ).toBe(true)
    expect([listed('unassigned', 'all'), waiting.filter(({ kind }) => kind === 'service').length]).toEqual([
      37, 19,
    ])
  })

  test('has work of every state, and return cases with numbers of their own', () => {
    const states = new Set(rows('threads').map(({ state }) => state))
    const numbers = rows('returnCases').map(({ number }) => number)
    expect([...states].toSorted()).toEqual(['closed', 'open', 'pending', 'snoozed', 'solved'])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(rows('orders').map(({ number }) => number)).size).toBe(rows('orders').length)
    expect(new Set(rows('invoices').map(({ number }) => number)).size).toBe(rows('invoices').length)
  })
})

describe('money', () => {
  test('agrees: lines make the order, the order the invoice, a paid invoice has its charge', () => {
    const wrong: string[] = []
    const lines = by(rows('orderLines'), ({ orderId }) => orderId)
    const orders = new Map(rows('orders').map(order => [order.id, order]))
    const charges = by(rows('charges'), ({ invoiceId }) => invoiceId ?? '')
    for (const order of orders.values()) {
      const sum = (lines.get(order.id) ?? []).reduce(
        (total, { quantity, unitMinor }) => total + quantity * unitMinor,
        0,
      )
      if (sum !== order.totalMinor) wrong.push(`order ${order.number}`)
    }
    for (const invoice of rows('invoices')) {
      const own = charges.get(invoice.id) ?? []
      if (orders.get(invoice.orderId ?? '')?.totalMinor !== invoice.totalMinor)
        wrong.push(`invoice ${invoice.number}`)
      if (
        invoice.state === 'paid' &&
        !own.some(({ amountMinor, state }) => amountMinor === invoice.totalMinor && state === 'captured')
      )
        wrong.push(`charge of ${invoice.number}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('the stories', () => {
  const of = <Name extends TableName>(name: Name): readonly Row<Name>[] =>
    rows(name).filter(row => (row as AnyRow)['customerId'] === ana?.id)

  test('Ana Ruiz: twelve orders, charged twice for 7719, nine earlier service tickets and four of support, five assets', () => {
    const order = of('orders').find(({ number }) => number === '7719')
    const invoice = of('invoices').find(({ orderId }) => orderId === order?.id)
    const charged = of('charges').filter(({ invoiceId }) => invoiceId === invoice?.id)
    const done = of('threads').filter(({ state }) => state === 'solved' || state === 'closed')

    expect([of('orders').length, of('assets').length]).toEqual([12, 5])
    expect([order?.totalMinor, invoice?.number, charged.map(({ amountMinor }) => amountMinor)]).toEqual([
      24_900,
      '88-2190',
      [24_900, 24_900],
    ])
    expect([
      done.filter(({ kind }) => kind === 'service').length,
      done.filter(({ kind }) => kind === 'support').length,
    ]).toEqual([9, 4])
    const asked = of('surveys').filter(({ kind, ticketId }) => kind === 'csat' && ticketId === null)
    expect(asked.map(({ score }) => score)).toEqual([5, 4])
    // Rated for the rolls that came late: with them it is one bad experience.
    const late = rows('tickets').find(({ subject }) => subject === 'Rolls came four days late')
    expect(of('surveys').filter(({ ticketId }) => ticketId === late?.id)).toMatchObject([{ score: 2 }])
    expect(of('promises').filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  test('Ana Ruiz: the known issue that matches best is KE-117', () => {
    const ticket = of('tickets').find(({ number }) => number === 48_213)
    const text = (messagesOf.get(ticket?.id ?? '') ?? []).map(({ bodyText }) => bodyText).join(' ')
    const [best] = matchKnownIssues({ issues: rows('knownIssues'), assets: of('assets'), text })
    expect(rows('knownIssues').find(({ id }) => id === best?.issueId)?.code).toBe('KE-117')
    expect(best?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['error-code', 'version']))
  })

  test('the outage: twelve customers, open, linked to the first', () => {
    const hit = [...tickets.values()].filter(({ tags }) => tags.includes('KE-121'))
    const first = hit.find(({ tags }) => tags.includes('12 customers'))
    expect(new Set(hit.map(({ customerId }) => customerId)).size).toBe(12)
    expect(hit.every(({ id }) => threadsOf.get(id)?.every(({ state }) => state === 'open'))).toBe(true)
    expect(rows('ticketLinks').filter(({ otherTicketId }) => otherTicketId === first?.id)).toHaveLength(11)
  })

  test('the outage is recorded: twelve linked, each with its clock, one escalated, one update told', () => {
    const issue = rows('knownIssues').find(({ code }) => code === 'KE-121')
    const linked = rows('issueLinks').filter(({ issueId }) => issueId === issue?.id)
    expect(linked).toHaveLength(12)
    const running = rows('impacts').filter(({ restoredAtMs }) => restoredAtMs === null)
    expect(new Set(running.map(({ ticketId }) => ticketId))).toEqual(
      new Set(linked.map(({ ticketId }) => ticketId)),
    )
    const [escalation] = rows('escalations')
    expect(escalation?.engineeringKey).toBe('PB-881')
    expect(escalation && missingOf('engineering', escalation.report)).toEqual([])
    expect(rows('issueUpdates').map(({ issueId }) => issueId)).toEqual([issue?.id])
  })

  test.each(['KE-118', 'KE-119'])('every ticket that names %s is linked to it, once', code => {
    const issue = rows('knownIssues').find(each => each.code === code)
    const named = [...tickets.values()].filter(({ tags }) => tags.includes(code))
    const linked = rows('issueLinks').filter(({ issueId }) => issueId === issue?.id)
    expect(named.length).toBeGreaterThan(1)
    expect(linked.map(({ ticketId }) => ticketId).toSorted()).toEqual(named.map(({ id }) => id).toSorted())
    for (const { ticketId, customerId, createdAtMs } of linked) {
      const ticket = tickets.get(ticketId)
      expect(ticket?.customerId).toBe(customerId)
      expect(createdAtMs).toBeGreaterThanOrEqual(ticket?.createdAtMs ?? Infinity)
    }
  })

  test('the recall: owners of the first series, none of whom has written about it', () => {
    const issue = rows('knownIssues').find(({ code }) => code === 'KE-122')
    const owners = rows('assets').filter(asset => issue && isAffected(issue, asset))
    expect(owners).toHaveLength(9)
    expect(rows('issueLinks').some(({ issueId }) => issueId === issue?.id)).toBe(false)
  })

  test('the return over the limit: the case asks for what the order cost, and nobody has approved it', () => {
    const found = rows('returnCases').find(({ number }) => number === 'RC-2057')
    const order = rows('orders').find(({ id }) => id === found?.orderId)
    expect([found?.state, found?.amountMinor, order?.totalMinor]).toEqual(['requested', 129_600, 129_600])
  })

  test('excerpts name their collection, licence and link, and answers their author', () => {
    const excerpts = [...tickets.values()].filter(({ fields }) => 'excerpt' in fields)
    expect(excerpts.length).toBeGreaterThan(300)
    for (const { fields } of excerpts)
      expect([fields['licence'], fields['link']]).toEqual([
        expect.stringMatching(/^CC|^CDLA/),
        expect.stringMatching(/^http/),
      ])
    const answers = excerpts
      .filter(({ fields }) => fields['excerpt'] === 'ask-ubuntu')
      .flatMap(({ id }) => messagesOf.get(id)?.[1] ?? [])
    expect(
      answers.every(
        ({ bodyText, bodyHtml }) => bodyText.includes('Answer by ') && bodyHtml?.includes('CC BY-SA 3.0'),
      ),
    ).toBe(true)
  })
})

test('units go in whole: a customer with everything of theirs is one', () => {
  const units = demoUnits(world)
  const seen = new Set<string>()
  for (const unit of units) {
    const groups = new Set(
      unit.flatMap(({ table, row }) =>
        tables[table].scope === 'customer'
          ? [String(table === 'customers' ? row.id : row['customerId'])]
          : [],
      ),
    )
    expect(groups.size).toBeLessThanOrEqual(1)
    for (const group of groups) expect(seen.has(group)).toBe(false)
    for (const group of groups) seen.add(group)
  }
  expect(units.flat().length).toBe(tableNames.reduce((sum, name) => sum + rows(name).length, 0))
})

test('what is told of somebody lies with them, and not with a namesake made up by chance', () => {
  const namesakes = rows('customers').filter(({ name }) => name === 'Beatriz Molina')
  const owner = rows('contactPoints').find(({ value }) => value === 'beatriz@example.com')?.customerId
  expect(namesakes.length).toBeGreaterThan(1)
  for (const name of ['complaints', 'pins', 'preferences', 'portraits'] as const) {
    const told = rows(name).filter(({ customerId }) => namesakes.some(({ id }) => id === customerId))
    expect([name, [...new Set(told.map(({ customerId }) => customerId))]]).toEqual([name, [owner]])
  }
  // Anybody may be called by chance; this call is hers.
  const calls = rows('followUps').filter(({ title }) => title === 'Call Beatriz before five')
  expect(calls.map(({ customerId }) => customerId)).toEqual([owner])
})
