import type { Customer, GivenAway } from '../../domain/people.ts'
import { givenAwayBy, isSaid, JOINED_FIELDS, wordsWithout } from './join-records.ts'
import type { Card, JoinedField } from './join-records.ts'

/** A record whose card changes, and how. */
export type CardChange = { readonly record: Customer; readonly fields: Partial<Customer> }

type Handed = {
  /** Of the record that was merged: what it said, what it says now, and what was taken from it. */
  readonly before: Card
  readonly after: Card
  readonly gave: GivenAway
}

type OneField = { readonly value: string | null; readonly entry: GivenAway['fields'][number] | null }

/** One field of the card above: what was taken follows, what somebody else said stays. Null: nothing to say about it. */
function fieldAbove(stays: Card, { before, after, gave }: Handed, field: JoinedField): OneField | null {
  const given = gave.fields.find(each => each.field === field) ?? null
  if (before[field] === after[field]) return given && { value: stays[field], entry: given }
  const isTheirs = given !== null && stays[field] === given.is
  if (given !== null && !isTheirs) return null
  const was = given === null ? stays[field] : given.was
  const says = after[field]
  if (given === null && isSaid(was)) return null
  return isSaid(says) && says !== was
    ? { value: says, entry: { field, was, is: says } }
    : { value: was, entry: null }
}

type Words = Pick<Card, 'facts'> & Pick<GivenAway, 'words'>

function wordsAbove(stays: Card, { before, after, gave }: Handed): Words {
  const as = { facts: stays.facts, words: gave.words }
  if (before.facts === after.facts) return as
  const rest = wordsWithout(stays.facts, gave.words)
  // Somebody has written into them since: they are theirs now.
  if (gave.words !== '' && rest === stays.facts) return as
  const isLonger = after.facts.startsWith(before.facts)
  const said = (
    gave.words === '' ? (isLonger ? after.facts.slice(before.facts.length) : '') : after.facts
  ).trim()
  if (said === '' || rest.includes(said)) return { facts: rest, words: '' }
  return { facts: [rest.trim(), said].filter(Boolean).join('\n'), words: said }
}

type Labels = { readonly labels: Card['labels']; readonly given: GivenAway['labels'] }

function labelsAbove(stays: Card, { before, after, gave }: Handed): Labels {
  const gone = before.labels.filter(label => gave.labels.includes(label) && !after.labels.includes(label))
  const isNew = (label: string): boolean => !before.labels.includes(label) && !stays.labels.includes(label)
  const come = after.labels.filter(isNew)
  const kept = (list: readonly string[]): string[] => [
    ...list.filter(label => !gone.includes(label)),
    ...come,
  ]
  return { labels: kept(stays.labels), given: kept(gave.labels) }
}

type Above = { readonly card: Partial<Card>; readonly givenAway: GivenAway | null }

/** How the card of whoever stands above follows a change of a card that was merged into it. */
export function cardAbove(stays: Card, handed: Handed): Above {
  const found = JOINED_FIELDS.flatMap(field => {
    const one = fieldAbove(stays, handed, field)
    return one === null ? [] : [{ field, ...one }]
  })
  const { labels, given } = labelsAbove(stays, handed)
  const { facts, words } = wordsAbove(stays, handed)
  const fields = found.flatMap(({ entry }) => entry ?? [])
  const values = Object.fromEntries(found.map(({ field, value }) => [field, value]))
  const isNothing = fields.length === 0 && given.length === 0 && words === ''
  return {
    card: { ...(values as Partial<Card>), labels, facts },
    givenAway: isNothing ? null : { fields, labels: given, words },
  }
}

const NOTHING: GivenAway = { fields: [], labels: [], words: '' }

/**
 * A change of a record's card, and what follows from it for those it was merged into, the nearest first: whoever stands
 * for the person says what all of their records say, and nothing of one that was separated from any of them.
 */
export function handOn(
  record: Customer,
  card: Partial<Card>,
  chain: readonly Customer[],
): readonly CardChange[] {
  const [stays, ...rest] = chain
  const gave = record.givenAway === null ? NOTHING : givenAwayBy(record)
  // What a newer version has written beside the record is not ours to give back.
  if (!stays || gave === null || Object.keys(card).length === 0) return [{ record, fields: card }]
  const above = cardAbove(stays, { before: record, after: { ...record, ...card }, gave })
  return [{ record, fields: { ...card, givenAway: above.givenAway } }, ...handOn(stays, above.card, rest)]
}

/** A record as these changes leave it. */
export const withChanges = (record: Customer, changes: readonly CardChange[]): Customer =>
  changes.reduce((now, change) => (change.record.id === now.id ? { ...now, ...change.fields } : now), record)
