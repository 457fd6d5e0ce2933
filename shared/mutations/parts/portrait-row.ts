import type { Portrait } from '../../domain/portrait.ts'
import { insert } from '../define.ts'
import type { Change } from '../define.ts'
import { patchChanged } from './changes.ts'

const EMPTY: Omit<Portrait, 'id' | 'customerId'> = {
  isVip: false,
  vipReason: null,
  stage: null,
  stageReason: null,
  stageUntilMs: null,
  stageBy: null,
  stageAtMs: null,
}

/** Writes into the one portrait of a customer, and makes it when there is none yet. */
export function patchPortrait(
  portrait: Portrait | null,
  customerId: string,
  fields: Partial<Portrait>,
): readonly Change[] {
  if (portrait) return patchChanged('portraits', portrait, fields)
  return [insert('portraits', { ...EMPTY, ...fields, id: customerId, customerId })]
}
