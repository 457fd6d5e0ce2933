import type { TicketKind } from '../../shared/rules/work-kind.ts'
import type { Example } from './example.ts'
import { foldOf } from './example.ts'
import { joints } from './joints.ts'
import type { Language } from './languages.ts'
import { languages } from './languages.ts'

export type Random = () => number
export const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** How often each line is written out. */
const MAILS_PER_LINE = 4
const BOTH_PER_LINE = 3

function fill(line: string, phrases: Language, random: Random): string {
  const number = String(10_000 + Math.floor(random() * 89_999))
  const amount = `${5 + Math.floor(random() * 400)},${String(10 + Math.floor(random() * 89))} €`
  const version = `${Math.floor(random() * 9)}.${Math.floor(random() * 9)}.${Math.floor(random() * 9)}`
  return line
    .replaceAll('{p}', () => pick(random, phrases.products))
    .replaceAll('{n}', () => number)
    .replaceAll('{m}', () => amount)
    .replaceAll('{v}', () => version)
}

/** A mail around lines: bare, or with greeting, what people say around it, and a signature; loud or quiet. */
export function mail(
  said: readonly string[],
  phrases: Language,
  random: Random,
): Pick<Example, 'subject' | 'body'> {
  const style = random()
  const words = said.map(line => fill(line, phrases, random))
  if (style < 0.3) return { subject: '', body: words.join('. ') }
  if (style < 0.5) return { subject: words[0] ?? '', body: words.slice(1).join('. ') }
  const says = random() < 0.5 ? phrases.neutral : phrases.trades.formal
  const around = (): readonly string[] =>
    Array.from({ length: Math.floor(random() * 3) }, () => pick(random, says))
  const body = [
    pick(random, phrases.greetings),
    '',
    [...around(), ...words, ...around()].join(random() < 0.3 ? '!!! ' : '. '),
    '',
    pick(random, phrases.closings),
    'A. Example',
  ].join('\n')
  return { subject: '', body: random() < 0.15 ? body.toUpperCase() : body }
}

export type Making = { readonly phrases: Language; readonly random: Random }

function of(
  kind: TicketKind | null,
  given: { said: readonly string[]; template: string },
  making: Making,
): Example {
  const { language } = making.phrases
  return {
    source: `ours-${language}`,
    language,
    template: given.template,
    kind,
    ...mail(given.said, making.phrases, making.random),
  }
}

/** Mails that mention the other kind in passing. */
export const BESIDE_SHARE = 0.3

/** Every other mail says more than one thing of its kind: several sentences are no sign of both, and a mention is none. */
function mailsOf(kind: 'service' | 'support', making: Making): readonly Example[] {
  const { phrases, random } = making
  const { besideSupport, besideService } = phrases.trades
  const beside = kind === 'support' ? besideSupport : besideService
  return phrases[kind].flatMap(line => {
    const others = phrases[kind].filter(other => foldOf(other) === foldOf(line))
    return Array.from({ length: MAILS_PER_LINE }, (_, index) => {
      const more = index % 2 === 0 ? [] : Array.from({ length: 1 + (index % 3) }, () => pick(random, others))
      const said = [line, ...more, ...(random() < BESIDE_SHARE ? [pick(random, beside)] : [])]
      return of(kind, { said, template: line }, making)
    })
  })
}

/** Two matters as two sentences or as one: people do either. */
export function putTogether(said: readonly string[], { phrases, random }: Making): readonly string[] {
  const joint = pick(random, joints[phrases.language] ?? [', '])
  return random() < 0.5 ? said : [said.join(joint)]
}

/** Mails that need both: a line of each, of one fold, so that neither is ever tested on what it was taught with. */
function bothMails(making: Making): readonly Example[] {
  const { phrases, random } = making
  return phrases.service.flatMap(line => {
    const others = phrases.support.filter(other => foldOf(other) === foldOf(line))
    return Array.from({ length: others.length === 0 ? 0 : BOTH_PER_LINE }, () => {
      const other = pick(random, others)
      const said = random() < 0.5 ? [line, other] : [other, line]
      return of('both', { said: putTogether(said, making), template: line }, making)
    })
  })
}

const LONG_MAILS = 120
const MOST_OF_A_SIDE = 3

/** Longer mails that hold both, several lines to a side: so that to the judge length is no sign of one kind. */
function longBothMails(making: Making): readonly Example[] {
  const { phrases, random } = making
  return Array.from({ length: LONG_MAILS }, () => {
    const line = pick(random, phrases.service)
    const ofPart = (lines: readonly string[]): readonly string[] =>
      lines.filter(other => foldOf(other) === foldOf(line))
    const some = (lines: readonly string[]): readonly string[] =>
      Array.from({ length: 1 + Math.floor(random() * MOST_OF_A_SIDE) }, () => pick(random, ofPart(lines)))
    const sides = [[line, ...some(phrases.service).slice(1)], some(phrases.support)]
    const said = (random() < 0.5 ? sides : sides.toReversed()).flat()
    return { ...of('both', { said, template: line }, making), source: `ours-${phrases.language}, long` }
  })
}

/** Only for the judge and for testing; the weights learn from shorter ones. */
export const longOwnTexts = (random: Random): readonly Example[] =>
  languages.flatMap(phrases => longBothMails({ phrases, random }))

const SETTLED_PER_LINE = 3

/** Mails without work: what people say around it, and what is over already. */
const neutralMails = (making: Making): readonly Example[] => {
  const { neutral, trades } = making.phrases
  const settled = Array.from({ length: SETTLED_PER_LINE }, () => trades.settled).flat()
  return [...neutral, ...trades.formal, ...settled].map(line =>
    of(null, { said: [line], template: line }, making),
  )
}

/** Words by themselves and three at a time: what the lines do not happen to use. Fold by fold, like lines. */
function wordTexts(of: 'service' | 'support' | 'neutral', { phrases, random }: Making): readonly Example[] {
  const { language } = phrases
  const list = phrases.lexicon[of]
  const kind = of === 'neutral' ? null : of
  return list.flatMap(word => {
    const others = list.filter(other => foldOf(other) === foldOf(word))
    const body = [word, pick(random, others), pick(random, others)].join(', ')
    const common = { source: `words-${language}`, language, template: word, kind, subject: '' }
    return [
      { ...common, body: word },
      { ...common, body },
    ]
  })
}

/** All mails made from the lines of the five languages. The same random numbers give the same mails. */
export function ownTexts(random: Random): readonly Example[] {
  return languages.flatMap(phrases => {
    const making = { phrases, random }
    return [
      ...mailsOf('service', making),
      ...mailsOf('support', making),
      ...bothMails(making),
      ...neutralMails(making),
      ...wordTexts('service', making),
      ...wordTexts('support', making),
      ...wordTexts('neutral', making),
    ]
  })
}
