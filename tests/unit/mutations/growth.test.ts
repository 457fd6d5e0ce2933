import { describe, expect, test } from 'vitest'
import { teamRuleId } from '../../../shared/domain/between.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { actorOf, anAgent, byAutomation, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { anOpportunity } from '../../support/growth-builders.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import { aDesk, contextFor, ids, samples } from './scenes.ts'

const DAY_MS = 86_400_000

describe('passing on', () => {
  test('without the customer’s word it is refused, on the hub as well, and with it it goes', () => {
    const desk = aDesk()
    const unasked = { ...samples['opportunity.passOn'], opportunityId: ids.opportunity }
    expect(desk.decide('opportunity.passOn', unasked, onHub()).kind).toBe('rejected')
    desk.run('opportunity.consent', samples['opportunity.consent'], onHub())
    expect(desk.decide('opportunity.passOn', unasked, onHub()).kind).toBe('changes')
  })

  test('a refusal that reached the hub first stops what was passed on offline', () => {
    const desk = aDesk()
    const refused = { opportunityId: ids.agreed, consent: 'refused', via: 'phone', seen: 'given' } as const
    desk.run('opportunity.consent', refused, onHub())
    expect(desk.decide('opportunity.passOn', samples['opportunity.passOn'], onHub()).kind).toBe('rejected')
  })

  test('a refusal takes back what has not left, and leaves what has', () => {
    const desk = aDesk()
    const refused = { opportunityId: ids.passedOn, consent: 'refused', via: 'email', seen: 'given' } as const
    desk.run('opportunity.consent', refused, onHub())
    expect(desk.get('opportunities', ids.passedOn)).toMatchObject({
      state: 'noted',
      address: null,
      consent: 'refused',
    })
    desk.put(
      'opportunities',
      anOpportunity({ id: idOf(95), consent: 'given', state: 'passed-on', address: 'a@b', sentAtMs: NOW_MS }),
    )
    desk.run('opportunity.consent', { ...refused, opportunityId: idOf(95) }, onHub({ mutationId: idOf(96) }))
    expect(desk.get('opportunities', idOf(95))).toMatchObject({ state: 'passed-on', address: 'a@b' })
  })

  test('what left the hub is not taken back', () => {
    const desk = aDesk()
    desk.run('opportunity.sent', samples['opportunity.sent'], byAutomation())
    expect(desk.get('opportunities', ids.passedOn)?.sentAtMs).toBe(NOW_MS)
    expect(desk.decide('opportunity.takeBack', samples['opportunity.takeBack'], onHub()).kind).toBe(
      'rejected',
    )
  })

  test('a team that is there, or an address, never both and never neither', () => {
    const { args } = mutationByName('opportunity.passOn')
    const to = (teamId: string | null, address: string | null) =>
      args.safeParse({ ...samples['opportunity.passOn'], teamId, address }).success
    expect([to(ids.team, null), to(null, 'a@b'), to(ids.team, 'a@b'), to(null, null)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    const nobody = { ...samples['opportunity.passOn'], teamId: idOf(97) }
    expect(aDesk().decide('opportunity.passOn', nobody, onHub()).kind).toBe('rejected')
  })

  test('two colleagues: the second is asked, whatever they wanted of it', () => {
    const desk = aDesk()
    desk.run('opportunity.passOn', samples['opportunity.passOn'], onHub())
    const second = { opportunityId: ids.agreed, state: 'lost' as const, seen: 'noted' }
    expect(desk.decide('opportunity.move', second, onHub())).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ seen: 'noted', mine: 'lost', theirs: 'passed-on' }] },
    })
  })
})

test('whoever takes it on makes it theirs, and every step is told', () => {
  const desk = aDesk()
  desk.run('opportunity.passOn', samples['opportunity.passOn'], onHub())
  expect(desk.get('opportunities', ids.agreed)).toMatchObject({ ownerId: null, teamId: ids.team })
  const accepted = { opportunityId: ids.agreed, state: 'accepted' as const, seen: 'passed-on' }
  desk.run('opportunity.move', accepted, onHub({ mutationId: idOf(98) }))
  expect(desk.get('opportunities', ids.agreed)).toMatchObject({ state: 'accepted', ownerId: ids.me })
  expect(desk.all('events').map(({ type, kind }) => [type, kind])).toEqual([
    ['opportunity.passed-on', 'service'],
    ['opportunity.moved', 'service'],
  ])
})

test('a favour nobody wants to ask for is written down as that', () => {
  const desk = aDesk()
  const dropped = { ...samples['opportunity.note'], kind: 'referral' as const, isDropped: true }
  desk.run('opportunity.note', dropped, onHub())
  expect(desk.get('opportunities', ids.made)).toMatchObject({ state: 'withdrawn', closedAtMs: NOW_MS })
  expect(desk.all('events')).toMatchObject([{ type: 'opportunity.dropped' }])
})

test('an amount without a currency is none', () => {
  const desk = aDesk()
  desk.run('opportunity.note', { ...samples['opportunity.note'], currency: null }, onHub())
  expect(desk.get('opportunities', ids.made)).toMatchObject({ valueMinor: null, currency: null })
})

test('likely questions are for supervisors', () => {
  const agent = { actor: actorOf(anAgent({ id: ids.me })) }
  expect(aDesk().decide('nextQuestion.set', samples['nextQuestion.set'], onHub(agent)).kind).toBe('rejected')
})

describe('an answer by the link', () => {
  const byLink = { ...samples['survey.answer'], via: 'link' as const }

  test('is the hub’s to write down, and says how it came', () => {
    const desk = aDesk()
    expect(desk.decide('survey.answer', byLink, onHub()).kind).toBe('rejected')
    desk.run('survey.answer', byLink, byAutomation())
    expect(desk.get('surveys', ids.survey)).toMatchObject({ score: 9, answeredAtMs: NOW_MS })
    expect(desk.all('events')).toMatchObject([{ type: 'survey.answered-by-link', actorId: null }])
  })

  test('put right later, the day to do so does not begin anew', () => {
    const desk = aDesk()
    desk.run('survey.answer', byLink, byAutomation())
    const later = byAutomation({ nowMs: NOW_MS + DAY_MS / 2, mutationId: idOf(99) })
    desk.run('survey.answer', { ...byLink, score: 4, seen: 9 }, later)
    expect(desk.get('surveys', ids.survey)).toMatchObject({ score: 4, answeredAtMs: NOW_MS })
  })
})

test('the gap between two surveys is the team’s own', () => {
  const desk = aDesk()
  desk.put('surveys', aSurvey({ id: idOf(93), askedAtMs: NOW_MS - 20 * DAY_MS }))
  expect(desk.decide('survey.ask', samples['survey.ask'], onHub()).kind).toBe('changes')
  desk.put('teamRules', {
    id: teamRuleId('surveys'),
    key: 'surveys',
    content: { gapDays: 30 },
    updatedAtMs: NOW_MS,
  })
  expect(desk.decide('survey.ask', samples['survey.ask'], onHub()).kind).toBe('conflict')
})

const undone = [
  ['opportunity.edit', 'opportunities', []],
  ['opportunity.consent', 'opportunities', []],
  ['opportunity.passOn', 'opportunities', ['ownerId']],
  ['opportunity.move', 'opportunities', []],
  ['nextQuestion.set', 'nextQuestions', ['version', 'updatedAtMs']],
] as const

test.each(undone)('undoing %s leaves everything as it was', (name, table, grown) => {
  const desk = aDesk()
  const plain = () =>
    desk
      .all(table)
      .map(row => Object.entries(row).filter(([key]) => !(grown as readonly string[]).includes(key)))
  const before = plain()
  const mutation = mutationByName(name)
  const inverse = mutation.invert(desk.load(mutation, samples[name]).rows as never, samples[name])
  desk.run(name, samples[name], contextFor(name))
  expect(plain()).not.toEqual(before)
  const undo = inverse?.name as MutationName
  desk.run(undo, inverse?.args as never, contextFor(undo, { derivedId: index => idOf(0x900 + index) }))
  expect(plain()).toEqual(before)
})

test('an edit is told in the history with the fields it changed and none of their words; the same again is none', () => {
  const desk = aDesk()
  const args = samples['opportunity.edit']
  const told = () => desk.all('events').filter(({ type }) => type === 'opportunity.edited')
  desk.run('opportunity.edit', args, contextFor('opportunity.edit'))
  expect(told()).toMatchObject([
    {
      customerId: ids.customer,
      facts: { opportunityId: args.opportunityId, opportunityKind: 'upsell' },
    },
  ])
  const fields = String(told()[0]?.facts['fields']).split(' ')
  expect(fields).toContain('note')
  expect(JSON.stringify(told())).not.toContain(String(args.note?.value))
  const row = desk.get('opportunities', args.opportunityId)
  const same = {
    ...args,
    note: { seen: row?.note ?? '', value: row?.note ?? '' },
    product: null,
    value: null,
    owner: null,
  }
  expect(desk.run('opportunity.edit', same, contextFor('opportunity.edit'))).toEqual([])
})
