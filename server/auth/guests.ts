import { Role } from '../../shared/domain/values.ts'
import type { AgentId, TeamId } from '../../shared/domain/ids.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { GuestAnswer, GuestRequest, GuestsAnswer } from '../../shared/protocol/guests.ts'
import type { Keeper } from '../../shared/rules/guests/may-keep-guests.ts'
import { mayChangeTeams, mayKeepGuest } from '../../shared/rules/guests/may-keep-guests.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readGuestRecords } from '../db/queries/guest-records.ts'
import { readUse } from './guest-use.ts'
import { changeAgent } from '../sync/admin.ts'
import type { AdministrationDeps } from './administration.ts'
import { addAgent, setPassword } from './administration.ts'
import { oneTimePassword } from './one-time-password.ts'
import type { Session } from './session.ts'

/** Guests as supervisors keep them: each request is judged by the rows as they stand. */
export type Guests = {
  /** What was done about guests of the workspace, the newest first. */
  readonly records: (session: Session) => Promise<GuestsAnswer>
  /**
   * Throws `not-allowed` for teams that are not the keeper's own, `not-found` for somebody who is no guest or a team there
   * is not, `conflict` for an address with an account, `bad-request` for a time that is over.
   */
  readonly act: (session: Session, request: GuestRequest) => Promise<GuestAnswer>
}

type Of<Act extends GuestRequest['act']> = Extract<GuestRequest, { act: Act }>

export function createGuests(deps: AdministrationDeps): Guests {
  return {
    records: async ({ workspaceId }) => ({
      records: [
        ...(await inWorkspace(deps.database.app, { workspaceId, mode: 'read' }, client =>
          readGuestRecords({ client, workspaceId }),
        )),
      ],
      used: [...(await readUse(deps, workspaceId))],
    }),
    act: (session, request) => {
      switch (request.act) {
        case 'make':
          return make(deps, session, request)
        case 'change':
          return change(deps, session, request)
        case 'end':
          return end(deps, session, request)
        case 'signIn':
          return renewSignIn(deps, session, request)
      }
    },
  }
}

const notAllowed = (): AppError => new AppError(ErrorCode.NotAllowed, 'These are not your teams')

function assertAhead(untilMs: number | null, nowMs: number): void {
  if (untilMs !== null && untilMs <= nowMs)
    throw new AppError(ErrorCode.BadRequest, 'This time is over', { where: 'body.untilMs' })
}

/** A guest as the hub knows them, and who asks about them; the rows of now, not those the session began with. */
async function look(
  { store }: AdministrationDeps,
  { workspaceId, agent }: Session,
  wanted: { readonly agentIds: readonly AgentId[]; readonly teamIds: readonly TeamId[] },
): Promise<{ readonly keeper: Keeper; readonly guests: readonly AnyRow[] }> {
  return store.read(workspaceId, async tx => {
    const [mine] = await tx.rows('agents', [agent.id])
    if (!mine) throw notAllowed()
    const guests = (await tx.rows('agents', wanted.agentIds)).filter(({ role }) => role === 'guest')
    const teams = await tx.rows('teams', wanted.teamIds)
    if (guests.length < wanted.agentIds.length || teams.length < new Set(wanted.teamIds).size)
      throw new AppError(ErrorCode.NotFound, 'No such guest or team')
    return { keeper: keeperOf(mine), guests }
  })
}

const teamsOf = (row: AnyRow | undefined): readonly string[] => (row?.['teamIds'] ?? []) as readonly string[]
const keeperOf = (row: AnyRow): Keeper => ({
  role: Role.safeParse(row['role']).data ?? 'other',
  teamIds: teamsOf(row),
})

const mayKeepAll = (keeper: Keeper, guest: AnyRow): boolean => mayKeepGuest(keeper, teamsOf(guest))

async function make(deps: AdministrationDeps, session: Session, request: Of<'make'>): Promise<GuestAnswer> {
  const { name, email, untilMs, hours = null } = request
  const teamIds = [...new Set(request.teamIds)]
  assertAhead(untilMs, deps.clock.now())
  const { keeper } = await look(deps, session, { agentIds: [], teamIds })
  if (!mayChangeTeams(keeper, [], teamIds)) throw notAllowed()
  const password = oneTimePassword()
  const guest = {
    name,
    email,
    password,
    role: 'guest',
    teamIds,
    guestUntilMs: untilMs,
    guestHours: hours,
  } as const
  const agentId = await addAgent(deps, session.workspaceId, { ...guest, byId: session.agent.id })
  return { agentId, password }
}

async function change(
  deps: AdministrationDeps,
  session: Session,
  { agentId, untilMs, hours, ...request }: Of<'change'>,
): Promise<GuestAnswer> {
  const teamIds = [...new Set(request.teamIds)]
  await look(deps, session, { agentIds: [agentId], teamIds })
  const edit = { teamIds, guestUntilMs: untilMs, ...(hours === undefined ? {} : { guestHours: hours }) }
  const may = (keeper: Keeper, guest: AnyRow): boolean => {
    const isOtherTime = guest['guestUntilMs'] !== untilMs
    // A time that stands may be over already: only another one has to lie ahead.
    if (isOtherTime) assertAhead(untilMs, deps.clock.now())
    const isOtherHours = hours !== undefined && (guest['guestHours'] ?? null) !== hours
    const mayTime = (!isOtherTime && !isOtherHours) || mayKeepGuest(keeper, teamsOf(guest))
    return mayTime && mayChangeTeams(keeper, teamsOf(guest), teamIds)
  }
  await changeGuest(deps, session, { agentId, edit, may })
  return { agentId, password: null }
}

async function end(deps: AdministrationDeps, session: Session, { agentId }: Of<'end'>): Promise<GuestAnswer> {
  const edit = { guestUntilMs: deps.clock.now() }
  await changeGuest(deps, session, { agentId, edit, what: 'ended', may: mayKeepAll })
  return { agentId, password: null }
}

/** A new password, for who lost theirs: whoever has the old one is signed out everywhere. */
async function renewSignIn(
  deps: AdministrationDeps,
  session: Session,
  { agentId }: Of<'signIn'>,
): Promise<GuestAnswer> {
  await changeGuest(deps, session, { agentId, edit: {}, what: 'signIn', may: mayKeepAll })
  const password = oneTimePassword()
  await setPassword(deps, { workspaceId: session.workspaceId, agentId, password })
  return { agentId, password }
}

type GuestEdit = {
  readonly agentId: AgentId
  readonly edit: {
    readonly teamIds?: TeamId[]
    readonly guestUntilMs?: number | null
    readonly guestHours?: number | null
  }
  readonly what?: 'ended' | 'signIn'
  readonly may: (keeper: Keeper, guest: AnyRow) => boolean
}

/** Judged inside of the transaction that writes it, by the guest and the keeper as they stand there. */
async function changeGuest(
  deps: AdministrationDeps,
  { workspaceId, agent }: Session,
  { agentId, edit, what, may }: GuestEdit,
): Promise<void> {
  await changeAgent(deps, workspaceId, {
    id: agentId,
    ...edit,
    as: {
      byId: agent.id,
      ...(what ? { what } : {}),
      assertMay: (guest, mine) => {
        if (guest['role'] !== 'guest') throw new AppError(ErrorCode.NotFound, 'No such guest')
        if (!mine || !may(keeperOf(mine), guest)) throw notAllowed()
      },
    },
  })
}
