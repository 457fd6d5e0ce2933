import type { ActState } from '../../../shared/contract/explain.ts'

/** What the outbox knows about an intent, as its columns say it. */
export type Standing = {
  /** 'accepted' once it left the outbox. */
  readonly state: string
  readonly was_sent: number
  readonly held_until_ms: number | null
  /** Of the message it made, if it made one that is here. */
  readonly delivery: string | null
}

/** How far an act has come: this laptop's word while it waits here, then the hub's, then the channel's. */
export function actState({ state, was_sent, held_until_ms, delivery }: Standing): ActState {
  switch (state) {
    case 'parked':
      return 'parked'
    case 'sending':
      return 'sending'
    case 'accepted':
      return delivery === 'delivered' || delivery === 'bounced' || delivery === 'unknown'
        ? delivery
        : 'accepted'
    default:
      if (was_sent === 1) return 'unconfirmed'
      return held_until_ms === null ? 'here' : 'resting'
  }
}
