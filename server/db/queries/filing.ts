import type { Row } from '../../../shared/domain/tables.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

export type TeamOfKind = Pick<Row<'teams'>, 'id' | 'name' | 'kind'>

/** The teams of the workspace, in order of id. */
export const readTeams = (session: Session): Promise<readonly TeamOfKind[]> =>
  all(session, 'SELECT id, name, kind FROM tandem.teams WHERE workspace_id = $1 ORDER BY id')
