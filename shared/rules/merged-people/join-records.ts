import { GivenAway } from '../../domain/people.ts'
import { isSensitive } from '../portrait/marks.ts'
import type { Customer } from '../../domain/people.ts'

/** Fields of the card where one record's word can be taken instead of the other's. */
export const JOINED_FIELDS = [
  'name',
  'jobTitle',
  'organisationId',
  'tier',
  'language',
  'timeZone',
  'preferredChannel',
  'journeyStage',
] as const
export type JoinedField = (typeof JOINED_FIELDS)[number]
export type Card = Pick<Customer, JoinedField | 'facts' | 'factsMarks' | 'labels'>

/** A value of a newer version is not ours to write. */
export const isSaid = (value: string | null): value is string =>
  value !== null && value.trim() !== '' && value !== 'other'

/** Where the two say different things, and the one that goes says something. */
export const differingFields = (stays: Card, goes: Card): readonly JoinedField[] =>
  JOINED_FIELDS.filter(field => isSaid(goes[field]) && goes[field] !== stays[field])

/** What is taken unless somebody says otherwise: what only the record that goes knows. */
export const takenByDefault = (stays: Card, goes: Card): readonly JoinedField[] =>
  differingFields(stays, goes).filter(field => !isSaid(stays[field]))

/** What is taken, each with what the agent saw in its place. */
export type Taken = { readonly field: JoinedField; readonly seen: string | null }

type Joined = {
  /** Of the record that stays; nothing: it says what it said. */
  readonly card: Partial<Card>
  /** Of the record that goes; null: nothing was taken from it. */
  readonly givenAway: GivenAway | null
}

/**
 * How the card of the record that stays changes, and what has to be known to give it back: the chosen fields, as long as
 * they say what was seen, labels of both, and the words of both below each other.
 */
export function joinCards(stays: Card, goes: Card, taken: readonly Taken[]): Joined {
  const fields = differingFields(stays, goes).flatMap(field => {
    const is = goes[field]
    const isTaken = taken.some(each => each.field === field && each.seen === stays[field])
    return isTaken && isSaid(is) ? [{ field, was: stays[field], is }] : []
  })
  const said = goes.facts.trim()
  const words = said === '' || stays.facts.includes(said) ? '' : said
  const labels = goes.labels.filter(label => !stays.labels.includes(label))
  if (fields.length === 0 && labels.length === 0 && words === '') return { card: {}, givenAway: null }
  return {
    card: {
      ...(Object.fromEntries(fields.map(({ field, is }) => [field, is])) as Partial<Card>),
      ...(labels.length > 0 ? { labels: [...stays.labels, ...labels] } : {}),
      ...(words === '' ? {} : { facts: [stays.facts.trim(), words].filter(Boolean).join('\n') }),
      // Words that were sensitive stay so, whoever's they are now.
      ...(words !== '' && isSensitive(goes.factsMarks) && !isSensitive(stays.factsMarks)
        ? { factsMarks: goes.factsMarks }
        : {}),
    },
    givenAway: { fields, labels, words },
  }
}

/** What a record gave away, as it is stored; null: nothing, or nothing this version can give back. */
export const givenAwayBy = ({ givenAway }: Pick<Customer, 'givenAway'>): GivenAway | null =>
  GivenAway.safeParse(givenAway).data ?? null

const isJoined = (field: string): field is JoinedField => JOINED_FIELDS.some(each => each === field)

/** Words without those that were written below them; left alone where somebody has written into them since. */
export function wordsWithout(facts: string, words: string): string {
  if (words === '') return facts
  // In whole lines: whose words are the beginning of others' must not take those apart.
  const at = `\n${facts}\n`.lastIndexOf(`\n${words}\n`)
  if (at < 0) return facts
  const [above, below] = [facts.slice(0, Math.max(0, at - 1)), facts.slice(at + words.length + 1)]
  return above === '' || below === '' ? above + below : `${above}\n${below}`
}

/** What the card says once a record has what was its own again: what somebody has changed since stays as it is. */
export function partCards(stays: Card, { fields, labels, words }: GivenAway): Partial<Card> {
  const back = fields.flatMap(({ field, was, is }) =>
    isJoined(field) && stays[field] === is && (was !== null || field !== 'name')
      ? [[field, was] as const]
      : [],
  )
  return {
    ...(Object.fromEntries(back) as Partial<Card>),
    labels: stays.labels.filter(label => !labels.includes(label)),
    facts: wordsWithout(stays.facts, words),
  }
}
