import { z } from 'zod'
import type { Article, Macro } from '../domain/knowledge.ts'
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
} as const
