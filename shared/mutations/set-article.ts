import { z } from 'zod'
import type { ArticleGap } from '../domain/article-gaps.ts'
import { teamRuleId } from '../domain/between.ts'
import { AgentId, RowId } from '../domain/ids.ts'
import type { Article, ArticleVersion } from '../domain/knowledge.ts'
import { mayWriteAnswers } from '../rules/knowledge/may-write.ts'
import { versionsToDrop } from '../rules/knowledge/former-versions.ts'
import { authorOf, defineMutation, insert, isAutomation, many, maybe, remove } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { ArticleContent } from './parts/answer-args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const versionOf = (row: Article | null): number => row?.version ?? 0

/** What people wrote of an article; null where a newer hub wrote something this app has no word for. */
export function articleContent({
  title,
  language,
  body,
  url,
  tags,
  kind,
  state,
}: Article): ArticleContent | null {
  return ArticleContent.safeParse({ title, language, body, url, tags, kind, state }).data ?? null
}

/** Keeps what stood until now, as far as this app has words for it, and lets go of the oldest beyond what is kept. */
function keepFormer(
  row: Article,
  former: readonly ArticleVersion[],
  context: MutationContext,
): readonly Change[] {
  const written = articleContent(row)
  if (!written) return []
  const kept: ArticleVersion = {
    ...written,
    id: context.derivedId(0),
    articleId: row.id,
    version: row.version,
    writtenBy: AgentId.safeParse(row.updatedBy).data ?? null,
    writtenAtMs: row.updatedAtMs,
    replacedAtMs: context.nowMs,
  }
  const gone = versionsToDrop([...former, kept]).filter(id => id !== kept.id)
  return [insert('articleVersions', kept), ...gone.map(id => remove('articleVersions', id))]
}

/** What was missed is there once its article is published. */
const closeGaps = (gaps: readonly ArticleGap[]): readonly Change[] =>
  gaps.flatMap(gap => (gap.state === 'drafting' ? patchChanged('articleGaps', gap, { state: 'closed' }) : []))

/**
 * Writes, changes, retires or restores an article; what it said before is kept. Asks when somebody else has changed it
 * since.
 */
export const setArticle = defineMutation({
  name: 'article.set',
  args: z.strictObject({
    articleId: RowId,
    /** The version the editor began with; 0: there was none, or it was never written here. */
    seen: z.int().min(0),
    content: ArticleContent,
  }),
  reads: ({ articleId }) => ({
    row: maybe('articles', articleId),
    rule: maybe('teamRules', teamRuleId('knowledge')),
    former: many('articleVersions', { articleId }),
    gaps: many('articleGaps', { articleId }),
  }),
  may: (actor, { rule }) => isAutomation(actor) || mayWriteAnswers(actor.role, rule?.content ?? null),
  plan: ({ row, former, gaps }, { articleId, content }, context) => {
    const next = {
      ...content,
      version: versionOf(row) + 1,
      updatedAtMs: context.nowMs,
      updatedBy: authorOf(context),
    }
    const answered = content.state === 'published' ? closeGaps(gaps) : []
    if (!row) return [insert('articles', { ...next, id: articleId }), ...answered]
    if (patchChanged('articles', row, content).length === 0) return []
    return [...patchChanged('articles', row, next), ...keepFormer(row, former, context), ...answered]
  },
  conflict: ({ row }, { articleId, seen, content }) => {
    if (row && patchChanged('articles', row, content).length === 0) return null
    return conflictOf('changed-since', [
      { table: 'articles', id: articleId, field: 'version', seen, mine: null, theirs: versionOf(row) },
    ])
  },
  describe: ({ content }) => ({
    key: content.state === 'archived' ? 'describe.retireArticle' : 'describe.setArticle',
    values: { title: content.title.slice(0, 80) },
  }),
  insist: ({ row }, args) => ({ ...args, seen: versionOf(row) }),
  invert: ({ row }, { articleId, content }) => {
    const before = row && articleContent(row)
    const retired: ArticleContent = { ...content, state: 'archived' }
    const args = { articleId, seen: versionOf(row) + 1, content: before ?? retired }
    return row && !before ? null : { name: 'article.set', args }
  },
})
