import type { Opportunity, OpportunityKind, OpportunityState } from '../../domain/growth.ts'
import type { Silence } from '../experience/silence.ts'

/** Where an opportunity may go from where it stands; passing it on is an act of its own. */
const NEXT: Readonly<Record<OpportunityState, readonly OpportunityState[]>> = {
  noted: ['won', 'lost', 'withdrawn'],
  'passed-on': ['accepted', 'declined', 'withdrawn'],
  accepted: ['won', 'lost'],
  declined: ['noted'],
  won: ['accepted', 'noted'],
  lost: ['accepted', 'noted'],
  withdrawn: ['noted'],
}
/** Taking the last step back is no step of its own. */
const BACK: Readonly<Record<OpportunityState, readonly OpportunityState[]>> = {
  noted: ['withdrawn', 'declined', 'won', 'lost'],
  'passed-on': [],
  accepted: ['passed-on', 'won', 'lost'],
  declined: ['passed-on'],
  won: [],
  lost: [],
  withdrawn: ['passed-on'],
}

const ENDED: readonly string[] = ['declined', 'won', 'lost', 'withdrawn']

/** Nobody works on it any more. A state of a newer hub counts as open. */
export const isEnded = ({ state }: Pick<Opportunity, 'state'>): boolean => ENDED.includes(state)

/** The next states a person may choose, in the order of their menu. */
export const nextStates = ({ state }: Pick<Opportunity, 'state'>): readonly OpportunityState[] =>
  state === 'other' ? [] : NEXT[state]

export const mayMove = (from: Opportunity['state'], to: OpportunityState): boolean =>
  from !== 'other' && (from === to || NEXT[from].includes(to) || BACK[from].includes(to))

/** What leaves the console needs the customer's word for it: only what is noted, only with consent. */
export const mayPassOn = ({ state, consent }: Pick<Opportunity, 'state' | 'consent'>): boolean =>
  state === 'noted' && consent === 'given'

/** What they would buy; the others are things they would do for us. Both rest while something is broken. */
const OFFERS: readonly OpportunityKind[] = ['upsell', 'cross-sell', 'renewal']
export const isOffer = (kind: Opportunity['kind']): boolean => OFFERS.some(each => each === kind)
/** What has a product: what they would buy, and what they would be watched with. */
export const isAboutProduct = (kind: Opportunity['kind']): boolean => isOffer(kind) || kind === 'study'

/** Why something that was passed on has not left for its address yet; null: it has, or stays inside. */
export type HeldOpportunity = 'silence' | 'hub'
export function heldAt(
  { state, address, sentAtMs }: Pick<Opportunity, 'state' | 'address' | 'sentAtMs'>,
  silence: Silence | null,
): HeldOpportunity | null {
  if (state !== 'passed-on' || address === null || sentAtMs !== null) return null
  return silence === null ? 'hub' : 'silence'
}
