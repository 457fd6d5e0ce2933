import { randomBytes } from 'node:crypto'
import { newId } from '../../shared/domain/ids.ts'
import type { AdministrationDeps } from '../auth/administration.ts'
import { insertWorkspace, listWorkspaces } from '../db/queries/workspaces.ts'
import { keepForGuests, stageRows } from '../sync/admin.ts'
import type { TableRow } from '../sync/store.ts'
import { DEMO_AGENT, DEMO_COLLEAGUE, agentEmail } from './cast.ts'
import { setDemoPasswords } from './demo-accounts.ts'
import { DEMO_SIZE, makeDemo } from './demo-rows.ts'
import { countRows, demoUnits } from './demo-units.ts'
import { moveToNow } from './move-to-now.ts'

export const DEMO_SLUG = 'demo'
const DEMO_NAME = 'Harbour Tills (demo)'
const DEMO_SEED = 7

export type DemoAccess = {
  readonly workspaceId: string
  readonly slug: string
  /** Who the console opens as; every other agent of the demo has the same password. */
  readonly email: string
  readonly colleague: string
  readonly password: string
}
export type DemoProgress = { readonly rows: number; readonly of: number }
export type EnsureDemoOptions = {
  readonly onProgress?: (progress: DemoProgress) => void
  readonly size?: { readonly customers: number; readonly tickets: number }
}

const newEpochName = (): string => randomBytes(9).toString('base64url')

/** A UUIDv7 begins with its time: the moment an interrupted demo is about is not lost. */
const timeOf = (id: string): number => Number.parseInt(`${id.slice(0, 8)}${id.slice(9, 13)}`, 16)

async function workspaceFor({ database, clock, random }: AdministrationDeps): Promise<string> {
  const find = async (): Promise<string | undefined> =>
    (await listWorkspaces(database.owner)).find(({ slug }) => slug === DEMO_SLUG)?.id
  const known = await find()
  if (known !== undefined) return known
  const nowMs = clock.now()
  const id = newId(nowMs, random)
  const epoch = newEpochName()
  const isMade = await insertWorkspace(database.owner, { id, name: DEMO_NAME, slug: DEMO_SLUG, epoch, nowMs })
  // Another copy of the hub may have been quicker.
  return isMade ? id : ((await find()) ?? id)
}

/**
 * Rows of one transaction. More than imports may take: nobody reads or writes a workspace that is just being made, and
 * fewer, larger statements fill it in two thirds of the time.
 */
const ROWS_AT_ONCE = 4000

/** Customers together, as many as go into one transaction. */
async function* packed(
  units: readonly (readonly TableRow[])[],
  of: number,
  report: (progress: DemoProgress) => void,
): AsyncGenerator<readonly TableRow[]> {
  let rows = 0
  let pack: TableRow[] = []
  for (const [index, unit] of units.entries()) {
    pack.push(...unit)
    if (pack.length < ROWS_AT_ONCE && index < units.length - 1) continue
    yield pack
    rows += pack.length
    pack = []
    report({ rows, of })
  }
}

/** Written last: a workspace without it was interrupted and is filled again, which adds only what is missing. */
const isFilled = (deps: AdministrationDeps, workspaceId: string): Promise<boolean> =>
  deps.store.write(workspaceId, async tx => (await tx.lockTicketCounter()) > 0)

async function fill(
  deps: AdministrationDeps,
  workspaceId: string,
  { onProgress = () => {}, size = DEMO_SIZE }: EnsureDemoOptions,
): Promise<void> {
  const { world, lastNumber } = makeDemo({ seed: DEMO_SEED, nowMs: timeOf(workspaceId), ...size })
  // Emil is a guest: he is shown customers by what their audiences say.
  await keepForGuests(deps, workspaceId)
  await stageRows(deps, workspaceId, packed(demoUnits(world), countRows(world), onProgress))
  await deps.store.write(workspaceId, tx => tx.setTicketCounter(lastNumber))
}

/**
 * Makes sure that the demo workspace is there and whole, and says how to sign in. The password is a new one at every
 * start and never stored; sessions that are under way stay. An interrupted filling goes on where it stopped; a demo
 * that was left alone for half a day is moved to the present.
 */
export async function ensureDemo(
  deps: AdministrationDeps,
  options: EnsureDemoOptions = {},
): Promise<DemoAccess> {
  const workspaceId = await workspaceFor(deps)
  if (await isFilled(deps, workspaceId)) await moveToNow(deps, workspaceId, newEpochName())
  else await fill(deps, workspaceId, options)
  const password = randomBytes(12).toString('base64url')
  await setDemoPasswords(deps, workspaceId, password)
  const [email, colleague] = [agentEmail(DEMO_AGENT), agentEmail(DEMO_COLLEAGUE)]
  return { workspaceId, slug: DEMO_SLUG, email, colleague, password }
}
