import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import type { Article, ArticleVersion, Macro } from '../domain/knowledge.ts'
import type { GapGroup } from '../rules/knowledge/gap-groups.ts'
import { method, returns } from './define.ts'

/** An article in a list, without its words. */
export type ArticleLine = Omit<Article, 'body'>

export const answerMethods = {
  /** All articles and canned replies, those that are retired too, by title. */
  'answers.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<{ readonly articles: readonly ArticleLine[]; readonly macros: readonly Macro[] }>(),
  }),
  /** What was looked for and still has to be written, what is missed most first. */
  'articleGaps.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly GapGroup[]>(),
  }),
  /** What an article said before it was changed, the newest first; as many as are kept. */
  'articles.versions': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ articleId: RowId }),
    output: returns<readonly ArticleVersion[]>(),
  }),
} as const
