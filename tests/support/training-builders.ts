import type { CoachingNote, FirstSteps, Kudos, PracticeRun, Story } from '../../shared/domain/training.ts'
import { freshId, idOf, NOW_MS } from './builders.ts'

export const aKudos = (row: Partial<Kudos> = {}): Kudos => ({
  id: freshId(),
  fromId: idOf(10),
  toId: idOf(9),
  words: 'You stayed on the line until the till ran again.',
  atMs: NOW_MS,
  ...row,
})

export const aStory = (row: Partial<Story> = {}): Story => ({
  id: freshId(),
  title: 'The parcel that went to the old shop',
  body: 'A shop had moved and nobody had told us.',
  reason: 'We asked before we blamed the carrier.',
  kind: 'service',
  topics: ['delivery'],
  keptBy: idOf(9),
  keptAtMs: NOW_MS,
  version: 1,
  ...row,
})

export const aCoachingNote = (row: Partial<CoachingNote> = {}): CoachingNote => ({
  id: freshId(),
  agentId: idOf(9),
  twinId: idOf(0xfff_ff0),
  writerId: idOf(10),
  receiverId: idOf(9),
  ticketId: null,
  messageId: null,
  words: 'The first sentence says what happens next: keep that.',
  pane: null,
  scores: null,
  answer: null,
  writtenAtMs: NOW_MS,
  readAtMs: null,
  answeredAtMs: null,
  ...row,
})

export const aPracticeRun = (row: Partial<PracticeRun> = {}): PracticeRun => ({
  id: freshId(),
  agentId: idOf(9),
  traineeId: idOf(9),
  originId: null,
  ticketId: null,
  pane: 'service',
  title: 'Charged twice',
  question: 'Why do I see two charges?',
  given: 'One of them falls off by Friday.',
  answer: 'I am sorry. I look at it now.',
  scores: {},
  thoughts: '',
  sharedWith: [],
  startedAtMs: NOW_MS,
  finishedAtMs: null,
  ...row,
})

export const someFirstSteps = (row: Partial<FirstSteps> = {}): FirstSteps => ({
  id: freshId(),
  agentId: idOf(9),
  newAgentId: idOf(9),
  companionId: null,
  twinId: null,
  done: {},
  isHidden: false,
  beganAtMs: NOW_MS,
  ...row,
})
