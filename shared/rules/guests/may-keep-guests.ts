import { maySupervise } from '../supervising.ts'
import type { Role } from '../../domain/values.ts'

export type Keeper = { readonly role: Role | 'other'; readonly teamIds: readonly string[] }

const isOwn = ({ role, teamIds }: Keeper, teamId: string): boolean =>
  role === 'admin' || teamIds.includes(teamId)

/** Teams somebody may let guests help: a supervisor those of their own, an administrator all. */
export const teamsToGive = <T extends { readonly id: string }>(
  keeper: Keeper,
  teams: readonly T[],
): readonly T[] => (maySupervise(keeper.role) ? teams.filter(({ id }) => isOwn(keeper, id)) : [])

/**
 * Whether somebody may give a guest other teams: each that is added or taken away is their own, and one at least is left.
 * A guest of several teams keeps those of other supervisors.
 */
export function mayChangeTeams(keeper: Keeper, before: readonly string[], after: readonly string[]): boolean {
  const moved = [...before.filter(id => !after.includes(id)), ...after.filter(id => !before.includes(id))]
  return maySupervise(keeper.role) && after.length > 0 && moved.every(id => isOwn(keeper, id))
}

/** Whether somebody may say until when a guest helps, end it or give a new sign-in: who supervises all of their teams. */
export const mayKeepGuest = (keeper: Keeper, teamIds: readonly string[]): boolean =>
  maySupervise(keeper.role) &&
  (keeper.role === 'admin' || teamIds.length > 0) &&
  teamIds.every(id => isOwn(keeper, id))
