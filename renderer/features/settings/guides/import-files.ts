import type { Guide, RequiredDetails } from '../../../../shared/domain/guides.ts'
import { readGuideFile } from '../../../../shared/mutations/parts/read-guide-file.ts'
import type { FileProblem } from '../../../../shared/rules/guides/guide-file.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'
import { act } from '../../../data/use-action.ts'

export type Imported = {
  readonly name: string
  readonly outcome: 'taken' | 'same' | 'refused' | 'failed'
  readonly problems: readonly FileProblem[]
  /** To name places in: the guide as far as it could be read. */
  readonly guide: GuideContent | null
}
export type Standing = {
  readonly guides: readonly Guide[]
  readonly lists: readonly RequiredDetails[]
}

/** A file that is larger than this is no guide. */
const MOST_BYTES = 5_000_000

async function importFile(file: File, { guides, lists }: Standing): Promise<Imported> {
  const refused = { name: file.name, outcome: 'refused', guide: null } as const
  if (file.size > MOST_BYTES) return { ...refused, problems: [{ what: 'not-a-guide', at: '1' }] }
  const read = readGuideFile(await file.text())
  if (!read.ok) return { ...refused, problems: read.problems, guide: read.guide }
  const done =
    read.kind === 'guide'
      ? await act('guide.set', {
          seen: guides.find(({ key }) => key === read.guide.key)?.version ?? 0,
          isActive: true,
          content: read.guide,
        })
      : await act('requiredDetails.set', {
          seen: lists.find(({ key }) => key === read.details.key)?.version ?? 0,
          content: read.details,
        })
  const outcome = done === null ? 'failed' : 'taken'
  return { name: file.name, outcome, problems: [], guide: null }
}

/** Brings files in one after the other; each says how it went. */
export async function importFiles(files: readonly File[], standing: Standing): Promise<readonly Imported[]> {
  const imported: Imported[] = []
  for (const file of files) imported.push(await importFile(file, standing))
  return imported
}
