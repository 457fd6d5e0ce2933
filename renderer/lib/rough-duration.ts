import i18next from 'i18next'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** How long something takes, as people say it: "20 seconds", "3 minutes". Rounded up, and up to fives of seconds. */
export function roughDuration(ms: number): string {
  if (ms > 90 * SECOND) return i18next.t('dataKey.minutes', { count: Math.ceil(ms / MINUTE) })
  const seconds = Math.max(1, Math.ceil(ms / SECOND))
  return i18next.t('dataKey.seconds', { count: seconds < 5 ? seconds : Math.ceil(seconds / 5) * 5 })
}
