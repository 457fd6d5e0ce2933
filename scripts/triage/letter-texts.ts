import { seededRandom } from '../../shared/demo/seeded-random.ts'
import type { TicketKind } from '../../shared/rules/work-kind.ts'
import type { Example } from './example.ts'
import { languages } from './languages.ts'
import type { TradeLetters } from './letters/letter.ts'
import type { Making } from './own-texts.ts'
import { BESIDE_SHARE, mail, pick, putTogether } from './own-texts.ts'

const MAILS_PER_MATTER = 3
const MAILS_PER_BOTH = 4
const PAIRS_PER_MATTER = 1

/** A trade is one template: it is never on both sides of a split, in whatever language. */
const templateOf = ({ trade }: TradeLetters): string => `trade:${trade}`

function letter(of: TradeLetters, kind: TicketKind, given: Making & { said: readonly string[] }): Example {
  const { phrases, random, said } = given
  const { language } = phrases
  const common = { source: `letters-${language}`, language, template: templateOf(of), kind }
  return { ...common, ...mail(said, phrases, random) }
}

/** Mails about one kind of work: a matter by itself, or with more of the trade, or with a mention of the other kind. */
function plainLetters(of: TradeLetters, kind: 'service' | 'support', making: Making): readonly Example[] {
  const { phrases, random } = making
  const { besideSupport, besideService } = phrases.trades
  const beside = kind === 'support' ? besideSupport : besideService
  return of[kind].flatMap(matter =>
    Array.from({ length: MAILS_PER_MATTER }, (_, index) => {
      const more = index === 1 ? [pick(random, of[kind])] : []
      const said = [matter, ...more, ...(random() < BESIDE_SHARE ? [pick(random, beside)] : [])]
      return letter(of, kind, { ...making, said })
    }),
  )
}

/** Mails of both: those written as such, and matters of either kind of the same trade put together. */
function bothLetters(of: TradeLetters, making: Making): readonly Example[] {
  const { random } = making
  const written = of.both.flatMap(matter =>
    Array.from({ length: MAILS_PER_BOTH }, () => letter(of, 'both', { ...making, said: [matter] })),
  )
  const pairs = of.service.flatMap(matter =>
    Array.from({ length: PAIRS_PER_MATTER }, () => {
      const said = [matter, pick(random, of.support)]
      const ordered = random() < 0.5 ? said : said.toReversed()
      return letter(of, 'both', { ...making, said: putTogether(ordered, making) })
    }),
  )
  return [...written, ...pairs]
}

/** What the customers of the trades write, in all five languages. The same seed gives the same mails. */
export function letterTexts(seed: number): readonly Example[] {
  return languages.flatMap(phrases => {
    const making = { phrases, random: seededRandom(seed) }
    return phrases.letters.flatMap(of => [
      ...plainLetters(of, 'service', making),
      ...plainLetters(of, 'support', making),
      ...bothLetters(of, making),
    ])
  })
}
