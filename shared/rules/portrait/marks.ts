import type { Marks } from '../../domain/portrait.ts'

export type MarksRefusal = 'needs-consent' | 'needs-record'

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/**
 * Whether words may be written down with these marks. What is sensitive needs the person's recorded consent first: that
 * they gave it, who said so, how and when. Null: they may.
 */
export function marksRefusal({
  sensitivity,
  consent,
  consentBy,
  consentHow,
  consentAtMs,
}: Marks): MarksRefusal | null {
  // A value of a newer version may be one that needs it.
  if (sensitivity === 'ordinary') return null
  if (consent !== 'given') return 'needs-consent'
  return isBlank(consentBy) || isBlank(consentHow) || consentAtMs === null ? 'needs-record' : null
}

/** Whether words stay hidden until somebody asks for them. */
export const isSensitive = (marks: Pick<Marks, 'sensitivity'> | null): boolean =>
  marks !== null && marks.sensitivity !== 'ordinary'
