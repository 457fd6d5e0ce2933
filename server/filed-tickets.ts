import type { Pool } from 'pg'
import type { Row } from '../shared/domain/tables.ts'
import type { WorkspaceId } from '../shared/domain/ids.ts'
import { toDomain } from '../shared/domain/codec.ts'
import { TRIAGE_WEIGHTS_ID } from '../shared/domain/triage-weights.ts'
import { WORK_KINDS } from '../shared/domain/values.ts'
import { AppError, ErrorCode } from '../shared/errors.ts'
import type { FiledTicket, FiledTicketAnswer } from '../shared/protocol/tickets.ts'
import { isWaiting } from '../shared/rules/takeover/takeover.ts'
import { readTeams } from './db/queries/filing.ts'
import { readPeople } from './db/queries/record-owners.ts'
import { inWorkspace } from './db/in-workspace.ts'
import { planTicket, ticketIdOf } from './file-ticket.ts'
import type { Filing } from './file-ticket.ts'
import { formsOf } from './place-record.ts'
import { applyAsHub } from './sync/apply-as-hub.ts'
import type { HubDeps } from './sync/apply-as-hub.ts'
import type { HubReader } from './sync/store.ts'

export type FiledTickets = {
  /**
   * Makes the ticket of this key, or adds what was said since. Throws `not-found` when nobody here is meant and no
   * address is given, and when the person behind the ticket was erased.
   */
  readonly file: (workspaceId: WorkspaceId, sent: FiledTicket) => Promise<FiledTicketAnswer>
}

type Deps = HubDeps & { readonly app: Pool }

export const createFiledTickets = (deps: Deps): FiledTickets => ({
  file: async (workspaceId, sent) => {
    const ticketId = ticketIdOf(workspaceId, sent.key)
    const before = await deps.store.read(workspaceId, tx => standing(tx, ticketId))
    const place = before.ticket ? null : await lookUp(deps, workspaceId, sent)
    const planned = planTicket(sent, {
      workspaceId,
      nowMs: deps.clock.now(),
      known: before.ticket ? before : null,
      place,
    })
    if ('problem' in planned)
      throw new AppError(ErrorCode.NotFound, 'Nobody here is meant', { what: 'customer' })
    const refusal = await applyAsHub(deps, workspaceId, planned.intents)
    if (refusal !== null) throw new AppError(ErrorCode.NotFound, 'The ticket cannot be added to')
    const after = await deps.store.read(workspaceId, tx => standing(tx, ticketId))
    if (!after.ticket) throw new AppError(ErrorCode.NotFound, 'The ticket was removed')
    return {
      ticket: { id: ticketId, number: after.ticket.number },
      isNew: before.ticket === null,
      added: planned.lineIds.filter(id => !before.messageIds.has(id)).length,
      takeover: takeoverAnswer(after),
    }
  },
})

type Standing = {
  readonly ticket: Row<'tickets'> | null
  readonly messageIds: ReadonlySet<string>
  readonly takeover: Row<'takeovers'> | null
  readonly takerName: string | null
}

async function standing(tx: HubReader, ticketId: string): Promise<Standing> {
  const [ticket] = await tx.rows('tickets', [ticketId])
  if (!ticket) {
    if ((await tx.erasedBehind([ticketId])) !== null)
      throw new AppError(ErrorCode.NotFound, 'The person behind it was erased', { what: 'erased' })
    return { ticket: null, messageIds: new Set(), takeover: null, takerName: null }
  }
  const messages = await tx.many({ table: 'messages', where: { ticketId }, above: null })
  const [found] = await tx.rows('takeovers', [ticketId])
  const takeover = found ? toDomain('takeovers', found) : null
  const [taker] = takeover?.takenBy ? await tx.rows('agents', [takeover.takenBy]) : []
  return {
    ticket: toDomain('tickets', ticket),
    messageIds: new Set(messages.map(({ id }) => id)),
    takeover,
    takerName: taker ? toDomain('agents', taker).name : null,
  }
}

function takeoverAnswer({ takeover, takerName }: Standing): FiledTicketAnswer['takeover'] {
  if (takeover === null) return { state: 'none', by: null, atMs: null }
  return isWaiting(takeover)
    ? { state: 'waiting', by: null, atMs: null }
    : { state: 'taken-over', by: takerName, atMs: takeover.takenAtMs }
}

/** Who is meant and where such work goes. Of several people with one name the one who was here first. */
async function lookUp(
  { app, store }: Deps,
  workspaceId: WorkspaceId,
  { customer: { id, reference, email } }: FiledTicket,
): Promise<Filing> {
  const names = [
    id && [`id ${id}`],
    reference && [`reference ${reference}`],
    email && formsOf(email).map(form => `email ${form}`),
  ]
  const { people, teams } = await inWorkspace(app, { workspaceId, mode: 'read' }, async client => ({
    people: await readPeople(
      { client, workspaceId },
      {
        ids: id === null ? [] : [id],
        references: reference === null ? [] : [reference],
        emails: email === null ? [] : formsOf(email),
      },
    ),
    teams: await readTeams({ client, workspaceId }),
  }))
  const [personId = null] = names.flatMap(forms => {
    const found = (forms || []).flatMap(form => [...(people.get(form) ?? [])])
    return found.toSorted().slice(0, 1)
  })
  return store.read(workspaceId, async tx => {
    const forms = await Promise.all(
      WORK_KINDS.map(kind => tx.many({ table: 'ticketForms', where: { kind }, above: null })),
    )
    const [weights] = await tx.rows('triageWeights', [TRIAGE_WEIGHTS_ID])
    return {
      personId,
      teams,
      forms: forms.flat().map(row => toDomain('ticketForms', row)),
      weights: weights ? toDomain('triageWeights', weights) : null,
    }
  })
}
