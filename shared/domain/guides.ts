import { z } from 'zod'
import { AgentId, CustomerId, RowId, TicketId } from './ids.ts'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { Tags } from './values.ts'

/** Words in several languages by their code: `en`, `de`. */
export const LocalWords = z.record(z.string(), z.string())
export type LocalWords = z.infer<typeof LocalWords>

/**
 * Where a required detail stands when it is known: a field of the diagnosis, of its asset, or `environment.` and a
 * name. Null: only an answer says it. A word and not a closed set: rows come from newer hubs too.
 */
export const DETAIL_PLACES = [
  'symptom',
  'errorCode',
  'firstSeen',
  'frequency',
  'asset',
  'version',
  'serial',
] as const
/** Places an answer in words can be put at by a step of a guide. */
export const STEP_PLACES = ['version', 'serial', 'errorCode', 'symptom'] as const
export const RequiredDetail = z.object({
  key: z.string(),
  label: LocalWords,
  question: LocalWords,
  from: z.string().nullable(),
})
export type RequiredDetail = z.infer<typeof RequiredDetail>

/** What has to be known about a kind of product before anybody can work on it. */
export const requiredDetails = defineTable('requiredDetails', 'workspace', {
  id: ref(RowId),
  /** What people call the list; one row has each. */
  key: text(),
  version: integer(),
  /** Names of the products it is for; none: every product that has no list of its own. */
  products: json(z.array(z.string())),
  items: json(z.array(RequiredDetail)),
  updatedAtMs: integer(),
})
export type RequiredDetails = RowFrom<typeof requiredDetails.columns>

/** 'tree': one step after the other, by the answer. 'checklist': every step, in any order. */
export const GUIDE_FORMATS = ['tree', 'checklist'] as const
export type GuideFormat = (typeof GUIDE_FORMATS)[number]

/** How a tree ends. */
export const GUIDE_ENDS = ['solved', 'escalate', 'done'] as const
export type GuideEnd = (typeof GUIDE_ENDS)[number]

export const GuideAnswer = z.object({
  id: z.string(),
  label: z.string(),
  /** The step that follows; null where the tree ends. */
  next: z.string().nullable(),
  /** How it ends; null where it goes on. */
  end: z.string().nullable(),
  /** For a step that is tried: how it went with this answer, one of `TRY_RESULTS`. */
  result: z.string().nullable(),
})
export type GuideAnswer = z.infer<typeof GuideAnswer>

export const GuideStep = z.object({
  id: z.string(),
  title: z.string(),
  /** What the agent does or looks at. */
  text: z.string(),
  /** Words for the customer, by language; put into the reply when wanted. */
  say: LocalWords.nullable(),
  /** 'asked' or 'tried': what the ledger says of the step; null: nothing. */
  notes: z.string().nullable(),
  isOptional: z.boolean(),
  /** Where what is found out belongs: one of `STEP_PLACES`, or `environment.` and a name. Missing or null: nowhere. */
  from: z.string().nullish(),
  /** Of a checklist: none. */
  answers: z.array(GuideAnswer),
})
export type GuideStep = z.infer<typeof GuideStep>

/** What a guide is offered for: names of products, error codes, words of the ticket. */
export const GuideFit = z.object({
  products: z.array(z.string()),
  codes: z.array(z.string()),
  words: z.array(z.string()),
})
export type GuideFit = z.infer<typeof GuideFit>

/**
 * A decision tree, a checklist or a playbook. A row is one version and never changes: another version is another row,
 * so that a run keeps the steps it began with.
 */
export const guides = defineTable('guides', 'workspace', {
  id: ref(RowId),
  /** The same in all versions. */
  key: text(),
  version: integer(),
  isActive: flag(),
  format: oneOf(GUIDE_FORMATS),
  title: text(),
  summary: text(),
  language: text(),
  tags: json(Tags),
  fits: json(GuideFit),
  steps: json(z.array(GuideStep)),
  createdAtMs: integer(),
  createdBy: nullable(ref(AgentId)),
})
export type Guide = RowFrom<typeof guides.columns>

export const RUN_STATES = ['running', 'finished', 'stopped'] as const

/** An answer as it was given. Of a checklist `answer` is 'done' or 'skipped'. */
export const GivenAnswer = z.object({
  stepId: z.string(),
  answer: z.string(),
  label: z.string(),
  note: z.string().nullable(),
  atMs: z.int(),
  agentId: z.string().nullable(),
})
export type GivenAnswer = z.infer<typeof GivenAnswer>

/** A guide at work on a ticket: where it stands and every answer on the way. */
export const guideRuns = defineTable('guideRuns', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  /** The version it began with. */
  guideId: ref(RowId),
  title: text(),
  version: integer(),
  state: oneOf(RUN_STATES),
  /** Of a tree: the step it waits at; null of a checklist and at the end. */
  stepId: nullable(text()),
  answers: json(z.array(GivenAnswer)),
  /** How a tree ended, or why it was stopped. */
  outcome: nullable(text()),
  startedAtMs: integer(),
  startedBy: nullable(ref(AgentId)),
  endedAtMs: nullable(integer()),
})
export type GuideRun = RowFrom<typeof guideRuns.columns>
