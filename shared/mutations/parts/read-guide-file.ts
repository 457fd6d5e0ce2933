import type { z } from 'zod'
import { guideProblems } from '../../rules/guides/guide-problems.ts'
import type { GuideContent } from '../../rules/guides/guide-problems.ts'
import { unwrapFile } from '../../rules/guides/guide-file.ts'
import type { FileProblem } from '../../rules/guides/guide-file.ts'
import { DetailArgs, GuideShape } from './guide-args.ts'

export type ReadGuide =
  | { readonly ok: true; readonly kind: 'guide'; readonly guide: GuideContent }
  | { readonly ok: true; readonly kind: 'details'; readonly details: z.infer<typeof DetailArgs> }
  | {
      readonly ok: false
      readonly problems: readonly FileProblem[]
      /** As far as it could be read, to name places in. */
      readonly guide: GuideContent | null
    }

const misshaped = (error: z.ZodError): ReadGuide => ({
  ok: false,
  guide: null,
  problems: error.issues.map(({ path }) => ({
    what: 'wrong-shape',
    at: path.map(String).join('.') || '1',
  })),
})

/** A guide or a list of details as a file holds it, or everything that is wrong with it and where. */
export function readGuideFile(text: string): ReadGuide {
  const file = unwrapFile(text)
  if (!file.ok) return { ok: false, problems: [file.problem], guide: null }
  if (file.kind === 'details') {
    const { data, error } = DetailArgs.safeParse(file.content)
    return data ? { ok: true, kind: 'details', details: data } : misshaped(error)
  }
  const { data, error } = GuideShape.safeParse(file.content)
  if (!data) return misshaped(error)
  const problems = guideProblems(data)
  return problems.length > 0 ? { ok: false, problems, guide: data } : { ok: true, kind: 'guide', guide: data }
}
