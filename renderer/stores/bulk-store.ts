import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Description } from '../../shared/mutations/define.ts'

export type BulkFailure = { readonly ticketId: string; readonly reason: string }

/** Work on many tickets, as it goes and as it ended. */
export type BulkJob = {
  readonly id: number
  readonly description: Description
  readonly total: number
  readonly settled: number
  readonly done: number
  readonly unchanged: number
  readonly failures: readonly BulkFailure[]
  readonly mutationIds: readonly string[]
  readonly state: 'running' | 'stopping' | 'finished' | 'stopped'
}

export const bulkStore = createStore<{ readonly job: BulkJob | null }>(() => ({ job: null }))
export const useBulkJob = (): BulkJob | null => useStore(bulkStore, state => state.job)

let made = 0
/** Starts to count; null while another one is running. */
export function beginJob(description: Description, total: number): number | null {
  const { job } = bulkStore.getState()
  if (job?.state === 'running' || job?.state === 'stopping') return null
  made += 1
  const none = { settled: 0, done: 0, unchanged: 0, failures: [], mutationIds: [] }
  bulkStore.setState({ job: { id: made, description, total, ...none, state: 'running' } })
  return made
}

export function changeJob(id: number, change: (job: BulkJob) => Partial<BulkJob>): void {
  bulkStore.setState(({ job }) => (job?.id === id ? { job: { ...job, ...change(job) } } : { job }))
}

export const isStopping = (id: number): boolean => {
  const { job } = bulkStore.getState()
  return job?.id !== id || job.state === 'stopping'
}
/** What is done stays done; the rest is left alone. */
export function stopJob(): void {
  bulkStore.setState(({ job }) => ({ job: job?.state === 'running' ? { ...job, state: 'stopping' } : job }))
}
export const dismissJob = (): void => bulkStore.setState({ job: null })
