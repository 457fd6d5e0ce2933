/** Where a customer may have a bad experience that this console does not see by itself. */
export const ELSEWHERE = ['shop', 'courier', 'branch', 'partner', 'website', 'elsewhere'] as const
export type Elsewhere = (typeof ELSEWHERE)[number]

/** Whether a bad moment with this cause was noted by a person, who may have been mistaken. */
export const isFromElsewhere = (cause: unknown): boolean => ELSEWHERE.some(place => place === cause)
