import { z } from 'zod'
import { defineTable, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, RowId } from './ids.ts'
import { ARTICLE_STATES, ISSUE_STATES, Tags, WORK_KINDS } from './values.ts'

export const knownIssues = defineTable('knownIssues', 'workspace', {
  id: ref(RowId),
  /** For people, for example 'KE-117'. */
  code: text(),
  title: text(),
  productId: nullable(ref(RowId)),
  affectedVersions: json(z.array(z.string())),
  symptoms: text(),
  /** Error codes that point here, for example 'E-310'. */
  errorCodes: json(z.array(z.string())),
  workaround: nullable(text()),
  state: oneOf(ISSUE_STATES),
  fixedInVersion: nullable(text()),
  updatedAtMs: integer(),
  /** Name of the issue in engineering's own tracker; null: none is linked. */
  engineeringKey: nullable(text()),
  /** Tickets of the whole workspace that have it. Counted by the hub alone, as the next two; null: not yet. */
  ticketCount: nullable(integer()),
  customerCount: nullable(integer()),
  /** Of these tickets, those whose support nobody has ended. */
  openTicketCount: nullable(integer()),
})
export type KnownIssue = RowFrom<typeof knownIssues.columns>

export const articles = defineTable('articles', 'workspace', {
  id: ref(RowId),
  title: text(),
  language: text(),
  body: text(),
  url: nullable(text()),
  tags: json(Tags),
  state: oneOf(ARTICLE_STATES),
  kind: nullable(oneOf(WORK_KINDS)),
  updatedAtMs: integer(),
  /** Grows with every change in the console; null: it was never changed there. */
  version: nullable(integer()),
  updatedBy: nullable(ref(AgentId)),
})
export type Article = RowFrom<typeof articles.columns>

/** What an article said before it was changed. The newest ones are kept: rules/knowledge/former-versions.ts says how many. */
export const articleVersions = defineTable('articleVersions', 'workspace', {
  id: ref(RowId),
  articleId: ref(RowId),
  /** Of the article; null: it was never changed in the console until then. */
  version: nullable(integer()),
  title: text(),
  language: text(),
  body: text(),
  url: nullable(text()),
  tags: json(Tags),
  state: oneOf(ARTICLE_STATES),
  kind: nullable(oneOf(WORK_KINDS)),
  writtenBy: nullable(ref(AgentId)),
  writtenAtMs: integer(),
  /** When another version took its place. */
  replacedAtMs: integer(),
})
export type ArticleVersion = RowFrom<typeof articleVersions.columns>

/** One step of a macro: a mutation by name with the arguments that do not depend on the ticket. */
export const MacroStep = z.object({ mutation: z.string(), args: z.record(z.string(), z.unknown()) })

export const macros = defineTable('macros', 'workspace', {
  id: ref(RowId),
  title: text(),
  language: nullable(text()),
  kind: nullable(oneOf(WORK_KINDS)),
  /** Inserted at the cursor; `{{customer.name}}` and the like are filled in. */
  body: nullable(text()),
  steps: json(z.array(MacroStep)),
  /** What it is for, such as 'bad-news' (see rules/knowledge/template-families.ts); null: nothing in particular. */
  family: nullable(text()),
  /** As of articles. */
  version: nullable(integer()),
  updatedAtMs: nullable(integer()),
  updatedBy: nullable(ref(AgentId)),
  /** Since when nobody is offered it any more; null: it is in use. */
  retiredAtMs: nullable(integer()),
})
export type Macro = RowFrom<typeof macros.columns>
