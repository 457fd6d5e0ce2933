import { z } from 'zod'
import { AgentId, RowId } from './ids.ts'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { WORK_KINDS } from './values.ts'

/**
 * A colleague's thanks, for the whole team to read. Whose work it was about stands in the event of the ticket, never here:
 * who may not see the ticket finds no way to the person.
 */
export const kudos = defineTable('kudos', 'workspace', {
  id: ref(RowId),
  fromId: nullable(ref(AgentId)),
  toId: ref(AgentId),
  words: text(),
  atMs: integer(),
})
export type Kudos = RowFrom<typeof kudos.columns>

export const STORY_KINDS = ['service', 'support', 'both'] as const
export type StoryKind = (typeof STORY_KINDS)[number]

/** What happened once and why it was good, with everything personal taken out; what it came from stands in an event. */
export const stories = defineTable('stories', 'workspace', {
  id: ref(RowId),
  title: text(),
  /** What happened. */
  body: text(),
  /** Why it was good. */
  reason: text(),
  kind: oneOf(STORY_KINDS),
  topics: json(z.array(z.string())),
  keptBy: nullable(ref(AgentId)),
  keptAtMs: integer(),
  /** Grows with every change. */
  version: integer(),
})
export type Story = RowFrom<typeof stories.columns>

/** 'plain-words': words the team would rather not write to customers. Only append. */
export const TRAINING_LIST_KEYS = ['service-card', 'support-card', 'first-steps', 'plain-words'] as const
export type TrainingListKey = (typeof TRAINING_LIST_KEYS)[number]

export const TrainingItem = z.object({ id: z.string(), text: z.string() })
export type TrainingItem = z.infer<typeof TrainingItem>

/** What the team looks at in an answer, for each pane, its own steps for new agents, and its words. */
export const trainingLists = defineTable('trainingLists', 'workspace', {
  /** The same in every workspace: `trainingListId`. */
  id: ref(RowId),
  key: oneOf(TRAINING_LIST_KEYS),
  items: json(z.array(TrainingItem)),
  /** Grows with every change. */
  version: integer(),
  updatedAtMs: integer(),
})
export type TrainingList = RowFrom<typeof trainingLists.columns>

/** One row a key, whoever makes it first. */
export const trainingListId = (key: TrainingListKey): string =>
  `00000000-0000-7000-8000-00000000c${String(TRAINING_LIST_KEYS.indexOf(key)).padStart(3, '0')}`

/** Of a scorecard: the criterion's id and 0 (not yet) to 3 (a model). What was left out was not looked at. */
export const Scores = z.record(z.string(), z.number())
export type Scores = z.infer<typeof Scores>

/**
 * A word about one answer or ticket between two people. Each of them has a copy of their own, and nobody else has any:
 * what a laptop may hold is decided by `agentId` alone.
 */
export const coachingNotes = defineTable('coachingNotes', 'agent', {
  id: ref(RowId),
  /** Whose copy it is: the writer's or the receiver's. */
  agentId: ref(AgentId),
  /** The other copy. */
  twinId: ref(RowId),
  writerId: ref(AgentId),
  receiverId: ref(AgentId),
  ticketId: nullable(text()),
  messageId: nullable(text()),
  words: text(),
  /** Which scorecard was used; null: none. */
  pane: nullable(oneOf(WORK_KINDS)),
  scores: nullable(json(Scores)),
  /** The receiver's word back; null: none so far. */
  answer: nullable(text()),
  writtenAtMs: integer(),
  readAtMs: nullable(integer()),
  answeredAtMs: nullable(integer()),
})
export type CoachingNote = RowFrom<typeof coachingNotes.columns>

/** An answer written for practice: the trainee's own copy, and one for each colleague it was shown to. */
export const practiceRuns = defineTable('practiceRuns', 'agent', {
  id: ref(RowId),
  /** Whose copy it is. */
  agentId: ref(AgentId),
  traineeId: ref(AgentId),
  /** The trainee's run this is a copy of; null: it is the run itself. */
  originId: nullable(ref(RowId)),
  /** The past ticket; null in copies, and once the person behind it was erased. */
  ticketId: nullable(text()),
  pane: oneOf(WORK_KINDS),
  /** What the customer asked and what was answered then, with everything personal taken out. */
  title: text(),
  question: text(),
  given: text(),
  /** The trainee's own answer. */
  answer: text(),
  scores: json(Scores),
  /** What the trainee takes along. */
  thoughts: text(),
  sharedWith: json(z.array(AgentId)),
  startedAtMs: integer(),
  /** When the scorecard was filled in; null: not yet. */
  finishedAtMs: nullable(integer()),
})
export type PracticeRun = RowFrom<typeof practiceRuns.columns>

/** The first steps of a new agent: their own copy, and one for whoever accompanies them. */
export const firstSteps = defineTable('firstSteps', 'agent', {
  id: ref(RowId),
  /** Whose copy it is. */
  agentId: ref(AgentId),
  newAgentId: ref(AgentId),
  companionId: nullable(ref(AgentId)),
  /** The other copy; null: nobody accompanies. */
  twinId: nullable(ref(RowId)),
  /** Steps by their key, and when each was done, ms. */
  done: json(z.record(z.string(), z.number())),
  /** Put aside by the new agent; it can be called back. */
  isHidden: flag(),
  beganAtMs: integer(),
})
export type FirstSteps = RowFrom<typeof firstSteps.columns>
