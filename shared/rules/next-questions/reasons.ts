/** Why a question is likely: what of the customer's speaks for it, for the window to put into words. */
export const QUESTION_REASONS = [
  'order-delivered',
  'order-shipped',
  'order',
  'return-received',
  'return-approved',
  'return',
  'plan-step',
  'renewal',
  'known-issue',
  'invoice-overdue',
  'version-behind',
  'stage',
  'product',
] as const

export type QuestionReason = {
  readonly why: (typeof QUESTION_REASONS)[number]
  /** Number of an order, return or invoice; code of an issue; name of a plan, product or asset; a stage. */
  readonly about: string
  /** A step, a workaround, a newer version. */
  readonly more?: string | null
  /** Delivered, due, renewed … at, ms. */
  readonly atMs?: number | null
  readonly amountMinor?: number
  readonly currency?: string
}
