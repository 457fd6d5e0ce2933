import { defineTable, integer, nullable, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { CustomerId, RowId } from './ids.ts'

/** What is said of a post, whoever wrote it. */
const POST = {
  /** Where it stands, as the sender calls it, for example "Trustpilot". */
  place: text(),
  url: nullable(text()),
  /** The name they write under there. */
  author: nullable(text()),
  /** 1 to 5; null where none are given. */
  stars: nullable(integer()),
  body: text(),
  postedAtMs: integer(),
  /** When the sender last changed it, ms. */
  reportedAtMs: nullable(integer()),
}

/** What a customer wrote about us where everybody can read it: a review, or a post that names us. */
export const publicPosts = defineTable('publicPosts', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  /** The ticket it is answered with; null while nobody does. */
  ticketId: nullable(text()),
  ...POST,
})
export type PublicPost = RowFrom<typeof publicPosts.columns>

/** The same of somebody nobody is known for: it waits for a person who says which customer it is. */
export const unplacedPosts = defineTable('unplacedPosts', 'workspace', {
  id: ref(RowId),
  ...POST,
  /** Whom the sender took it for, in its own words. */
  named: nullable(text()),
  /** Since when nobody looks for its writer any more, ms; null: it waits. */
  asideAtMs: nullable(integer()),
})
export type UnplacedPost = RowFrom<typeof unplacedPosts.columns>
