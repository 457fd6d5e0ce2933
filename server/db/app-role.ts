import { createHmac } from 'node:crypto'
import type { Client, Pool } from 'pg'
import { AppError, ErrorCode } from '../../shared/errors.ts'

export const APP_ROLE = 'tandem_app'

/**
 * Connection string of the role that serves requests, made from the owner's: every copy of the hub comes to the same
 * password without storing another secret. Throws `bad-request` when the owner has no password to derive from.
 */
export function appUrlFrom(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  if (url.password === '') {
    throw new AppError(
      ErrorCode.BadRequest,
      'The database URL needs a password, or give the app role its own URL',
    )
  }
  const secret = decodeURIComponent(url.password)
  url.username = APP_ROLE
  url.password = createHmac('sha256', secret).update(APP_ROLE).digest('base64url')
  return url.href
}

export async function hasAppRole(owner: Client): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE])
  return rowCount !== 0
}

/** Gives the app role the derived password, unless it has it. */
export async function setAppPassword(owner: Client, appUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(appUrl).password)
  // base64url has no quotes; the statement takes no parameters.
  await owner.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD '${password.replaceAll("'", '')}'`)
}

/** The second wall must stand whoever configured the database: throws `not-allowed` for a role that can pass it. */
export async function assertBehindTheWall(app: Pool): Promise<void> {
  const { rows } = await app.query<{ can_pass: boolean }>(
    `SELECT (rolsuper OR rolbypassrls OR EXISTS (
       SELECT 1 FROM pg_class WHERE relnamespace = 'tandem'::regnamespace AND relowner = pg_roles.oid
     )) AS can_pass FROM pg_roles WHERE rolname = current_user`,
  )
  if (rows[0]?.can_pass === false) return
  throw new AppError(
    ErrorCode.NotAllowed,
    'The app role could read other workspaces: it must not own the tables',
  )
}
