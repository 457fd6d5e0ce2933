/** Minutes as people set them: hours and minutes, "0:30", "48:00"; nothing where nothing is promised. */
export const hoursText = (minutes: number | null): string =>
  minutes === null ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const FORMS: readonly (readonly [RegExp, (hours: string, minutes: string) => number])[] = [
  [/^(\d{1,5}):([0-5]\d)$/u, (hours, minutes) => Number(hours) * 60 + Number(minutes)],
  [
    /^(\d{1,5}) ?(?:h|std\.?)(?: ?(\d{1,2}))?(?: ?m(?:in\.?)?)?$/iu,
    (hours, minutes) => Number(hours) * 60 + Number(minutes || 0),
  ],
  [/^(\d{1,7}) ?m(?:in\.?)?$/iu, minutes => Number(minutes)],
  [/^(\d{1,5})$/u, hours => Number(hours) * 60],
]

/** Reads "2:30", "4 h", "45 m" and "4" (hours); null for nothing, undefined for what is no time. */
export function readHours(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '–') return null
  for (const [form, minutes] of FORMS) {
    const found = form.exec(trimmed)
    if (found) return minutes(found[1] ?? '', found[2] ?? '')
  }
  return undefined
}
