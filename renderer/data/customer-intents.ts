import type { Asset, Subscription } from '../../shared/domain/commerce.ts'
import type { Customer, CustomerPromise, FollowUp } from '../../shared/domain/people.ts'
import type { Channel, Fields } from '../../shared/domain/values.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { keyedValue } from '../../shared/mutations/parts/keyed-fields.ts'
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

type FollowUpWish = Due & { readonly channel?: Channel | null; readonly macroId?: string | null }
export const addFollowUp = ({ customerId, ticketId, text, dueAtMs, ownerId, ...how }: FollowUpWish) =>
  act('followUp.add', {
    followUpId: makeId(),
    customerId,
    ticketId,
    title: text,
    reason: null,
    channel: how.channel ?? null,
    dueAtMs,
    ownerId,
    macroId: how.macroId ?? null,
  })

export const closePromise = (promise: CustomerPromise, outcome: 'open' | 'kept' | 'broken' | 'withdrawn') =>
  act('promise.keep', { promiseId: promise.id, outcome, seen: promise.state })

type FollowUpEnd = 'open' | 'done' | 'cancelled'
export const closeFollowUp = (followUp: FollowUp, state: FollowUpEnd, outcome = followUp.outcome) =>
  act('followUp.complete', { followUpId: followUp.id, state, outcome, seen: followUp.state })

export const rescheduleFollowUp = ({ id, dueAtMs: seen }: FollowUp, dueAtMs: number) =>
  act('followUp.reschedule', { followUpId: id, dueAtMs, seen })

export const reschedulePromise = ({ id, dueAtMs: seen }: CustomerPromise, dueAtMs: number) =>
  act('promise.reschedule', { promiseId: id, dueAtMs, seen })

export const setLabels = (customer: Customer, labels: readonly string[]) =>
  act('customer.editFacts', {
    customerId: customer.id,
    facts: null,
    labels: { seen: [...customer.labels], value: [...labels] },
    fields: [],
  })

type AssetEdits = MutationArgs<'asset.update'>['fields']
/** What differs from what stood there, a name each. */
export const environmentEdits = (seen: Fields, values: Fields) =>
  [...new Set([...Object.keys(seen), ...Object.keys(values)])].flatMap(name => {
    const edit = { name, seen: keyedValue(seen, name), value: keyedValue(values, name) }
    return edit.seen === edit.value ? [] : [{ field: 'environment' as const, ...edit }]
  })

export const updateAsset = (asset: Asset, fields: AssetEdits) =>
  act('asset.update', { assetId: asset.id, fields })

type ContractEdits = MutationArgs<'subscription.edit'>['fields']
export const editContract = ({ id: subscriptionId }: Subscription, fields: ContractEdits) =>
  act('subscription.edit', { subscriptionId, fields })

export const linkIssue = (ticketId: string, issueId: string) =>
  act('ticket.linkIssue', { linkId: makeId(), ticketId, issueId })
export const unlinkIssue = (ticketId: string, linkId: string) =>
  act('ticket.unlinkIssue', { ticketId, linkId })

export const removeContact = (customerId: string, contactPointId: string) =>
  act('contact.remove', { customerId, contactPointId })
