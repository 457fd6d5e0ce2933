import i18next from 'i18next'
import type { OpportunityLine } from '../../../shared/contract/growth.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Silence } from '../../../shared/rules/experience/silence.ts'
import { heldAt } from '../../../shared/rules/growth/passing-on.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { roughMoney } from '../../lib/format.ts'

type Directory = Output<'directory.get'>

/** The kind, and what it is about. */
export const opportunityTitle = ({ kind, productName }: OpportunityLine): string =>
  [dynamicText(`growth.kind.${kind}`) ?? kind, productName].filter(Boolean).join(' · ')

export const worthText = ({ valueMinor, currency }: OpportunityLine): string | null =>
  valueMinor === null || currency === null ? null : roughMoney(valueMinor, currency)

/** To whom it went: a team by its name, or an address outside. */
export function receiverText(
  { teamId, address }: OpportunityLine,
  directory: Directory | null,
): string | null {
  if (teamId !== null) return directory?.teams.find(({ id }) => id === teamId)?.name ?? null
  return address
}

/** How it stands, in a word; of what left nobody but the hub knows when. */
export function standingText(opportunity: OpportunityLine, silence: Silence | null): string {
  const held = heldAt(opportunity, silence)
  if (held !== null) return i18next.t(`growth.held.${held}`)
  const { state, consent } = opportunity
  if (state === 'noted') return i18next.t(`growth.consent.${consent === 'other' ? 'not-asked' : consent}`)
  return dynamicText(`growth.state.${state}`) ?? state
}
