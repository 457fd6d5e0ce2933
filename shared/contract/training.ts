import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import type {
  CoachingNote,
  FirstSteps,
  Kudos,
  PracticeRun,
  Story,
  TrainingItem,
  TrainingListKey,
} from '../domain/training.ts'
import { WorkKind } from '../domain/values.ts'
import type { WorkKind as Pane } from '../domain/values.ts'
import { method, returns } from './define.ts'

/** `ticketId`: what it was about, where this laptop holds the ticket; null: nobody here may know. */
export type KudosLine = Kudos & { readonly ticketId: string | null }
export type StoryLine = Story & { readonly ticketId: string | null }

/** A story as it may begin: everything known of the person is taken out; somebody still has to read it. */
export type StoryDraft = {
  readonly title: string
  readonly body: string
  readonly kind: Story['kind']
  readonly topics: readonly string[]
  /** How many things were taken out. */
  readonly takenOut: number
}

export type TrainingListView = {
  readonly key: TrainingListKey
  /** Null: the team has not set its own, and the one that comes along holds. */
  readonly items: readonly TrainingItem[] | null
  readonly version: number
}

/** A past ticket that is good to practise with, and why. */
export type PracticeCase = {
  readonly ticketId: string
  readonly pane: Pane
  readonly title: string
  readonly preview: string
  readonly language: string | null
  readonly topics: readonly string[]
  readonly because: readonly ('rated' | 'first-contact' | 'cause-known')[]
  readonly isPractised: boolean
}

/** Cases that fit, and what could be asked for instead. */
export type PracticeCases = {
  readonly cases: readonly PracticeCase[]
  readonly languages: readonly string[]
  readonly topics: readonly string[]
}

export type PracticeTurn = { readonly from: 'customer' | 'us'; readonly text: string }
/** What happened then, for after the trainee has answered. Nothing personal is in any of it. */
export type PracticeStory = {
  readonly ticketId: string
  readonly pane: Pane
  readonly title: string
  /** What the customer wrote until somebody answered. */
  readonly question: readonly PracticeTurn[]
  /** From the first answer on. */
  readonly given: readonly PracticeTurn[]
  readonly asked: readonly string[]
  readonly tried: readonly string[]
  readonly ending: {
    readonly score: number | null
    readonly comment: string | null
    readonly reopened: number
    readonly tookMs: number | null
    readonly cause: string | null
  }
}

export type FirstStepsView = {
  /** The agent's own, the newest; null: never begun. */
  readonly own: FirstSteps | null
  /** Practised cases the agent has finished. */
  readonly practised: number
  /** Of those the agent accompanies. */
  readonly accompanied: readonly FirstSteps[]
}

const nothing = z.strictObject({})
export const trainingMethods = {
  /** Thanks given from `fromMs` to before `endMs`, newest first. */
  'kudos.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ fromMs: z.int(), endMs: z.int() }),
    output: returns<readonly KudosLine[]>(),
  }),
  /** What this agent has not seen yet: thanks since a moment, words that wait to be read or were answered since. */
  'training.news': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ sinceMs: z.int() }),
    output: returns<{ readonly kudos: number; readonly coaching: number }>(),
  }),
  'stories.list': method({
    owner: 'data',
    kind: 'query',
    input: nothing,
    output: returns<readonly StoryLine[]>(),
  }),
  /** Null: the ticket is not on this laptop. */
  'stories.draft': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<StoryDraft | null>(),
  }),
  'trainingLists.list': method({
    owner: 'data',
    kind: 'query',
    input: nothing,
    output: returns<readonly TrainingListView[]>(),
  }),
  'practice.cases': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      pane: WorkKind.nullable(),
      language: z.string().nullable(),
      topic: z.string().nullable(),
    }),
    output: returns<PracticeCases>(),
  }),
  'practice.story': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId, pane: WorkKind }),
    output: returns<PracticeStory | null>(),
  }),
  /** Own runs and those colleagues have shown, newest first. */
  'practice.runs': method({
    owner: 'data',
    kind: 'query',
    input: nothing,
    output: returns<readonly PracticeRun[]>(),
  }),
  /** Words to and from this agent, newest first; about one ticket where one is named. */
  'coaching.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId.nullable() }),
    output: returns<readonly CoachingNote[]>(),
  }),
  'firstSteps.get': method({
    owner: 'data',
    kind: 'query',
    input: nothing,
    output: returns<FirstStepsView>(),
  }),
} as const
