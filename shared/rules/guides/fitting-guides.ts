import type { Guide } from '../../domain/guides.ts'
import { contentWords, isSameWord } from '../diagnosis/content-words.ts'

/** Why a guide may help, in terms an agent can check on the screen. */
export type GuideReason = { readonly kind: 'code' | 'product' | 'word'; readonly value: string }
export type FittingGuide<G> = {
  readonly guide: G
  readonly score: number
  readonly reasons: readonly GuideReason[]
}
export type GuideFacts = {
  /** What the customer wrote, the symptom, the codes. */
  readonly text: string
  /** Names of products in question. */
  readonly products: readonly string[]
}

const WORTH = { code: 3, product: 1, word: 1 } as const
/** A product alone fits every ticket about it; so does one word. */
const LEAST = 2

/** Guides that may help, best first, each with its reasons. */
export function fittingGuides<G extends Pick<Guide, 'title' | 'fits'>>(
  guides: readonly G[],
  { text, products }: GuideFacts,
): readonly FittingGuide<G>[] {
  const words = contentWords(text)
  const has = (value: string): boolean => {
    const wanted = contentWords(value)
    return wanted.length > 0 && wanted.every(each => words.some(word => isSameWord(word, each)))
  }
  const fit = (guide: G): FittingGuide<G> => {
    const reasons: readonly GuideReason[] = [
      ...guide.fits.codes.filter(has).map(value => ({ kind: 'code', value }) as const),
      ...guide.fits.products
        .filter(value => products.includes(value))
        .map(value => ({ kind: 'product', value }) as const),
      ...guide.fits.words.filter(has).map(value => ({ kind: 'word', value }) as const),
    ]
    return { guide, reasons, score: reasons.reduce((sum, { kind }) => sum + WORTH[kind], 0) }
  }
  return guides
    .map(fit)
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || a.guide.title.localeCompare(b.guide.title, 'en'))
}
