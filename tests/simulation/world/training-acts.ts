import { STORY_KINDS, TRAINING_LIST_KEYS } from '../../../shared/domain/training.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { pick } from './choices.ts'
import { anyOf, fresh, intend, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

const HALF = 0.5
const colleague = (desk: Desk): string | undefined =>
  pick(
    desk.random,
    desk.agentIds.filter(id => id !== desk.agentId),
  )

function give(desk: Desk): Intent | null {
  const toId = colleague(desk)
  const ticketId = desk.random() < HALF ? (anyOf(desk, 'tickets')?.id ?? null) : null
  return toId === undefined
    ? null
    : intend('kudos.give', { kudosId: fresh(desk), toId, ticketId, words: words(desk) })
}

function takeBack(desk: Desk): Intent | null {
  const row = anyOf(desk, 'kudos')
  return row ? intend('kudos.takeBack', { kudosId: row.id }) : null
}

function keepStory(desk: Desk): Intent {
  const row = desk.random() < HALF ? anyOf(desk, 'stories') : undefined
  return intend('story.keep', {
    storyId: row?.id ?? fresh(desk),
    ticketId: row ? null : (anyOf(desk, 'tickets')?.id ?? null),
    seen: row?.version ?? 0,
    content: {
      title: words(desk),
      body: words(desk),
      reason: '',
      kind: oneOf(desk, STORY_KINDS),
      topics: ['delivery'],
    },
  })
}

function removeStory(desk: Desk): Intent | null {
  const row = anyOf(desk, 'stories')
  return row ? intend('story.remove', { storyId: row.id, story: row.title }) : null
}

function setList(desk: Desk): Intent {
  const key = oneOf(desk, TRAINING_LIST_KEYS)
  const row = rowsOf(desk, 'trainingLists').find(each => each.key === key)
  const items = [{ id: 'own', text: words(desk) }]
  return intend('trainingList.set', { key, seen: row?.version ?? 0, items })
}

function write(desk: Desk): Intent | null {
  const receiverId = colleague(desk)
  if (receiverId === undefined) return null
  const scores = desk.random() < HALF ? { empathy: Math.floor(desk.random() * 4) } : null
  return intend('coaching.write', {
    noteId: fresh(desk),
    copyId: fresh(desk),
    receiverId,
    ticketId: anyOf(desk, 'tickets')?.id ?? null,
    messageId: null,
    words: words(desk),
    pane: scores && 'service',
    scores,
  })
}

function takeCoachingBack(desk: Desk): Intent | null {
  const own = rowsOf(desk, 'coachingNotes').filter(({ writerId }) => writerId === desk.agentId)
  const note = pick(desk.random, own)
  return note ? intend('coaching.takeBack', { noteId: note.id }) : null
}

function answer(desk: Desk): Intent | null {
  const received = rowsOf(desk, 'coachingNotes').filter(({ receiverId }) => receiverId === desk.agentId)
  const note = pick(desk.random, received)
  return note
    ? intend('coaching.answer', { noteId: note.id, answer: desk.random() < HALF ? words(desk) : null })
    : null
}

function practise(desk: Desk): Intent {
  const own = rowsOf(desk, 'practiceRuns').filter(({ originId }) => originId === null)
  const run = desk.random() < HALF ? pick(desk.random, own) : undefined
  return intend('practice.keep', {
    runId: run?.id ?? fresh(desk),
    ticketId: run ? run.ticketId : (anyOf(desk, 'tickets')?.id ?? null),
    pane: 'support',
    title: 'Scanner',
    question: 'It blinks.',
    given: 'Hold both keys.',
    answer: words(desk),
    scores: { evidence: Math.floor(desk.random() * 4) },
    thoughts: '',
    isFinished: desk.random() < HALF,
  })
}

function share(desk: Desk): Intent | null {
  const own = rowsOf(desk, 'practiceRuns').filter(({ originId }) => originId === null)
  const run = pick(desk.random, own)
  const withId = colleague(desk)
  if (!run || withId === undefined) return null
  const isShared = desk.random() < 0.7
  return intend('practice.share', { runId: run.id, withId, copyId: fresh(desk), isShared })
}

function begin(desk: Desk): Intent | null {
  const other = colleague(desk)
  const isOwn = desk.random() < 0.7
  if (!isOwn && other === undefined) return null
  return intend('firstSteps.begin', {
    stepsId: fresh(desk),
    newAgentId: isOwn ? desk.agentId : (other ?? desk.agentId),
    companionId: isOwn ? (other ?? null) : desk.agentId,
    copyId: fresh(desk),
  })
}

function mark(desk: Desk): Intent | null {
  const own = rowsOf(desk, 'firstSteps').filter(({ newAgentId }) => newAgentId === desk.agentId)
  const steps = pick(desk.random, own)
  if (!steps) return null
  const key = oneOf(desk, ['reply', 'note', 'palette'])
  const isDone = desk.random() < 0.8
  return intend('firstSteps.mark', {
    stepsId: steps.id,
    done: isDone ? [key] : [],
    undone: isDone ? [] : [key],
    isHidden: desk.random() < 0.2 ? true : null,
  })
}

/** What colleagues say to each other, keep, practise and begin with. */
export const trainingActs = {
  'kudos.give': { weight: 2, act: give },
  'kudos.takeBack': { weight: 1, act: takeBack },
  'story.keep': { weight: 2, act: keepStory },
  'story.remove': { weight: 0.5, act: removeStory },
  'trainingList.set': { weight: 0.5, act: setList },
  'coaching.write': { weight: 3, act: write },
  'coaching.takeBack': { weight: 1, act: takeCoachingBack },
  'coaching.answer': { weight: 7, act: answer },
  'practice.keep': { weight: 2, act: practise },
  'practice.share': { weight: 2, act: share },
  'firstSteps.begin': { weight: 1, act: begin },
  'firstSteps.mark': { weight: 2, act: mark },
} satisfies Readonly<Record<string, Act>>
