import type { CustomerPromise, FollowUp } from '../../shared/domain/people.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

type Due = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly text: string
  readonly dueAtMs: number
  readonly ownerId: string | null
}

export const addPromise = ({ customerId, ticketId, text, dueAtMs, ownerId }: Due) =>
  act('promise.add', { promiseId: makeId(), customerId, ticketId, promise: text, dueAtMs, ownerId })

export const addFollowUp = ({ customerId, ticketId, text, dueAtMs, ownerId }: Due) =>
  act('followUp.add', {
    followUpId: makeId(),
    customerId,
    ticketId,
    title: text,
    reason: null,
    channel: null,
    dueAtMs,
    ownerId,
  })

export const closePromise = (promise: CustomerPromise, outcome: 'open' | 'kept' | 'broken' | 'withdrawn') =>
  act('promise.keep', { promiseId: promise.id, outcome, seen: promise.state })

export const closeFollowUp = (followUp: FollowUp, state: 'open' | 'done' | 'cancelled') =>
  act('followUp.complete', {
    followUpId: followUp.id,
    state,
    outcome: followUp.outcome,
    seen: followUp.state,
  })
