import type { Escalation } from '../../domain/incidents.ts'
import type { Role } from '../../domain/values.ts'
import { maySupervise } from '../supervising.ts'

type Person = { readonly id: string; readonly role: Role | 'other' }

/** Taking it is for those who were asked: engineering says so through its tracker, or a supervisor for it. */
export const mayAccept = (
  { id, role }: Person,
  { tier, createdBy }: Pick<Escalation, 'tier' | 'createdBy'>,
): boolean => maySupervise(role) || (tier !== 'engineering' && createdBy !== id)
