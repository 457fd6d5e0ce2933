import { lines } from '../phrases/phrases.ts'

/**
 * What the customers of one trade write, in one language: whole matters as people put them, short and long, calm and
 * angry, with the words of the trade. Written for this project; one matter a line, and every line is a template like those
 * of the phrases. A line holds one kind of work however many words of the other it names in passing.
 */
export type TradeLetters = {
  /** The trade, by the same English name in every language. */
  readonly trade: string
  readonly service: readonly string[]
  readonly support: readonly string[]
  /** Holds work of either kind: when one is settled, the other is still open. */
  readonly both: readonly string[]
}

type Written = { readonly service: string; readonly support: string; readonly both: string }

/** One matter a line; a line that goes on after a backslash is one. */
const matters = (text: string): readonly string[] => lines(text).map(line => line.replaceAll(/\s+/g, ' '))

export const letters = (trade: string, { service, support, both }: Written): TradeLetters => ({
  trade,
  service: matters(service),
  support: matters(support),
  both: matters(both),
})
