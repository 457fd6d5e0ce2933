import { describe, expect, test } from 'vitest'
import { joinCards } from '../../../shared/rules/merged-people/join-records.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { aCustomer, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { aPin, aPortrait, aPreference } from '../../support/portrait-builders.ts'
import { aDesk, ids, samples } from './scenes.ts'
import { portraitIds } from './portrait-scenes.ts'

const wish = samples['preference.set']
const sensitive = {
  ...wish,
  preferenceId: ids.made,
  seen: null,
  content: { ...wish.content, subject: 'access' as const, value: 'Hears badly on the left' },
}

test('what is sensitive is refused without recorded consent, by the hub as well', () => {
  const without = [
    { sensitivity: 'ordinary' as const },
    { sensitivity: 'sensitive' as const, consent: 'not-asked' as const },
    { sensitivity: 'sensitive' as const, consent: 'refused' as const },
    { sensitivity: 'sensitive' as const, consentBy: ' ' },
    { sensitivity: 'sensitive' as const, consentHow: null },
    { sensitivity: 'sensitive' as const, consentAtMs: null },
  ]
  const kinds = without.map(change => {
    const args = { ...sensitive, content: { ...sensitive.content, ...change } }
    return aDesk().decide('preference.set', args, onHub()).kind
  })
  expect(kinds).toEqual(without.map(() => 'rejected'))
  const desk = aDesk()
  const consented = { ...sensitive, content: { ...sensitive.content, sensitivity: 'sensitive' as const } }
  desk.run('preference.set', consented, onHub())
  expect(desk.get('preferences', ids.made)).toMatchObject({ subject: 'access', setBy: ids.me })
})

test('the record of a wish never holds its words', () => {
  const desk = aDesk()
  const consented = { ...sensitive, content: { ...sensitive.content, sensitivity: 'sensitive' as const } }
  desk.run('preference.set', consented, onHub())
  expect(JSON.stringify(desk.all('events'))).not.toContain('Hears badly')
  const mutation = mutationByName('preference.set')
  expect(JSON.stringify(mutation.describe(mutation.args.parse(consented)))).not.toContain('Hears badly')
})

test('a wish a colleague changed since asks, field by field', () => {
  const desk = aDesk()
  desk.put('preferences', aPreference({ id: portraitIds.preference, value: 'Never before noon' }))
  expect(desk.decide('preference.set', wish, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'value', mine: 'Mornings only', theirs: 'Never before noon' }] },
  })
  expect(desk.decide('preference.remove', samples['preference.remove'], onHub()).kind).toBe('conflict')
})

test('a wish a colleague took away since asks whoever changes it', () => {
  const desk = aDesk()
  desk.forget('preferences', portraitIds.preference)
  expect(desk.decide('preference.set', wish, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'value', theirs: null }] },
  })
  expect(desk.run('preference.remove', samples['preference.remove'], onHub())).toEqual([])
})

test.each([
  ['preference.set', 'preferences', aPreference({ id: portraitIds.preference, customerId: idOf(92) })],
  ['preference.remove', 'preferences', aPreference({ id: portraitIds.preference, customerId: idOf(92) })],
  ['pin.set', 'pins', aPin({ id: portraitIds.pin, customerId: idOf(92) })],
  ['pin.remove', 'pins', aPin({ id: portraitIds.pin, customerId: idOf(92) })],
] as const)('%s never touches a row of another customer', (name, table, row) => {
  const desk = aDesk()
  desk.put(table, row as never)
  expect(desk.decide(name, samples[name], onHub()).kind).toBe('rejected')
})

test('whoever said not to be asked is not asked, whatever the laptop knew', () => {
  const desk = aDesk()
  expect(desk.decide('survey.ask', samples['survey.ask'], onHub()).kind).toBe('changes')
  desk.put('preferences', aPreference({ id: idOf(93), subject: 'surveys', value: '', consent: 'refused' }))
  expect(desk.decide('survey.ask', samples['survey.ask'], onHub()).kind).toBe('rejected')
})

test('a stage somebody says stands on the card and in lists, with who said so and until when', () => {
  const desk = aDesk()
  desk.run('portrait.setStage', samples['portrait.setStage'], onHub())
  expect(desk.get('portraits', ids.customer)).toMatchObject({
    stage: 'at-risk',
    stageBy: ids.me,
    stageAtMs: NOW_MS,
    isVip: false,
  })
  expect(desk.get('customers', ids.customer)?.journeyStage).toBe('at-risk')
  const free = { ...samples['portrait.setStage'], stage: null, seen: 'at-risk' }
  desk.run('portrait.setStage', free, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('portraits', ids.customer)).toMatchObject({ stage: null, stageUntilMs: null })
  expect(desk.get('customers', ids.customer)?.journeyStage).toBe('using')
})

test('two people who say something about one customer share one portrait', () => {
  const desk = aDesk()
  desk.run('portrait.setVip', samples['portrait.setVip'], onHub())
  desk.run('portrait.setStage', samples['portrait.setStage'], onHub({ mutationId: ids.madeToo }))
  expect(desk.all('portraits')).toMatchObject([{ id: ids.customer, isVip: true, stage: 'at-risk' }])
  const theirs = { ...samples['portrait.setStage'], stage: 'lost' as const }
  expect(desk.decide('portrait.setStage', theirs, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ seen: null, mine: 'lost', theirs: 'at-risk' }] },
  })
})

const undone = [
  ['preference.set', 'preferences', ['setBy', 'setAtMs']],
  ['preference.remove', 'preferences', ['setBy', 'setAtMs']],
  ['pin.set', 'pins', ['pinnedBy', 'pinnedAtMs']],
  ['pin.remove', 'pins', ['pinnedBy', 'pinnedAtMs']],
  ['portrait.setVip', 'portraits', []],
  ['portrait.setStage', 'portraits', ['stageBy', 'stageAtMs']],
] as const

test.each(undone)('undoing %s leaves everything as it was', (name, table, stamps) => {
  const desk = aDesk()
  desk.put('portraits', aPortrait())
  const plain = () =>
    [...desk.all(table), ...desk.all('customers')].map(row =>
      Object.entries(row)
        .filter(([key]) => !(stamps as readonly string[]).includes(key))
        .toSorted(([left], [right]) => left.localeCompare(right)),
    )
  const before = plain()
  const mutation = mutationByName(name)
  const args = mutation.args.parse(samples[name])
  const inverse = mutation.invert(desk.load(mutation, args).rows as never, args)
  desk.run(name, samples[name], onHub())
  expect(plain()).not.toEqual(before)
  const undo = onHub({ derivedId: index => idOf(0x900 + index) })
  desk.run(inverse?.name as MutationName, inverse?.args as never, undo)
  expect(plain()).toEqual(before)
})

describe('sensitive words', () => {
  const marks = {
    sensitivity: 'sensitive' as const,
    consent: 'given' as const,
    consentBy: 'Ana Ruiz',
    consentHow: 'on the phone',
    consentAtMs: 1,
  }
  const without = {
    ...marks,
    consent: 'not-asked' as const,
    consentBy: null,
    consentHow: null,
    consentAtMs: null,
  }

  test('are pinned with their recorded consent only, and an older laptop says nothing of it', () => {
    const desk = aDesk()
    const pin = { pinId: idOf(741), customerId: ids.customer, seen: null }
    const content = { text: 'Hears badly', tone: 'fact' as const, untilMs: null }
    expect(desk.decide('pin.set', { ...pin, content: { ...content, marks: without } }, onHub()).kind).toBe(
      'rejected',
    )
    desk.run('pin.set', { ...pin, content: { ...content, marks } }, onHub())
    expect(desk.all('pins').find(({ id }) => id === pin.pinId)).toMatchObject({ marks })
    desk.run('pin.set', { pinId: idOf(742), customerId: ids.customer, seen: null, content }, onHub())
    expect(desk.all('pins').find(({ id }) => id === idOf(742))).toMatchObject({ marks: null })
  })

  test('among the facts as well; two who mark them meet, and merged into another record they stay so', () => {
    const desk = aDesk()
    const edit = (value: typeof marks | typeof without) => ({
      customerId: ids.customer,
      facts: null,
      labels: null,
      fields: [{ field: 'factsMarks' as const, seen: null, value }],
    })
    expect(desk.decide('customer.editFacts', edit(without), onHub()).kind).toBe('rejected')
    desk.run('customer.editFacts', edit(marks), onHub())
    expect(desk.decide('customer.editFacts', edit({ ...marks, consentBy: 'Bo' }), onHub())).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'factsMarks', theirs: marks }] },
    })
    const card = { ...aCustomer({ facts: 'Hears badly' }), factsMarks: marks }
    expect(joinCards(aCustomer({ facts: '' }), card, []).card).toMatchObject({ factsMarks: marks })
    expect(joinCards(aCustomer({ facts: 'Hears badly' }), card, []).card).toEqual({})
  })
})
