import { splitQuoted } from '../quoted-text.ts'
import { commitmentsIn, segmentOf, withoutConditions } from './commitments.ts'
import type { Commitment } from './commitments.ts'
import { DAY_WORDS } from './day-words.ts'
import type { Today } from './day-words.ts'
import { localOf, momentOf } from './local-date.ts'
import { SPAN_WORDS, TIME_WORDS } from './time-words.ts'
import { outermost } from './words.ts'
import type { Place } from './words.ts'
import { endOfWork } from './work-week.ts'
import type { WorkWeek } from './work-week.ts'

const MINUTE_MS = 60_000
/** A letter, not a book: what is longer is not looked at to its end. */
const LONGEST_TEXT = 20_000
const LONGEST_SENTENCE = 1_000
const LONGEST_WORDS = 200
const MOST_PROMISES = 8

export type FoundPromise = {
  /** The same while the words that promise and the time stay the same, whatever else is written. */
  readonly key: string
  /** The sentence it stands in, for the register. */
  readonly text: string
  /** The words that say when. */
  readonly when: string
  readonly dueAtMs: number
  /** A time of the day was said, not only a day. */
  readonly isTimed: boolean
}

export type PromiseSetting = {
  readonly nowMs: number
  /** IANA zone of whoever writes. */
  readonly timeZone: string
  readonly week: WorkWeek
}

/** A dot behind a number or a month is no end: "am 5. März", "12.30". */
const SENTENCE =
  /(?<=[.!?…])(?<!\d\.)(?<!\b(?:ca|bzw|z|B|Mr|Mrs|Dr|Sr|Sra|Nr|No|a\.m|p\.m)\.)\s+|\n\s*\n|\n(?=\s*[-*•\d])|(?<=[,:])\n\s*\n/u

/** What the writer wrote, sentence by sentence; a line that was wrapped is one. */
export const sentencesOf = (text: string): readonly string[] =>
  splitQuoted(text.slice(0, LONGEST_TEXT))
    .filter(({ kind }) => kind === 'own')
    .flatMap(part => part.text.split(SENTENCE))
    .map(sentence => sentence.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_SENTENCE))
    .filter(sentence => sentence !== '' && !sentence.endsWith('?'))

type Said = Place & { readonly words: string } & (
    | { readonly kind: 'day'; readonly dayNumber: number; readonly minutes: number | null }
    | { readonly kind: 'time'; readonly minutes: number }
    | { readonly kind: 'span'; readonly minutes: number }
  )

/** Everything in the sentence that says when, in its order. */
function timesIn(sentence: string, today: Today): readonly Said[] {
  const said: Said[] = []
  const place = (found: RegExpExecArray) => ({
    at: found.index,
    end: found.index + found[0].length,
    words: found[0].trim(),
  })
  for (const { pattern, read } of DAY_WORDS)
    for (const found of sentence.matchAll(pattern)) {
      const day = read(found, today)
      if (day) said.push({ ...place(found), kind: 'day', ...day })
    }
  for (const { pattern, read } of TIME_WORDS)
    for (const found of sentence.matchAll(pattern)) {
      const minutes = read(found)
      if (minutes !== null) said.push({ ...place(found), kind: 'time', minutes })
    }
  for (const { pattern, read } of SPAN_WORDS)
    for (const found of sentence.matchAll(pattern)) {
      const minutes = read(found)
      if (minutes !== null) said.push({ ...place(found), kind: 'span', minutes })
    }
  return outermost(said)
}

type Due = { readonly atMs: number; readonly isTimed: boolean }

/** The moment of what was said together: a day, a time of the day, both, or so long from now. */
function dueOf(said: readonly Said[], today: Today, { nowMs, timeZone }: PromiseSetting): Due | null {
  const span = said.find(each => each.kind === 'span')
  if (span) return { atMs: nowMs + span.minutes * MINUTE_MS, isTimed: true }
  // "Today or tomorrow": what is promised is the later one.
  const day = said
    .filter(each => each.kind === 'day')
    .reduce<Extract<Said, { kind: 'day' }> | null>(
      (latest, each) => (latest && latest.dayNumber >= each.dayNumber ? latest : each),
      null,
    )
  const time = said.find(each => each.kind === 'time')
  const minutes = time?.minutes ?? day?.minutes ?? null
  if (day) {
    const end = minutes ?? endOfWork(today.week, day.dayNumber)
    return { atMs: momentOf(day.dayNumber, end, timeZone), isTimed: minutes !== null }
  }
  if (minutes === null) return null
  // A time that is past today is tomorrow's.
  const dayNumber = today.dayNumber + (minutes > today.minutes ? 0 : 1)
  return { atMs: momentOf(dayNumber, minutes, timeZone), isTimed: true }
}

const isIn = ({ at, end }: Place, place: number): boolean => place >= at && place < end

/** Whose a time is: of what is promised in its clause, else of what was promised before it, else of the first. */
function ownerOf(commitments: readonly Commitment[], { at }: Said): Commitment | undefined {
  const inClause = commitments.filter(({ segment }) => isIn(segment, at))
  const before = (all: readonly Commitment[]) => all.filter(each => each.at <= at).at(-1)
  return before(inClause) ?? inClause[0] ?? before(commitments) ?? commitments[0]
}

/** The times of a commitment. What was said in a clause before it counts only where its own says nothing. */
function timesOf(
  commitment: Commitment,
  commitments: readonly Commitment[],
  times: readonly Said[],
): readonly Said[] {
  const own = times.filter(each => ownerOf(commitments, each) === commitment)
  const behind = own.filter(({ at }) => at >= commitment.segment.at)
  return behind.length > 0 ? behind : own
}

/** Times that belong together: another day in another clause is another promise. */
function together(sentence: string, said: readonly Said[]): readonly (readonly Said[])[] {
  const groups: Said[][] = []
  for (const each of said) {
    const group = groups.at(-1)
    const day = group?.find(other => other.kind !== 'time')
    const isOther = day && each.kind !== 'time' && !isIn(segmentOf(sentence, day.at), each.at)
    if (!group || isOther) groups.push([each])
    else group.push(each)
  }
  return groups
}

function promisesIn(sentence: string, today: Today, setting: PromiseSetting): readonly FoundPromise[] {
  const text = withoutConditions(sentence)
  const commitments = commitmentsIn(text)
  const times = timesIn(text, today)
  return commitments.flatMap(commitment => {
    const own = timesOf(commitment, commitments, times)
    if (commitment.isVoid) return []
    const how = sentence.slice(commitment.at, commitment.end)
    return together(text, own).flatMap(said => {
      const due = dueOf(said, today, setting)
      // What is past when it is said is no promise.
      if (!due || due.atMs <= setting.nowMs) return []
      const when = said.map(({ words }) => words).join(' ')
      const key = `${how} ${when}`.toLowerCase()
      return [{ key, text: sentence.slice(0, LONGEST_WORDS), when, dueAtMs: due.atMs, isTimed: due.isTimed }]
    })
  })
}

/**
 * What a text promises and by when, in the words of whoever writes it: English, German, and the usual Spanish. Quoted
 * text, questions, negations, conditions and what somebody else has said promise nothing. It proposes; a person
 * decides.
 */
export function detectPromises(text: string, setting: PromiseSetting): readonly FoundPromise[] {
  const today = { ...localOf(setting.nowMs, setting.timeZone), week: setting.week }
  const found = sentencesOf(text).flatMap(sentence => promisesIn(sentence, today, setting))
  const byKey = new Map(found.map(each => [each.key, each]))
  return [...byKey.values()].slice(0, MOST_PROMISES)
}
