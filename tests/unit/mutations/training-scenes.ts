import type { MutationInput } from '../../../shared/mutations/index.ts'
import { idOf } from '../../support/builders.ts'
import type { World } from '../../support/row-world.ts'
import {
  aCoachingNote,
  aKudos,
  aPracticeRun,
  aStory,
  someFirstSteps,
} from '../../support/training-builders.ts'

const [me, colleague, ticketId, made, madeToo] = [idOf(9), idOf(10), idOf(2), idOf(0xa00), idOf(0xa01)]
export const trainingIds = {
  kudos: idOf(0xa10),
  story: idOf(0xa11),
  received: idOf(0xa12),
  receivedTwin: idOf(0xa13),
  written: idOf(0xa14),
  writtenTwin: idOf(0xa15),
  run: idOf(0xa16),
  steps: idOf(0xa17),
  stepsTwin: idOf(0xa18),
} as const

/** Thanks and a story of mine, a word to me and one of mine, an answer I practised, my first steps. */
export function putTraining(world: World): void {
  const { received, receivedTwin, written, writtenTwin, steps, stepsTwin } = trainingIds
  world.put('kudos', aKudos({ id: trainingIds.kudos, fromId: me, toId: colleague }))
  world.put('stories', aStory({ id: trainingIds.story, keptBy: me }))
  const toMe = { writerId: colleague, receiverId: me, ticketId }
  const byMe = { writerId: me, receiverId: colleague, ticketId }
  world.put(
    'coachingNotes',
    aCoachingNote({ ...toMe, id: received, agentId: me, twinId: receivedTwin }),
    aCoachingNote({ ...toMe, id: receivedTwin, agentId: colleague, twinId: received }),
    aCoachingNote({ ...byMe, id: written, agentId: me, twinId: writtenTwin }),
    aCoachingNote({ ...byMe, id: writtenTwin, agentId: colleague, twinId: written }),
  )
  world.put('practiceRuns', aPracticeRun({ id: trainingIds.run, agentId: me, traineeId: me, ticketId }))
  const both = { newAgentId: me, companionId: colleague }
  world.put(
    'firstSteps',
    someFirstSteps({ ...both, id: steps, agentId: me, twinId: stepsTwin }),
    someFirstSteps({ ...both, id: stepsTwin, agentId: colleague, twinId: steps }),
  )
}

type Names =
  | 'kudos.give'
  | 'kudos.takeBack'
  | 'story.keep'
  | 'story.remove'
  | 'trainingList.set'
  | 'coaching.write'
  | 'coaching.takeBack'
  | 'coaching.answer'
  | 'practice.keep'
  | 'practice.share'
  | 'firstSteps.begin'
  | 'firstSteps.mark'

export const trainingSamples: { readonly [Name in Names]: MutationInput<Name> } = {
  'kudos.give': {
    kudosId: made,
    toId: colleague,
    ticketId,
    words: 'You asked the one question that mattered.',
  },
  'kudos.takeBack': { kudosId: trainingIds.kudos },
  'story.keep': {
    storyId: made,
    ticketId,
    seen: 0,
    content: {
      title: 'Two charges, one call',
      body: 'A shop saw two charges and was sure of a mistake.',
      reason: 'We said when the second one falls off, and it did.',
      kind: 'service',
      topics: ['billing'],
    },
  },
  'story.remove': { storyId: trainingIds.story, story: 'The parcel that went to the old shop' },
  'trainingList.set': { key: 'service-card', seen: 0, items: [{ id: 'empathy', text: 'Heard them' }] },
  'coaching.write': {
    noteId: made,
    copyId: madeToo,
    receiverId: colleague,
    ticketId,
    messageId: null,
    words: 'The cause is named, the next step is not.',
    pane: 'support',
    scores: { evidence: 3, next: 1 },
  },
  'coaching.takeBack': { noteId: trainingIds.written },
  'coaching.answer': { noteId: trainingIds.received, answer: 'Thanks. I will.' },
  'practice.keep': {
    runId: made,
    ticketId,
    pane: 'support',
    title: 'Scanner does not pair',
    question: 'It blinks twice and stops.',
    given: 'Hold both keys for five seconds.',
    answer: 'Which light blinks?',
    scores: { evidence: 2 },
    thoughts: 'Ask for the light first.',
    isFinished: true,
  },
  'practice.share': { runId: trainingIds.run, withId: colleague, copyId: made, isShared: true },
  'firstSteps.begin': { stepsId: made, newAgentId: me, companionId: colleague, copyId: madeToo },
  'firstSteps.mark': { stepsId: trainingIds.steps, done: ['first-reply'], undone: [], isHidden: null },
}
