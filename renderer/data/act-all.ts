import type { Intent } from '../../shared/mutations/define.ts'
import { act } from './use-action.ts'

/** Sends what belongs together as one: all of it is taken, or nothing. False after a failure, which is shown. */
export async function actAll(intents: readonly Intent[]): Promise<boolean> {
  if (intents.length === 0) return true
  const items = intents.map(({ name, args }) => ({ name, args }))
  return (await act('mutations.group', { items })) !== null
}
