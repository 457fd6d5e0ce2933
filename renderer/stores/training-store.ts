import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import { readKept, writeKept } from '../lib/kept.ts'
import { openDialog } from './ui-store.ts'

export const TRAINING_TABS = ['first-steps', 'kudos', 'stories', 'practice', 'coaching'] as const
export type TrainingTab = (typeof TRAINING_TABS)[number]

type TrainingState = {
  readonly tab: TrainingTab
  /** What a form over the window is about; nulls: nothing in particular. */
  readonly ticketId: string | null
  readonly messageId: string | null
  readonly agentId: string | null
  /** The story that is mended; null: a new one. */
  readonly storyId: string | null
  /** Until when news have been looked at on this device, ms. */
  readonly seenAtMs: number
}
const NOTHING = { ticketId: null, messageId: null, agentId: null, storyId: null } as const

export const trainingStore = createStore<TrainingState>(() => ({ tab: 'kudos', ...NOTHING, seenAtMs: 0 }))
export const useTraining = <T>(select: (state: TrainingState) => T): T => useStore(trainingStore, select)

export function openTraining(tab: TrainingTab): void {
  trainingStore.setState({ tab })
  openDialog('training')
}
export const showTraining = (tab: TrainingTab): void => trainingStore.setState({ tab })

type About = Partial<Pick<TrainingState, 'ticketId' | 'messageId' | 'agentId' | 'storyId'>>
export function openThanks(about: About): void {
  trainingStore.setState({ ...NOTHING, ...about })
  openDialog('thanks')
}
export function openStory(about: About): void {
  trainingStore.setState({ ...NOTHING, ...about })
  openDialog('story')
}
export function openCoaching(about: About): void {
  trainingStore.setState({ ...NOTHING, ...about })
  openDialog('coaching')
}

const keyOf = (placeId: string): string => `training-seen:${placeId}`
/** Puts back until when news were looked at; a device that never looked begins with a week. */
export const keepSeen = (placeId: string, otherwiseMs: number): void =>
  trainingStore.setState({ seenAtMs: readKept(keyOf(placeId), z.number()) ?? otherwiseMs })
export function seeNews(placeId: string, atMs: number): void {
  trainingStore.setState({ seenAtMs: atMs })
  writeKept(keyOf(placeId), atMs)
}
