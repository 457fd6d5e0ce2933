import type { Product } from '../../domain/commerce.ts'
import { searchText } from '../search-text.ts'

export type Wanted = {
  readonly occasion: string
  /** Minor units of `currency`; null: nothing was said. */
  readonly budgetMinor: number | null
  readonly currency: string | null
  readonly wishes: readonly string[]
}
export type FitReason =
  | { readonly kind: 'wish'; readonly value: string }
  | { readonly kind: 'occasion'; readonly value: string }
  | { readonly kind: 'within-budget'; readonly leftMinor: number }
  | { readonly kind: 'over-budget'; readonly overMinor: number }
export type Fit = {
  readonly productId: string
  readonly score: number
  readonly reasons: readonly FitReason[]
}

/** Words of less say nothing about what somebody needs. */
const SHORTEST_WORD = 3
/** Nor do these, in what is told of an occasion: without accents, as they are compared. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'for the and with one two three six ten all any are has have her his its our out per she that them they this ' +
    'who you your from into more most some new need needs want wants would like which ' +
    'fur die der das den dem des ein eine einen einem und mit von aus bei sie wir ist sind hat haben alle zwei drei ' +
    'neue neuen neuer sechs braucht brauchen auf als auch noch nur ' +
    'para por con del los las una uno dos tres que sus mas pour avec les des une dans sur par deux trois ' +
    'com dos das uma dois tres'
  ).split(' '),
)
const wordsOf = (text: string): readonly string[] =>
  searchText(text)
    .split(' ')
    .filter(word => word.length >= SHORTEST_WORD)
const tellingWordsOf = (text: string): readonly string[] => wordsOf(text).filter(word => !FILLERS.has(word))

type Described = Pick<
  Product,
  'id' | 'name' | 'description' | 'tags' | 'priceMinor' | 'currency' | 'isActive'
>

/** Name and tags say what a product is; the description mentions more than it is for. */
const WEIGHT = { tag: 3, name: 2, description: 1, occasion: 0.5, budget: 1 } as const

function weightOf(word: string, product: Described): number {
  const has = (text: string): boolean => wordsOf(text).some(each => each.startsWith(word))
  if ((product.tags ?? []).some(has)) return WEIGHT.tag
  if (has(product.name)) return WEIGHT.name
  return has(product.description ?? '') ? WEIGHT.description : 0
}

/** All words of a wish must be there; the weakest place counts. */
function weightOfWish(wish: string, product: Described): number {
  const words = wordsOf(wish)
  return words.length === 0 ? 0 : Math.min(...words.map(word => weightOf(word, product)))
}

function budgetOf(wanted: Wanted, { priceMinor, currency }: Described): FitReason | null {
  const { budgetMinor } = wanted
  if (budgetMinor === null || priceMinor === null || currency !== wanted.currency) return null
  const left = budgetMinor - priceMinor
  return left >= 0 ? { kind: 'within-budget', leftMinor: left } : { kind: 'over-budget', overMinor: -left }
}

function fitOf(wanted: Wanted, product: Described): Fit | null {
  const wishes = wanted.wishes.map(value => ({ value, weight: weightOfWish(value, product) }))
  const wished = new Set(wanted.wishes.flatMap(wordsOf))
  // What is a wish already is not said twice.
  const occasion = tellingWordsOf(wanted.occasion).filter(
    word => !wished.has(word) && weightOf(word, product) > 0,
  )
  const speaking: FitReason[] = [
    ...wishes.filter(({ weight }) => weight > 0).map(({ value }) => ({ kind: 'wish' as const, value })),
    ...occasion.map(value => ({ kind: 'occasion' as const, value })),
  ]
  if (speaking.length === 0) return null
  const budget = budgetOf(wanted, product)
  const forBudget = budget === null ? 0 : budget.kind === 'within-budget' ? WEIGHT.budget : -WEIGHT.budget * 2
  const score =
    wishes.reduce((sum, { weight }) => sum + weight, 0) + occasion.length * WEIGHT.occasion + forBudget
  return { productId: product.id, score, reasons: budget === null ? speaking : [...speaking, budget] }
}

/**
 * Products that fit what somebody said they need, best first, each with what speaks for it. A product nothing speaks
 * for is left out; one over the budget comes later and says so. Ties: the cheaper first, then by id.
 */
export function shortlist(wanted: Wanted, products: readonly Described[], limit = 5): readonly Fit[] {
  const priceOf = new Map(products.map(({ id, priceMinor }) => [id, priceMinor ?? Number.MAX_SAFE_INTEGER]))
  return products
    .filter(({ isActive }) => isActive)
    .flatMap(product => fitOf(wanted, product) ?? [])
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        (priceOf.get(a.productId) ?? 0) - (priceOf.get(b.productId) ?? 0) ||
        (a.productId < b.productId ? -1 : 1),
    )
    .slice(0, limit)
}

/** Products whose name, number, words or tags begin with every word typed; all of them for no words. */
export function searchProducts<P extends Described & Pick<Product, 'sku'>>(
  products: readonly P[],
  typed: string,
): readonly P[] {
  const wanted = searchText(typed).split(' ').filter(Boolean)
  return products.filter(product => {
    if (!product.isActive) return false
    const text = [product.name, product.sku, product.description, ...(product.tags ?? [])]
    const words = searchText(text.filter(Boolean).join(' ')).split(' ')
    return wanted.every(word => words.some(each => each.startsWith(word)))
  })
}
