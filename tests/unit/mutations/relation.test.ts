import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { actorOf, anAgent, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { anOutreach, aPlan, aPlanStep, aSurvey } from '../../support/relation-builders.ts'
import { aDesk, contextFor, ids, samples } from './scenes.ts'

const DAY_MS = 86_400_000

test('a plan begins with its steps in order, and the event says how many', () => {
  const desk = aDesk()
  desk.run('plan.start', samples['plan.start'], onHub())
  expect(desk.get('plans', ids.made)).toMatchObject({ state: 'active', templateVersion: 1, ownerId: ids.me })
  const steps = desk.all('planSteps').filter(({ planId }) => planId === ids.made)
  expect(steps.map(({ position, kind, state }) => [position, kind, state])).toEqual([
    [1, 'service', 'open'],
    [2, 'support', 'open'],
  ])
  expect(desk.all('events')).toMatchObject([{ type: 'plan.started', facts: { steps: 2 } }])
})

test('the same plan twice asks, unless the agent saw the one that runs', () => {
  const desk = aDesk()
  desk.put('plans', aPlan({ id: idOf(90), templateId: ids.planTemplate }))
  const mine = samples['plan.start']
  expect(desk.decide('plan.start', mine, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'taken', fields: [{ id: idOf(90) }] },
  })
  expect(desk.decide('plan.start', { ...mine, seen: [idOf(90)] }, onHub()).kind).toBe('changes')
})

test('with its last step a plan is done, with a step taken up again it runs again', () => {
  const desk = aDesk()
  desk.put('planSteps', aPlanStep({ id: ids.planStepToo, planId: ids.plan, position: 2, state: 'skipped' }))
  desk.run('planStep.close', samples['planStep.close'], onHub())
  expect(desk.get('plans', ids.plan)).toMatchObject({ state: 'done', endedAtMs: NOW_MS })
  const again = { stepId: ids.planStep, state: 'open' as const, seen: 'done' }
  desk.run('planStep.close', again, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('plans', ids.plan)).toMatchObject({ state: 'active', endedAtMs: null })
})

test('a step of a plan that was called off changes nothing about that', () => {
  const desk = aDesk()
  desk.put('plans', aPlan({ id: ids.plan, state: 'cancelled' }))
  desk.run('planStep.close', samples['planStep.close'], onHub())
  expect(desk.get('plans', ids.plan)?.state).toBe('cancelled')
})

test('a step a colleague left out asks whoever ticks it off', () => {
  const desk = aDesk()
  desk.put('planSteps', aPlanStep({ id: ids.planStep, planId: ids.plan, state: 'skipped' }))
  expect(desk.decide('planStep.close', samples['planStep.close'], onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ seen: 'open', mine: 'done', theirs: 'skipped' }] },
  })
})

test('one decision for an occasion, whoever makes it under whatever id', () => {
  const desk = aDesk()
  desk.run('outreach.decide', samples['outreach.decide'], onHub())
  const theirs = { ...samples['outreach.decide'], outreachId: ids.madeToo, state: 'skipped' as const }
  expect(desk.decide('outreach.decide', theirs, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ id: ids.made, seen: 'open', mine: 'skipped', theirs: 'done' }] },
  })
  desk.run('outreach.decide', { ...theirs, seen: 'done' }, onHub({ mutationId: idOf(91) }))
  expect(desk.all('outreach')).toMatchObject([{ id: ids.made, state: 'skipped' }])
})

test('nobody decides about a customer under the id of another one’s row', () => {
  const desk = aDesk()
  desk.put('outreach', anOutreach({ id: ids.made, customerId: idOf(92) }))
  expect(desk.decide('outreach.decide', samples['outreach.decide'], onHub()).kind).toBe('rejected')
})

test('a customer a colleague has just asked is not asked again', () => {
  const desk = aDesk()
  desk.put('surveys', aSurvey({ id: idOf(93), askedAtMs: NOW_MS - DAY_MS }))
  expect(desk.decide('survey.ask', samples['survey.ask'], onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'taken', fields: [{ id: idOf(93), theirs: 'nps' }] },
  })
  // Whoever saw it has decided.
  const seen = { ...samples['survey.ask'], seen: [idOf(93)] }
  expect(desk.decide('survey.ask', seen, onHub()).kind).toBe('changes')
})

test('what is asked of the whole relationship belongs to no ticket, an answer lies on its scale', () => {
  const desk = aDesk()
  const onTicket = { ...samples['survey.ask'], kind: 'nps' as const }
  expect(desk.decide('survey.ask', onTicket, onHub()).kind).toBe('rejected')
  desk.put('surveys', aSurvey({ id: ids.survey, kind: 'csat' }))
  expect(desk.decide('survey.answer', samples['survey.answer'], onHub()).kind).toBe('rejected')
})

test('what was said keeps what the customer was worth when they said it, and goes to its pane', () => {
  const desk = aDesk()
  desk.run('feedback.add', samples['feedback.add'], onHub())
  const customer = desk.get('customers', ids.customer)
  expect(desk.get('feedback', ids.made)).toMatchObject({
    state: 'open',
    valueMinor: customer?.yearlyValueMinor,
    createdBy: ids.me,
  })
  expect(desk.all('events')).toMatchObject([{ type: 'feedback.added', kind: 'support' }])
})

test.each(['planTemplate.set', 'outreachRule.set'] as const)('%s is for supervisors', name => {
  const agent = { actor: actorOf(anAgent({ id: ids.me })) }
  expect(aDesk().decide(name, samples[name], onHub(agent)).kind).toBe('rejected')
  expect(aDesk().decide(name, samples[name], contextFor(name)).kind).toBe('changes')
})

const undone = [
  ['planTemplate.set', 'planTemplates', ['version', 'updatedAtMs']],
  ['plan.end', 'plans', []],
  ['planStep.close', 'planSteps', []],
  ['planStep.edit', 'planSteps', []],
  ['outreachRule.set', 'outreachRules', ['version', 'updatedAtMs']],
  ['survey.answer', 'surveys', []],
  ['feedback.setState', 'feedback', []],
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

test('whom a rule is about: written, left as it stands by who does not know of it, and put back', () => {
  const desk = aDesk()
  const set = contextFor('outreachRule.set')
  const about = (segment: object | null | undefined, seen: number) => ({
    reason: 'no-contact' as const,
    seen,
    content: { days: 90, isActive: true, ...(segment === undefined ? {} : { segment }) },
  })
  const rule = () => desk.all('outreachRules').find(({ reason }) => reason === 'no-contact')
  const gold = { name: 'Gold, EU trade', tiers: ['gold'], labels: ['eu-trade'] }
  desk.run('outreachRule.set', about(gold, 1), set)
  expect(rule()).toMatchObject({ segment: gold, version: 2 })
  desk.run('outreachRule.set', { ...about(undefined, 2), content: { days: 30, isActive: true } }, set)
  expect(rule()).toMatchObject({ segment: gold, days: 30, version: 3 })
  desk.run(
    'outreachRule.set',
    { ...about(null, 3), content: { days: 30, isActive: true, segment: null } },
    set,
  )
  expect(rule()).toMatchObject({ segment: null, version: 4 })
})

test('what was seen in a study counts with the wishes for a product, and is none of an experience', () => {
  const desk = aDesk()
  const seen = { ...samples['feedback.add'], kind: 'product' as const, watched: 'Weighing cheese' }
  desk.run('feedback.add', seen, onHub())
  expect(desk.get('feedback', ids.made)).toMatchObject({ kind: 'product', watched: 'Weighing cheese' })
  const felt = { ...seen, feedbackId: ids.madeToo, kind: 'experience' as const }
  desk.run('feedback.add', felt, onHub({ mutationId: idOf(93) }))
  expect(desk.get('feedback', ids.madeToo)).toMatchObject({ watched: null })
})
