import { expect, test } from 'vitest'
import type { Macro } from '../../../shared/domain/knowledge.ts'
import {
  actionOf,
  macroActions,
  macroFamilies,
  stepOf,
  variantFor,
} from '../../../shared/rules/macro-actions.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import { freshId } from '../../support/builders.ts'

const aMacro = (row: Partial<Macro> = {}): Macro => ({
  id: freshId(),
  title: 'Acknowledge',
  language: null,
  kind: null,
  body: null,
  steps: [],
  family: null,
  version: null,
  updatedAtMs: null,
  updatedBy: null,
  retiredAtMs: null,
  ...row,
})

test('steps become actions in their order; what this version does not know is named', () => {
  const steps = [
    { mutation: 'thread.setState', args: { state: 'pending' } },
    { mutation: 'thread.assign', args: { to: 'me' } },
    { mutation: 'thread.assign', args: { teamId: null } },
    { mutation: 'thread.snooze', args: { until: { inMinutes: 30 } } },
    { mutation: 'robot.dance', args: {} },
    { mutation: 'thread.setPriority', args: { priority: 'someday' } },
  ]
  expect(macroActions(aMacro({ steps }))).toEqual({
    actions: [
      { type: 'state', state: 'pending' },
      { type: 'assign', to: 'me' },
      { type: 'team', teamId: null },
      { type: 'snooze', until: { inMinutes: 30 } },
    ],
    unknown: ['robot.dance', 'thread.setPriority'],
  })
})

const DOES: readonly TicketAction[] = [
  { type: 'state', state: 'solved' },
  { type: 'assign', to: 'me' },
  { type: 'assign', to: null },
  { type: 'team', teamId: freshId() },
  { type: 'priority', priority: 'high' },
  { type: 'tag', tags: ['gift'] },
  { type: 'untag', tags: ['gift', 'late'] },
  { type: 'kind', kind: 'both' },
  { type: 'snooze', until: { inMinutes: 240 } },
  { type: 'note', body: 'Called back' },
  { type: 'followUp', title: 'Ask again', due: { inMinutes: 1440 } },
]
test.each(DOES)('what is chosen as a step does just that: $type', action => {
  const step = stepOf(action)
  expect(step && actionOf(step)).toEqual(action)
})

test('macros of one title are one macro in several languages; the customer’s comes first', () => {
  const [en, de, pt] = ['en', 'de', 'pt-BR'].map(language => aMacro({ language }))
  const other = aMacro({ title: 'Other' })
  const families = macroFamilies([en, de, pt, other].flatMap(macro => macro ?? []))
  expect(families.map(({ title, variants }) => [title, variants.length])).toEqual([
    ['Acknowledge', 3],
    ['Other', 1],
  ])
  const [family] = families
  if (!family) throw new Error('no family')
  expect(variantFor(family, ['de-AT', 'en'])).toBe(de)
  expect(variantFor(family, ['pt', 'en'])).toBe(pt)
  expect(variantFor(family, ['ja', 'en'])).toBe(en)
  expect(variantFor(family, [null, 'fr'])).toBe(en)
})
