const DAYS = 7

/** The week so many weeks ago, Monday to Monday on the agent's clock, ms. */
export function weekOf(nowMs: number, ago: number): { readonly fromMs: number; readonly endMs: number } {
  const date = new Date(nowMs)
  const sinceMonday = (date.getDay() + DAYS - 1) % DAYS
  const monday = (weeks: number): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() - sinceMonday + weeks * DAYS).getTime()
  return { fromMs: monday(-ago), endMs: monday(1 - ago) }
}
