import { z } from 'zod'
import { teamRuleId } from '../domain/between.ts'
import { RowId } from '../domain/ids.ts'
import type { Article } from '../domain/knowledge.ts'
import { mayWriteAnswers } from '../rules/knowledge/may-write.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe } from './define.ts'
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

/** Writes, changes, retires or restores an article. Asks when somebody else has changed it since. */
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
  }),
  may: (actor, { rule }) => isAutomation(actor) || mayWriteAnswers(actor.role, rule?.content ?? null),
  plan: ({ row }, { articleId, content }, context) => {
    const next = {
      ...content,
      version: versionOf(row) + 1,
      updatedAtMs: context.nowMs,
      updatedBy: authorOf(context),
    }
    if (!row) return [insert('articles', { ...next, id: articleId })]
    if (patchChanged('articles', row, content).length === 0) return []
    return patchChanged('articles', row, next)
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
