import { CONSENTS, SENSITIVITIES } from '../../shared/domain/portrait.ts'
import type { Marks } from '../../shared/domain/portrait.ts'
import type { MarksArgs } from '../../shared/mutations/parts/marks-args.ts'

export type MarksDraft = NonNullable<MarksArgs>

const ORDINARY: MarksDraft = {
  sensitivity: 'ordinary',
  consent: 'not-asked',
  consentBy: null,
  consentHow: null,
  consentAtMs: null,
}

/** What a form begins with; a value of a newer version is shown as the nearest this one knows. */
export const marksDraft = (marks: Marks | null): MarksDraft =>
  marks === null
    ? ORDINARY
    : {
        ...marks,
        sensitivity: SENSITIVITIES.find(each => each === marks.sensitivity) ?? 'sensitive',
        consent: CONSENTS.find(each => each === marks.consent) ?? 'not-asked',
      }

const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim()

/** As they are written down: nothing where nothing was said, and the moment of the consent where there is one. */
export function finishedMarks(draft: MarksDraft, nowMs: number): MarksArgs {
  const { sensitivity, consent } = draft
  if (consent === 'not-asked') return sensitivity === 'ordinary' ? null : { ...ORDINARY, sensitivity }
  return {
    sensitivity,
    consent,
    consentBy: orNull(draft.consentBy),
    consentHow: orNull(draft.consentHow),
    consentAtMs: draft.consentAtMs ?? nowMs,
  }
}
