import type { Call } from '../../shared/contract/index.ts'
import type {
  CoachingNote,
  FirstSteps,
  PracticeRun,
  Story,
  TrainingItem,
  TrainingListKey,
} from '../../shared/domain/training.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

export const giveKudos = (given: Omit<Call<'kudos.give'>, 'kudosId'>) =>
  act('kudos.give', { kudosId: makeId(), ...given })
export const takeBackKudos = (kudosId: string) => act('kudos.takeBack', { kudosId })

export const keepStory = (
  story: Story | null,
  { ticketId, content }: Pick<Call<'story.keep'>, 'ticketId' | 'content'>,
) => act('story.keep', { storyId: story?.id ?? makeId(), ticketId, seen: story?.version ?? 0, content })
export const removeStory = ({ id, title }: Story) => act('story.remove', { storyId: id, story: title })

export const setTrainingList = (
  key: TrainingListKey,
  { version, items }: { readonly version: number; readonly items: readonly TrainingItem[] },
) => act('trainingList.set', { key, seen: version, items: items.map(item => ({ ...item })) })

export const writeCoaching = (given: Omit<Call<'coaching.write'>, 'noteId' | 'copyId'>) =>
  act('coaching.write', { noteId: makeId(), copyId: makeId(), ...given })
export const answerCoaching = ({ id }: CoachingNote, answer: string | null) =>
  act('coaching.answer', { noteId: id, answer })
export const takeBackCoaching = ({ id }: CoachingNote) => act('coaching.takeBack', { noteId: id })

export const keepPractice = (run: Call<'practice.keep'>) => act('practice.keep', run)
export const sharePractice = ({ id }: PracticeRun, withId: string, isShared: boolean) =>
  act('practice.share', { runId: id, withId, copyId: makeId(), isShared })

export const beginFirstSteps = (newAgentId: string, companionId: string | null) =>
  act('firstSteps.begin', { stepsId: makeId(), newAgentId, companionId, copyId: makeId() })
export const markSteps = ({ id }: FirstSteps, done: readonly string[], undone: readonly string[] = []) =>
  act('firstSteps.mark', { stepsId: id, done: [...done], undone: [...undone], isHidden: null })
export const hideSteps = ({ id }: FirstSteps, isHidden: boolean) =>
  act('firstSteps.mark', { stepsId: id, done: [], undone: [], isHidden })
