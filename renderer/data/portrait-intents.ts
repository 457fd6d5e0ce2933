import type { PortraitView } from '../../shared/contract/portrait.ts'
import type { Pin, Preference } from '../../shared/domain/portrait.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { contentOf } from '../../shared/rules/portrait/preferences.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

export type PreferenceWish = MutationArgs<'preference.set'>['content']
export type PinWish = MutationArgs<'pin.set'>['content']

export const savePreference = (customerId: string, before: Preference | null, content: PreferenceWish) =>
  act('preference.set', {
    preferenceId: before?.id ?? makeId(),
    customerId,
    content,
    seen: before ? contentOf(before) : null,
  })
export const dropPreference = (preference: Preference) =>
  act('preference.remove', {
    preferenceId: preference.id,
    customerId: preference.customerId,
    seen: contentOf(preference),
  })

export const savePin = (customerId: string, before: Pin | null, content: PinWish) =>
  act('pin.set', {
    pinId: before?.id ?? makeId(),
    customerId,
    content,
    seen: before
      ? { text: before.text, tone: before.tone, untilMs: before.untilMs, marks: before.marks }
      : null,
  })
export const dropPin = ({ id, customerId, text }: Pin) =>
  act('pin.remove', { pinId: id, customerId, seen: text })

type Vip = { readonly isVip: boolean; readonly reason: string | null }
export const markVip = (customerId: string, said: PortraitView['said'], { isVip, reason }: Vip) =>
  act('portrait.setVip', { customerId, isVip, reason, seen: said?.isVip ?? false })

type StageWish = Pick<MutationArgs<'portrait.setStage'>, 'stage' | 'reason' | 'untilMs'>
/** Says where they stand; with no stage the rows speak again. */
export const sayStage = (customerId: string, { said, stage }: PortraitView, wish: StageWish) =>
  act('portrait.setStage', {
    customerId,
    ...wish,
    otherwise: stage.derived?.stage ?? null,
    seen: said?.stage ?? null,
  })
