import { z } from 'zod'
import type { Guide } from '../domain/guides.ts'
import { maySupervise } from '../rules/supervising.ts'
import type { GuideContent } from '../rules/guides/guide-problems.ts'
import { authorOf, defineMutation, insert, isAutomation, many } from './define.ts'
import type { Actor } from './define.ts'
import { sameValue } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { GuideArgs } from './parts/guide-args.ts'

/** Who may write guides and what has to be known. */
export const mayWriteGuides = (actor: Actor): boolean => isAutomation(actor) || maySupervise(actor.role)

export const newestGuide = (versions: readonly Guide[]): Guide | null =>
  versions.reduce<Guide | null>(
    (newest, each) => (each.version > (newest?.version ?? 0) ? each : newest),
    null,
  )

/** What people wrote of a version; null where a newer hub wrote something this app has no word for. */
export function guideContent(guide: Guide): GuideContent | null {
  const { key, format, title, summary, language, tags, fits, steps } = guide
  return GuideArgs.safeParse({ key, format, title, summary, language, tags, fits, steps }).data ?? null
}

const isSame = (newest: Guide, content: GuideContent, isActive: boolean): boolean => {
  const standing = guideContent(newest)
  return newest.isActive === isActive && standing !== null && sameValue(standing, content)
}

/**
 * Writes a version more of a guide; runs keep the one they began with. Asks when somebody else has written another
 * version since.
 */
export const setGuide = defineMutation({
  name: 'guide.set',
  args: z.strictObject({
    /** The version the editor began with; 0: there was none. */
    seen: z.int().min(0),
    isActive: z.boolean(),
    content: GuideArgs,
  }),
  reads: ({ content }) => ({ versions: many('guides', { key: content.key }) }),
  may: actor => mayWriteGuides(actor),
  plan: ({ versions }, { isActive, content }, context) => {
    const newest = newestGuide(versions)
    if (newest && isSame(newest, content, isActive)) return []
    return [
      insert('guides', {
        ...content,
        id: context.derivedId(0),
        version: (newest?.version ?? 0) + 1,
        isActive,
        createdAtMs: context.nowMs,
        createdBy: authorOf(context),
      }),
    ]
  },
  conflict: ({ versions }, { seen, isActive, content }) => {
    const newest = newestGuide(versions)
    if (!newest || isSame(newest, content, isActive)) return null
    return conflictOf('changed-since', [
      { table: 'guides', id: newest.id, field: 'version', seen, mine: null, theirs: newest.version },
    ])
  },
  describe: ({ isActive, content }) => ({
    key: isActive ? 'describe.setGuide' : 'describe.retireGuide',
    values: { title: content.title },
  }),
  insist: ({ versions }, args) => ({ ...args, seen: newestGuide(versions)?.version ?? 0 }),
  invert: ({ versions }, { content }) => {
    const newest = newestGuide(versions)
    const before = newest && guideContent(newest)
    const seen = (newest?.version ?? 0) + 1
    return {
      name: 'guide.set',
      args: before
        ? { seen, isActive: newest.isActive, content: before }
        : { seen, isActive: false, content },
    }
  },
})
