import { seededRandom } from '../../shared/demo/seeded-random.ts'
import type { Unseen, Weights } from './evaluate.ts'
import { fit, scoreUnseen } from './evaluate.ts'
import type { Prepared } from './fit.ts'
import { prepare } from './fit.ts'
import { joinedName } from './made-of.ts'
import { joinedTexts, longBothTexts } from './mixtures.ts'

/** Nobody labelled "both": a clause of one source and one of another stand in for it, scored by weights that saw neither. */
const PAIRS = [
  ['banking77', 'bitext'],
  ['banking77', 'it_tickets'],
  ['banking77', 'askubuntu'],
  ['banking77', 'webapps'],
  ['bitext', 'it_tickets'],
  ['bitext', 'askubuntu'],
  ['bitext', 'webapps'],
] as const
const EACH_WAY = 200
const WITHIN = 300
const LONG = 150
const SEED = 20_270
type Of = { readonly from: readonly string[]; readonly count: number }

function scoreJoined(weights: Weights, rows: readonly Prepared[], { from, count }: Of): readonly Unseen[] {
  const source = joinedName(from)
  const texts = rows.map(({ example }) => example)
  return scoreUnseen(
    weights,
    prepare(joinedTexts(texts, { source, count, random: seededRandom(SEED + count) })),
  )
}

/** Within one source that the weights had not seen: clauses, and some whole texts after others. */
export function joinedWithin(weights: Weights, rows: readonly Prepared[], source: string): readonly Unseen[] {
  const long = longBothTexts(
    rows.map(({ example }) => example),
    { source: joinedName([source]), count: LONG, random: seededRandom(SEED + LONG) },
  )
  return [
    ...scoreJoined(weights, rows, { from: [source], count: WITHIN }),
    ...scoreUnseen(weights, prepare(long)),
  ]
}

/** Across two sources, either of which may bring the service clause; `say` is told which are left out. */
export function joinedAcross(rows: readonly Prepared[], say: (line: string) => void): readonly Unseen[] {
  return PAIRS.flatMap(([one, other]) => {
    say(`- without ${one} and ${other}`)
    const isLeftOut = ({ example }: Prepared): boolean => example.source === one || example.source === other
    const weights = fit(rows.filter(row => !isLeftOut(row)))
    return [
      [one, other],
      [other, one],
    ].flatMap(([service, support]) => {
      const own = rows.filter(({ example }) =>
        example.source === service
          ? example.kind === 'service'
          : example.source === support && example.kind === 'support',
      )
      return scoreJoined(weights, own, { from: [one, other], count: EACH_WAY })
    })
  })
}
