import { newId } from '../../../shared/domain/ids.ts'
import type { Dice } from '../../../shared/demo/dice.ts'
import { sleep } from '../../../shared/clock.ts'
import type { AdministrationDeps } from '../../auth/administration.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import { readFloorCustomers, readFloorTeams, readRecentWork } from '../../db/queries/demo-floor.ts'
import type { Session } from '../../db/queries/session.ts'
import type { HubIntent } from '../../sync/apply-as-hub.ts'
import { applyAsHub } from '../../sync/apply-as-hub.ts'
import { sayingsFor } from './sayings.ts'

export type ArrivalsDeps = {
  readonly hub: AdministrationDeps
  readonly workspaceId: string
  readonly dice: Dice
  readonly signal: AbortSignal
}

const SECOND_MS = 1000

/** Customers write: new matters and answers to what they were asked, through the door that mail comes in by. */
export async function letCustomersWrite(deps: ArrivalsDeps): Promise<void> {
  const { hub, workspaceId, dice, signal } = deps
  while (!signal.aborted) {
    const intents = dice.chance(0.6) ? await newMatter(deps) : await goesOn(deps)
    // A ticket that was closed meanwhile takes no mail: the next customer comes soon.
    if (intents) await applyAsHub(hub, workspaceId, intents).catch(() => null)
    const end = hub.clock.now() + dice.whole(5, 16) * SECOND_MS
    while (!signal.aborted && hub.clock.now() < end) await sleep(hub.clock, 500)
  }
}

const read = <T>({ hub, workspaceId }: ArrivalsDeps, query: (session: Session) => Promise<T>): Promise<T> =>
  inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client => query({ client, workspaceId }))

async function newMatter(deps: ArrivalsDeps): Promise<readonly HubIntent[] | null> {
  const { hub, dice } = deps
  const customers = await read(deps, readFloorCustomers)
  const teams = await read(deps, readFloorTeams)
  if (customers.length === 0 || teams.length === 0) return null
  const { id: customerId, name, language, address } = dice.pick(customers)
  const [subject, text] = dice.pick(sayingsFor(language).asks)
  const kind = /scann|escáner|kasse|print/i.test(`${subject} ${text}`) ? 'support' : 'service'
  const team = dice.pick(teams.filter(each => each.kind === kind))
  const made = (): string => newId(hub.clock.now(), dice.random)
  const from = { name, address }
  const ticket: HubIntent<'ticket.create'> = {
    name: 'ticket.create',
    mutationId: made(),
    args: {
      ticketId: made(),
      customerId,
      subject,
      channel: 'email',
      tags: [],
      fields: {},
      threads: [{ id: made(), kind, state: 'open', priority: 'normal', teamId: team.id, assigneeId: null }],
      message: {
        id: made(),
        direction: 'in',
        from,
        to: [],
        cc: [],
        bodyText: text,
        bodyHtml: null,
        attachments: [],
      },
      note: null,
    },
  }
  return [ticket as HubIntent]
}

async function goesOn(deps: ArrivalsDeps): Promise<readonly HubIntent[] | null> {
  const { hub, dice } = deps
  const recent = await read(deps, readRecentWork)
  if (recent.length === 0) return null
  const { ticketId, language, address } = dice.pick(recent)
  const nowMs = hub.clock.now()
  const mail: HubIntent<'ticket.receive'> = {
    name: 'ticket.receive',
    mutationId: newId(nowMs, dice.random),
    args: {
      messageId: newId(nowMs, dice.random),
      ticketId,
      channel: 'email',
      from: { name: null, address: address ?? 'customer@example.com' },
      to: [],
      cc: [],
      bodyText: dice.pick(sayingsFor(language).goesOn),
      bodyHtml: null,
      mailId: null,
      receivedAtMs: nowMs,
      attachments: [],
    },
  }
  return [mail as HubIntent]
}
