import { toDomain } from '../../../shared/domain/codec.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { Actor } from '../../../shared/mutations/define.ts'
import type { LaptopStore } from './store.ts'

/** The agent a row of the directory is about. */
export function actorIn(row: WireRow): Actor {
  const { id, name, role, teamIds } = toDomain('agents', row)
  return { id, name, role, teamIds }
}

/**
 * Answers the agent as the directory on this laptop knows them at that moment, and before the first fill as they signed
 * in. Read anew each time: what is pending is predicted in the transaction that brings other rights.
 */
export function actorOf({ rows }: Pick<LaptopStore, 'rows'>, signedIn: Actor): () => Actor {
  return () => {
    const found = rows.get('agents', signedIn.id)
    return found ? actorIn(found.row) : signedIn
  }
}
