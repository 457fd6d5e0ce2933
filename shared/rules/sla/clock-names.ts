/** The clocks of a thread: first reply, next reply, to resolve or restore. */
export const CLOCK_NAMES = ['first', 'next', 'solve'] as const
export type ClockName = (typeof CLOCK_NAMES)[number]
