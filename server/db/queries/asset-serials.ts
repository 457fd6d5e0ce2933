import type { Session } from './session.ts'
import { all } from './session.ts'

export type SerialOwner = { readonly serial: string; readonly assetId: string }

/** The things with these serial numbers, in capitals; of several with one number what is in use, then the newest. */
export const readSerials = (session: Session, serials: readonly string[]): Promise<readonly SerialOwner[]> =>
  all<SerialOwner>(
    session,
    `SELECT DISTINCT ON (upper(serial)) upper(serial) AS serial, id AS "assetId" FROM tandem.assets
     WHERE workspace_id = $1 AND serial IS NOT NULL AND upper(serial) = ANY($2)
     ORDER BY upper(serial), state = 'retired', acquired_at_ms DESC NULLS LAST, id`,
    [serials],
  )
