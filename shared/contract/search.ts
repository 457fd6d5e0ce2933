import { z } from 'zod'
import { method, returns } from './define.ts'

export const SearchSubject = z.enum(['all', 'tickets', 'customers', 'articles', 'known-issues'])
export type SearchHit = {
  readonly subject: 'ticket' | 'customer' | 'article' | 'known-issue'
  readonly id: string
  /** The ticket to open; null for other subjects. */
  readonly ticketId: string | null
  readonly title: string
  /** Pieces of text around the hit; `isHit` marks what was searched for. */
  readonly excerpt: readonly { readonly text: string; readonly isHit: boolean }[]
  readonly detail: string
  readonly kinds: readonly ('service' | 'support')[]
  readonly atMs: number | null
}

export const searchMethods = {
  'search.query': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      text: z.string().max(500),
      subject: SearchSubject.default('all'),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: returns<{
      hits: readonly SearchHit[]
      /** Indexing after the first fill still runs. */ isComplete: boolean
    }>(),
  }),
} as const
