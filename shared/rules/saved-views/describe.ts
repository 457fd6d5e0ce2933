import { wantsNothing, wantsNumber } from './fields.ts'
import type { Condition, ViewRule } from './rule.ts'

const DAY = 1_440
const HOUR = 60

/** A time as people say it: whole days, else whole hours, else minutes. */
export function spanOf(minutes: number): {
  readonly amount: number
  readonly unit: 'days' | 'hours' | 'minutes'
} {
  if (minutes > 0 && minutes % DAY === 0) return { amount: minutes / DAY, unit: 'days' }
  if (minutes > 0 && minutes % HOUR === 0) return { amount: minutes / HOUR, unit: 'hours' }
  return { amount: minutes, unit: 'minutes' }
}

/** Words of one language, and names of people, teams and organisations. */
export type Vocabulary = {
  readonly field: (name: string) => string
  /** How an operator reads between field and values: "is", "is not", "has all of" … */
  readonly op: (condition: Condition) => string
  readonly value: (field: string, value: string) => string
  readonly span: (minutes: number) => string
  /** "a, b or c" and "a, b and c". */
  readonly list: (parts: readonly string[], join: 'all' | 'any') => string
  /** Of a view without conditions. */
  readonly everything: string
}

/** One condition in words: "tier is gold or silver". */
export function describeCondition(condition: Condition, words: Vocabulary): string {
  const { field, op, values } = condition
  const intro = `${words.field(field)} ${words.op(condition)}`
  if (wantsNothing(op)) return intro
  if (wantsNumber(op)) {
    const amount = Number(values[0] ?? 0)
    return `${intro} ${op === 'under' || op === 'over' ? String(amount) : words.span(amount)}`
  }
  const named = values.map(value => words.value(field, String(value)))
  return `${intro} ${words.list(named, op === 'all' ? 'all' : 'any')}`
}

/** What a view lists, in one sentence. Groups of several conditions stand in brackets beside others. */
export function describeRule({ join, groups }: ViewRule, words: Vocabulary): string {
  const parts = groups
    .filter(({ conditions }) => conditions.length > 0)
    .map(group => ({
      text: words.list(
        group.conditions.map(condition => describeCondition(condition, words)),
        group.join,
      ),
      isMany: group.conditions.length > 1,
    }))
  if (parts.length === 0) return words.everything
  if (parts.length === 1) return parts[0]?.text ?? words.everything
  return words.list(
    parts.map(({ text, isMany }) => (isMany ? `(${text})` : text)),
    join,
  )
}
