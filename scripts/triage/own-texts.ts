import type { TicketKind } from '../../shared/rules/work-kind.ts'
import type { Example } from './example.ts'
import { foldOf } from './example.ts'
import { de as deWords } from './lexicons/de.ts'
import { en as enWords } from './lexicons/en.ts'
import { es as esWords } from './lexicons/es.ts'
import { fr as frWords } from './lexicons/fr.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { pt as ptWords } from './lexicons/pt.ts'
import { de } from './phrases/de.ts'
import { en } from './phrases/en.ts'
import { es } from './phrases/es.ts'
import { fr } from './phrases/fr.ts'
import type { Phrases } from './phrases/phrases.ts'
import { pt } from './phrases/pt.ts'

const lexicons: Readonly<Record<string, Lexicon>> = {
  en: enWords,
  de: deWords,
  es: esWords,
  fr: frWords,
  pt: ptWords,
}
export const languages: readonly Phrases[] = [en, de, es, fr, pt]

type Random = () => number
const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** How often each line is written out. */
const MAILS_PER_LINE = 4
const BOTH_PER_LINE = 2

function fill(line: string, phrases: Phrases, random: Random): string {
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
function mail(said: readonly string[], phrases: Phrases, random: Random): Pick<Example, 'subject' | 'body'> {
  const style = random()
  const words = said.map(line => fill(line, phrases, random))
  if (style < 0.3) return { subject: '', body: words.join('. ') }
  if (style < 0.5) return { subject: words[0] ?? '', body: words.slice(1).join('. ') }
  const around = (): readonly string[] => (random() < 0.6 ? [pick(random, phrases.neutral)] : [])
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

type Making = { readonly phrases: Phrases; readonly random: Random }

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

/** Every other mail says more than one thing of its kind: several sentences are no sign of both. */
function mailsOf(kind: 'service' | 'support', making: Making): readonly Example[] {
  const { phrases, random } = making
  return phrases[kind].flatMap(line => {
    const others = phrases[kind].filter(other => foldOf(other) === foldOf(line))
    return Array.from({ length: MAILS_PER_LINE }, (_, index) => {
      const more = index % 2 === 0 ? [] : Array.from({ length: 1 + (index % 3) }, () => pick(random, others))
      return of(kind, { said: [line, ...more], template: line }, making)
    })
  })
}

/** Mails that need both: a line of each, of one fold, so that neither is ever tested on what it was taught with. */
function bothMails(making: Making): readonly Example[] {
  const { phrases, random } = making
  return phrases.service.flatMap(line => {
    const others = phrases.support.filter(other => foldOf(other) === foldOf(line))
    return Array.from({ length: others.length === 0 ? 0 : BOTH_PER_LINE }, () => {
      const other = pick(random, others)
      const said = random() < 0.5 ? [line, other] : [other, line]
      return of('both', { said, template: line }, making)
    })
  })
}

const neutralMails = (making: Making): readonly Example[] =>
  making.phrases.neutral.map(line => of(null, { said: [line], template: line }, making))

/** Words by themselves and three at a time: what the lines do not happen to use. Fold by fold, like lines. */
function wordTexts(of: keyof Lexicon, { phrases, random }: Making): readonly Example[] {
  const { language } = phrases
  const list = lexicons[language]?.[of] ?? []
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

/** Of public texts: one of each kind one after the other, so that "both" is learnt from people's words too. */
export function pairedTexts(examples: readonly Example[], count: number, random: Random): readonly Example[] {
  const service = examples.filter(({ kind }) => kind === 'service')
  const support = examples.filter(({ kind }) => kind === 'support')
  if (service.length === 0 || support.length === 0) return []
  return Array.from({ length: count }, (_, index) => {
    const [one, other] = [pick(random, service), pick(random, support)]
    const said = random() < 0.5 ? [one.body, other.body] : [other.body, one.body]
    const body = said.map(text => text.slice(0, 400)).join('\n')
    return { source: 'paired', language: 'en', template: `paired:${index}`, subject: '', body, kind: 'both' }
  })
}
