import type { CrowdSession } from '../hub-sessions.ts'

export type { CrowdSession }

export type CrowdConnect = {
  readonly url: string
  readonly sessions: readonly CrowdSession[]
  /** So many of them note when they hear of something. */
  readonly listening: number
}
export type CrowdWork = {
  readonly perSecond: number
  /** Null: until told to end. */
  readonly seconds: number | null
  readonly ticketIds: readonly string[]
  readonly epoch: string
  /** Begins every note. */
  readonly label: string
  /** Sends again what a dying hub did not answer. */
  readonly isStubborn: boolean
}
export type CrowdRun = {
  /** From when a note was due to leave until its verdict, ms. */
  readonly acks: readonly number[]
  /** From when it was due to leave until the last of those who listen had heard of it, ms. */
  readonly spreads: readonly number[]
  readonly noteIds: readonly string[]
  /** Of one core, this process alone. */
  readonly cpuShare: number
  readonly frames: number
  readonly frameBytes: number
}
export type CrowdFollowed = { readonly readers: number; readonly missing: number }
