import fc from 'fast-check'
import { CHANNELS, PRIORITIES, THREAD_STATES, WORK_KINDS } from '../../shared/domain/values.ts'
import { VALUE_BANDS } from '../../shared/rules/portrait/value-band.ts'
import { ME as SELF, MINE, NONE } from '../../shared/rules/saved-views/fields.ts'
import type { ViewFacts } from '../../shared/rules/saved-views/matches.ts'
import type { Condition, ViewRule } from '../../shared/rules/saved-views/rule.ts'
import { aCustomer, anOrganisation, aThread, aTicket, idOf, NOW_MS } from './builders.ts'

export const ME = '01955bb0-a580-7000-8000-00000000a001'
export const AGENTS = [ME, idOf(0x501), idOf(0x502)]
export const TEAMS = [idOf(0x601), idOf(0x602), idOf(0x603)]
export const TIERS = ['gold', 'silver', 'bronze']
export const TAGS = ['refund', 'vip', "o'clock"]
const LANGUAGES = ['es', 'pt-BR', 'pt', 'de']
const MINUTE = 60_000

const subset = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...values], { maxLength: Math.min(3, values.length) })
const chosen = (field: string, values: readonly string[]): fc.Arbitrary<Condition> =>
  fc.record({ field: fc.constant(field), op: fc.constantFrom('any', 'none'), values: subset(values) })
const listed = (field: string): fc.Arbitrary<Condition> =>
  fc.record({ field: fc.constant(field), op: fc.constantFrom('any', 'all', 'none'), values: subset(TAGS) })
const numbered = (field: string, ops: readonly string[]): fc.Arbitrary<Condition> =>
  fc.record({
    field: fc.constant(field),
    op: fc.constantFrom(...ops),
    values: fc.integer({ min: 0, max: 60 }).map(value => [value]),
  })

/** Any condition this version knows, over few values, so that rows meet it as often as they miss. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: chosen('state', THREAD_STATES) },
  chosen('kind', WORK_KINDS),
  fc.record({
    field: fc.constant('paired'),
    op: fc.constantFrom('yes', 'no'),
    values: fc.constant([] as string[]),
  }),
  chosen('priority', PRIORITIES),
  { weight: 2, arbitrary: chosen('owner', [...AGENTS, SELF, NONE]) },
  { weight: 2, arbitrary: chosen('team', [...TEAMS, MINE, NONE]) },
  numbered('waiting', ['longer', 'shorter', 'set', 'unset']),
  numbered('due', ['late', 'within', 'set', 'unset']),
  numbered('activity', ['longer', 'shorter']),
  numbered('created', ['longer', 'shorter']),
  listed('tags'),
  chosen('channel', CHANNELS.slice(0, 3)),
  { weight: 2, arbitrary: chosen('tier', [...TIERS, NONE]) },
  chosen('organisation', [idOf(0x701), idOf(0x702), NONE]),
  chosen('language', [...LANGUAGES, NONE]),
  chosen('country', ['ES', 'FR', NONE]),
  listed('labels'),
  chosen('stage', ['buying', 'using', NONE]),
  { weight: 2, arbitrary: numbered('health', ['under', 'over', 'set', 'unset']) },
  chosen('value', [...VALUE_BANDS, NONE]),
  fc.record({
    field: fc.constantFrom('fields.model', "fields.it's.odd", 'fields.count'),
    op: fc.constantFrom('any', 'none', 'set', 'unset'),
    values: subset(['s2', 'yes', 'no', '7', '2.5']),
  }),
  numbered('fields.count', ['under', 'over']),
  fc.record({
    field: fc.constant('fields.count'),
    op: fc.constantFrom('under', 'over'),
    values: fc.constantFrom(-0.5, 2.25, 2.5, 1e12 + 0.5).map(value => [value]),
  }),
  fc.record({
    field: fc.constant('vip'),
    op: fc.constantFrom('yes', 'no'),
    values: fc.constant([] as string[]),
  }),
)

export const rule: fc.Arbitrary<ViewRule> = fc.record({
  join: fc.constantFrom('all' as const, 'any' as const),
  groups: fc.array(
    fc.record({
      join: fc.constantFrom('all' as const, 'any' as const),
      conditions: fc.array(condition, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
})

const past = fc.integer({ min: 0, max: 60 }).map(minutes => NOW_MS - minutes * MINUTE)
const ahead = fc.integer({ min: -30, max: 60 }).map(minutes => NOW_MS + minutes * MINUTE)

export const threadFields = fc.record({
  state: fc.constantFrom(...THREAD_STATES, 'other' as const),
  kind: fc.constantFrom(...WORK_KINDS),
  isPaired: fc.boolean(),
  priority: fc.constantFrom(...PRIORITIES),
  assigneeId: fc.option(fc.constantFrom(...AGENTS)),
  teamId: fc.option(fc.constantFrom(...TEAMS)),
  waitingSinceMs: fc.option(past),
  dueAtMs: fc.option(ahead),
  lastActivityAtMs: past,
})
export const ticketFields = fc.record({
  tags: subset(TAGS),
  channel: fc.constantFrom(...CHANNELS.slice(0, 4)),
  createdAtMs: past,
  fields: fc.dictionary(
    fc.constantFrom('model', "it's.odd", 'count'),
    fc.constantFrom('s2', 's3', '', true, false, 7, 2.5, 40, null),
  ),
})
export const customerFields = fc.record({
  tier: fc.option(fc.constantFrom(...TIERS)),
  organisationId: fc.option(fc.constantFrom(idOf(0x701), idOf(0x702))),
  language: fc.option(fc.constantFrom(...LANGUAGES)),
  labels: subset(TAGS),
  journeyStage: fc.option(fc.constantFrom('buying' as const, 'using' as const)),
  health: fc.option(fc.integer({ min: 0, max: 60 })),
})

/** What was worked out of a customer; null: nothing yet. */
export const standingFields = fc.option(
  fc.record({
    health: fc.option(fc.integer({ min: 0, max: 60 })),
    valueBand: fc.option(fc.constantFrom(...VALUE_BANDS)),
    isVip: fc.boolean(),
    stage: fc.option(fc.constantFrom('buying', 'using')),
  }),
)

/** A thread with its ticket, customer and organisation. */
export const facts: fc.Arbitrary<ViewFacts> = fc
  .record({
    standing: standingFields,
    thread: threadFields,
    ticket: ticketFields,
    customer: fc.option(customerFields),
    country: fc.option(fc.constantFrom('ES', 'FR')),
  })
  .map(({ thread, ticket, customer, country, standing }) => ({
    standing: customer && standing,
    thread: aThread(thread),
    ticket: aTicket(ticket),
    customer: customer && aCustomer(customer),
    organisation: customer && anOrganisation({ country }),
  }))
