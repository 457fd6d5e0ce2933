import { afterEach, beforeEach, expect, test } from 'vitest'
import { getDiagnosis, listRemote, rememberedEntries } from '../../../main/data/queries/diagnosis.ts'
import { guidesOfTicket, listGuides } from '../../../main/data/queries/guides.ts'
import {
  aCustomer,
  aMessage,
  anAgent,
  anAsset,
  aProduct,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { aGuide } from '../../unit/rules/guides/random-guides.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
const place = { customerId: idOf(1), ticketId: idOf(2) }
const DAY_MS = 86_400_000

beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME, name: 'Jonas Berg' }))
  world.put('customers', aCustomer())
  world.put('tickets', aTicket({ subject: 'Scanner' }), aTicket({ id: idOf(7), number: 7 }))
  world.put('threads', aThread({ kind: 'support' }))
  world.put('products', aProduct({ id: idOf(28), name: 'P40' }))
  world.put('assets', anAsset({ id: idOf(26), productId: idOf(28), version: '2.1' }))
})
afterEach(() => world.laptop.close())

const entry = (id: number, fields: Record<string, unknown> = {}) =>
  sampleRow('askedTried', { ...place, id: idOf(id), agentId: ME, atMs: NOW_MS - id, ...fields })

test('the diagnosis knows its asset, what is missing, and who asked', () => {
  const detail = (key: string, from: string | null) => ({ key, label: {}, question: {}, from })
  const items = [detail('symptom', 'symptom'), detail('version', 'version'), detail('cable', null)]
  world.put('requiredDetails', sampleRow('requiredDetails', { key: 'scanner', products: ['P40'], items }))
  world.put('requiredDetails', sampleRow('requiredDetails', { key: 'general', items: [] }))
  world.put(
    'diagnoses',
    sampleRow('diagnoses', { ...place, id: idOf(2), symptom: 'blinks', assetId: idOf(26), environment: {} }),
  )
  world.put('askedTried', entry(50, { detailKey: 'cable' }))
  const view = getDiagnosis(world.context, idOf(2))
  expect(view).toMatchObject({ productName: 'P40', diagnosis: { symptom: 'blinks' } })
  expect(view?.details.map(({ value }) => value)).toEqual(['blinks', '2.1', null])
  expect(view?.details[2]?.askedAtMs).toBe(NOW_MS - 50)
  expect(view?.entries.map(({ agentName }) => agentName)).toEqual(['Jonas Berg'])
  expect(getDiagnosis(world.context, idOf(99))).toBeNull()
})

test('without its list a product is asked what every other is asked, and what was answered stays', () => {
  const detail = (key: string) => ({ key, label: {}, question: {}, from: null })
  const own = sampleRow('requiredDetails', { key: 'scanner', products: ['P40'], items: [detail('cable')] })
  world.put('requiredDetails', own)
  world.put('requiredDetails', sampleRow('requiredDetails', { key: 'general', items: [detail('since')] }))
  world.put(
    'diagnoses',
    sampleRow('diagnoses', { ...place, id: idOf(2), assetId: idOf(26), environment: {} }),
  )
  world.put('askedTried', entry(50, { detailKey: 'cable', outcome: 'the long one' }))
  expect(getDiagnosis(world.context, idOf(2))?.details).toMatchObject([{ value: 'the long one' }])
  const { store } = world.laptop
  store.transaction('relaxed', () => store.rows.remove('requiredDetails', own.id))
  const after = getDiagnosis(world.context, idOf(2))
  expect(after?.details.map(({ detail: { key }, value }) => [key, value])).toEqual([['since', null]])
  expect(after?.entries).toMatchObject([{ detailKey: 'cable', outcome: 'the long one' }])
})

test('the only thing somebody has is known before anybody named it; one of two is not', () => {
  const detail = (from: string) => ({ key: from, label: {}, question: {}, from })
  const own = { key: 'scanner', products: ['P40'], items: [detail('asset'), detail('version')] }
  world.put('requiredDetails', sampleRow('requiredDetails', own))
  const known = () => getDiagnosis(world.context, idOf(2))?.details.map(({ value }) => value)
  const view = getDiagnosis(world.context, idOf(2))
  expect(view).toMatchObject({ assetName: null, productName: 'P40' })
  expect(known()).toEqual([expect.any(String), '2.1'])
  world.put('assets', anAsset({ id: idOf(27), customerId: idOf(1), productId: null }))
  expect(known()).toEqual([])
})

test('a new question is held against all that was asked of the customer, and against what was tried here', () => {
  world.put(
    'askedTried',
    entry(50),
    entry(51, { ticketId: idOf(7) }),
    entry(52, { ticketId: idOf(7), kind: 'tried', result: 'no-effect' }),
    entry(53, { kind: 'tried', result: 'no-effect' }),
    entry(54, { atMs: NOW_MS - 200 * DAY_MS }),
    entry(55, { customerId: idOf(60), ticketId: idOf(61) }),
  )
  const found = rememberedEntries(world.context, place).map(({ id }) => id)
  expect(found).toEqual([idOf(50), idOf(51), idOf(53)])
})

test('guides are offered in their newest version, with reasons, until they run; a run keeps its own version', () => {
  const version = { isActive: true, createdAtMs: NOW_MS, createdBy: null }
  const fits = { products: ['P40'], codes: ['E-310'], words: [] }
  const guide = (number: number, title: string, isActive = true) => ({
    ...aGuide({ key: 'pairing', title, fits }),
    ...version,
    isActive,
    id: idOf(69 + number),
    version: number,
  })
  world.put('guides', guide(1, 'Old'), guide(2, 'New'))
  world.put('messages', aMessage({ bodyText: 'It says E-310 since Friday' }))
  const offered = guidesOfTicket(world.context, idOf(2))
  expect(offered.fitting.map(each => [each.guide.title, each.reasons])).toEqual([
    ['New', [{ kind: 'code', value: 'E-310' }]],
  ])
  world.put('guideRuns', sampleRow('guideRuns', { ...place, id: idOf(90), guideId: idOf(70), title: 'Old' }))
  const running = guidesOfTicket(world.context, idOf(2))
  expect(running.runs.map(run => [run.guide?.title, run.newestVersion])).toEqual([['Old', 2]])
  expect(running.fitting).toEqual([])
  world.put('guides', guide(3, 'Retired', false))
  expect(listGuides(world.context).map(({ title, isActive }) => [title, isActive])).toEqual([
    ['Retired', false],
  ])
})

test('looks from afar come with who looked, the newest first', () => {
  const session = (id: number, startedAtMs: number) =>
    sampleRow('remoteSessions', { ...place, id: idOf(id), agentId: ME, startedAtMs })
  world.put('remoteSessions', session(80, NOW_MS - 9), session(81, NOW_MS))
  expect(listRemote(world.context, idOf(2)).map(({ id, agentName }) => [id, agentName])).toEqual([
    [idOf(81), 'Jonas Berg'],
    [idOf(80), 'Jonas Berg'],
  ])
})
