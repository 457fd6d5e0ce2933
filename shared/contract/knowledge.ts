import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import type { Product } from '../domain/commerce.ts'
import type { Article, KnownIssue } from '../domain/knowledge.ts'
import { method, returns } from './define.ts'

export const knowledgeMethods = {
  /** An article to be read and quoted; null when it is not on this laptop. */
  'articles.get': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ articleId: RowId }),
    output: returns<Article | null>(),
  }),
  /** A known issue with how many tickets on this laptop have it; null when it is not on this laptop. */
  'knownIssues.get': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ issueId: RowId }),
    output: returns<{
      issue: KnownIssue
      productName: string | null
      tickets: number
    } | null>(),
  }),
  /** What can be bought or owned, by name. */
  'products.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly Product[]>(),
  }),
} as const
