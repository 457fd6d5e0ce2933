import { CHANNELS, JOURNEY_STAGES, PRIORITIES, THREAD_STATES, WORK_KINDS } from '../../domain/values.ts'
import { VALUE_BANDS } from '../portrait/value-band.ts'

/**
 * What kind of thing a field holds, which decides what can be asked of it.
 * choice: one value or none. set: several. past: a moment gone by, or none. ahead: a moment to come, or none.
 * amount: a number or none. flag: yes or no. own: whatever a form of the team asks for, by its words or as a number.
 */
export type FieldType = 'choice' | 'set' | 'past' | 'ahead' | 'amount' | 'flag' | 'own'

/** Values that are not of the data: they mean somebody or nothing, and never clash with what a team writes. */
export const ME = '@me'
/** Of teams: the agent's own. */
export const MINE = '@mine'
/** No value: no owner, no team, no tier … */
export const NONE = '@none'

/** Operators of each type, the usual one first. */
export const OPS = {
  choice: ['any', 'none'],
  set: ['any', 'all', 'none'],
  past: ['longer', 'shorter', 'set', 'unset'],
  ahead: ['late', 'within', 'set', 'unset'],
  amount: ['under', 'over', 'set', 'unset'],
  flag: ['yes', 'no'],
  own: ['any', 'none', 'over', 'under', 'set', 'unset'],
} as const satisfies Readonly<Record<FieldType, readonly string[]>>

type Subject = 'thread' | 'ticket' | 'customer'
export type Field = {
  readonly subject: Subject
  readonly type: FieldType
  /** The only values there are; null: whatever the data holds. */
  readonly oneOf: readonly string[] | null
  /** Values with a meaning of their own. */
  readonly special: readonly string[]
}

const field = (
  subject: Subject,
  type: FieldType,
  more: Partial<Pick<Field, 'oneOf' | 'special'>> = {},
): Field => ({ subject, type, oneOf: null, special: [], ...more })

/** Everything a view can ask for. Names are part of stored views and never change their meaning. */
export const fields = {
  state: field('thread', 'choice', { oneOf: THREAD_STATES }),
  kind: field('thread', 'choice', { oneOf: WORK_KINDS }),
  paired: field('thread', 'flag'),
  priority: field('thread', 'choice', { oneOf: PRIORITIES }),
  owner: field('thread', 'choice', { special: [ME, NONE] }),
  team: field('thread', 'choice', { special: [MINE, NONE] }),
  waiting: field('thread', 'past'),
  due: field('thread', 'ahead'),
  activity: field('thread', 'past'),
  created: field('ticket', 'past'),
  tags: field('ticket', 'set'),
  channel: field('ticket', 'choice', { oneOf: CHANNELS }),
  tier: field('customer', 'choice', { special: [NONE] }),
  organisation: field('customer', 'choice', { special: [NONE] }),
  language: field('customer', 'choice', { special: [NONE] }),
  country: field('customer', 'choice', { special: [NONE] }),
  labels: field('customer', 'set'),
  stage: field('customer', 'choice', { oneOf: JOURNEY_STAGES, special: [NONE] }),
  health: field('customer', 'amount'),
  value: field('customer', 'choice', { oneOf: VALUE_BANDS, special: [NONE] }),
  vip: field('customer', 'flag'),
} as const satisfies Readonly<Record<string, Field>>

export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields) as readonly FieldName[]

const OWN = 'fields.'
/** A field of a ticket that a form of the team asks for, by its key. */
export type OwnField = `fields.${string}`
export const ownField = (key: string): OwnField => `${OWN}${key}`
export const isOwnField = (name: string): name is OwnField => name.startsWith(OWN) && name.length > OWN.length
/** The key under which the value lies with the ticket. */
export const ownKey = (name: OwnField): string => name.slice(OWN.length)

export type AnyField = FieldName | OwnField
export const isFieldName = (name: string): name is AnyField => Object.hasOwn(fields, name) || isOwnField(name)
const written = field('ticket', 'own')
export const fieldOf = (name: AnyField): Field => (isOwnField(name) ? written : fields[name])

/** Operators that compare with a number: minutes of a time, the amount itself. */
export const wantsNumber = (op: string): boolean =>
  ['longer', 'shorter', 'within', 'under', 'over'].includes(op)
/** Operators that need no value at all. */
export const wantsNothing = (op: string): boolean => ['set', 'unset', 'late', 'yes', 'no'].includes(op)

export const SAVED_SORTS = ['newest', 'waiting', 'priority', 'due', 'tier'] as const
export type SavedSort = (typeof SAVED_SORTS)[number]
