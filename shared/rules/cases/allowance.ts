import type { Allowance, Spent } from '../../domain/cases.ts'

export const ALLOWANCE_PARTS = [
  'returnMinor',
  'correctionMinor',
  'goodwillMinor',
  'goodwillMonthMinor',
] as const
export type AllowancePart = (typeof ALLOWANCE_PARTS)[number]
/** Minor units of one currency; null: any amount. */
export type Limits = Pick<Allowance, AllowancePart>

/** What a team has said nothing about: agents ask for every amount, those who supervise decide. */
const NOTHING: Limits = { returnMinor: 0, correctionMinor: 0, goodwillMinor: 0, goodwillMonthMinor: 0 }
const ANYTHING: Limits = {
  returnMinor: null,
  correctionMinor: null,
  goodwillMinor: null,
  goodwillMonthMinor: null,
}

type Whose = { readonly role: string; readonly currency: string }

/** What somebody of a role may give away in a currency. `rows`: all allowances, or those of the currency. */
export function limitsOf({ role, currency }: Whose, rows: readonly (Limits & Whose)[]): Limits {
  const row = rows.find(each => each.role === role && each.currency === currency)
  if (row) return row
  return role === 'supervisor' || role === 'admin' ? ANYTHING : NOTHING
}

/** Is an amount within a limit? */
export const isWithin = (amountMinor: number, limitMinor: number | null): boolean =>
  limitMinor === null || amountMinor <= limitMinor

/** How long a gesture counts against the allowance of who gave it. */
export const ALLOWANCE_WINDOW_MS = 30 * 86_400_000

/** What of it still counts at a moment. */
export const stillCounted = (spent: readonly Spent[], atMs: number): readonly Spent[] =>
  spent.filter(each => each.atMs > atMs - ALLOWANCE_WINDOW_MS)

/** What was given within the thirty days before a moment, minor units. */
export const spentMinor = (spent: readonly Spent[], atMs: number): number =>
  stillCounted(spent, atMs).reduce((sum, { amountMinor }) => sum + amountMinor, 0)

export type Gesture = {
  readonly amountMinor: number
  readonly atMs: number
  readonly limits: Limits
  readonly spent: readonly Spent[]
}
export type Verdict =
  | { readonly kind: 'within' }
  /** 'case': the one gesture is too large. 'month': together with the others of thirty days it is. */
  | { readonly kind: 'over'; readonly of: 'case' | 'month'; readonly limitMinor: number }

/** Does a gesture fit into what an agent may give alone? */
export function judgeGesture({ amountMinor, atMs, limits, spent }: Gesture): Verdict {
  const { goodwillMinor, goodwillMonthMinor } = limits
  if (goodwillMinor !== null && amountMinor > goodwillMinor)
    return { kind: 'over', of: 'case', limitMinor: goodwillMinor }
  if (goodwillMonthMinor !== null && spentMinor(spent, atMs) + amountMinor > goodwillMonthMinor)
    return { kind: 'over', of: 'month', limitMinor: goodwillMonthMinor }
  return { kind: 'within' }
}
