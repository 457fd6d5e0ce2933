import type { Row } from '../shared/domain/tables.ts'
import type { WorkKind } from '../shared/domain/values.ts'
import { WORK_KINDS } from '../shared/domain/values.ts'
import type { FiledTicket } from '../shared/protocol/tickets.ts'
import { filedValues } from '../shared/rules/forms/filed-values.ts'
import { shippedModel, triage } from '../shared/rules/triage/triage.ts'
import type { TeamOfKind } from './db/queries/filing.ts'
import { stableId } from './import/stable-id.ts'
import type { HubIntent } from './sync/apply-as-hub.ts'

/** What stands in the workspace that decides where a new ticket goes. */
export type Filing = {
  /** Whoever is meant; null: nobody known. */
  readonly personId: string | null
  readonly teams: readonly TeamOfKind[]
  readonly forms: readonly Row<'ticketForms'>[]
  /** What the team has taught the triage; null: nothing yet. */
  readonly weights: Row<'triageWeights'> | null
}
type Input = {
  readonly workspaceId: string
  readonly nowMs: number
  /** The ticket, where the key is known. */
  readonly known: { readonly ticket: Row<'tickets'> | null } | null
  /** Null where the ticket is known. */
  readonly place: Filing | null
}
type Planned = { readonly intents: readonly HubIntent[]; readonly lineIds: readonly string[] }
type FiledLine = {
  readonly id: string
  readonly by: 'customer' | 'bot'
  readonly text: string
  readonly atMs: number
}

const idOf = (workspaceId: string, what: string, key: string): string =>
  stableId([workspaceId, 'filed', what, key], null)
/** The sender's name of a ticket is the ticket's own: the same again is the same. */
export const ticketIdOf = (workspaceId: string, key: string): string => idOf(workspaceId, 'ticket', key)

/** What was said, in order; times never go back, so that the conversation reads as it was held. */
function linesOf(sent: FiledTicket, { workspaceId, nowMs }: Input): readonly FiledLine[] {
  const first = sent.body === null ? [] : [{ key: '', by: 'customer' as const, text: sent.body, at: null }]
  const said = [...first, ...sent.lines]
  let latest = nowMs
  return said
    .toReversed()
    .map(({ key, by, text, at }, index) => {
      latest = Math.max(0, Math.min(at ?? latest, index === 0 ? nowMs : latest - 1))
      return { id: idOf(workspaceId, 'line', `${sent.key}\n${key}`), by, text, atMs: latest }
    })
    .toReversed()
}

function kindsOf(sent: FiledTicket, weights: Filing['weights']): readonly WorkKind[] {
  const words = [sent.body ?? '', ...sent.lines.flatMap(({ by, text }) => (by === 'customer' ? [text] : []))]
  const taught = weights?.model === shippedModel().version ? weights.weights : []
  const corrections = new Map(taught.map(([bucket, ...sides]) => [bucket, sides] as const))
  const kind =
    sent.kind ?? triage({ subject: sent.subject, body: words.join('\n\n') }, { corrections }).likeliest
  return kind === 'both' ? WORK_KINDS : [kind]
}

/** The team that was named, else the only one of the kind: where there are several, whoever looks first decides. */
function teamFor(kind: WorkKind, wanted: string | null, teams: readonly TeamOfKind[]): string | null {
  const named = teams.find(({ name }) => wanted !== null && name.toLowerCase() === wanted.toLowerCase())
  if (named) return named.id
  const [only, another] = teams.filter(team => team.kind === kind)
  return only && !another ? only.id : null
}

/** Somebody nobody has written down yet. */
function newPerson(sent: FiledTicket, { workspaceId }: Input): readonly HubIntent[] {
  const { email, reference, name, language, timeZone } = sent.customer
  const customerId = idOf(workspaceId, 'customer', sent.key)
  const address = email && {
    id: idOf(workspaceId, 'address', sent.key),
    kind: 'email' as const,
    value: email,
    label: null,
    isPrimary: true,
  }
  const create: HubIntent<'customer.create'> = {
    name: 'customer.create',
    mutationId: idOf(workspaceId, 'customer made', sent.key),
    args: {
      customerId,
      name: name ?? '',
      organisationId: null,
      jobTitle: null,
      language,
      timeZone,
      preferredChannel: null,
      labels: [],
      facts: '',
      contactPoints: address ? [address] : [],
    },
  }
  if (reference === null) return [create]
  const record: HubIntent<'customer.record'> = {
    name: 'customer.record',
    mutationId: idOf(workspaceId, 'customer named', sent.key),
    args: { customerId, value: null, sinceMs: null, reference, organisationId: null, saidAtMs: 0 },
  }
  return [create, record]
}

function newTicket(sent: FiledTicket, customerId: string, { workspaceId, place }: Input): HubIntent {
  const { key, subject, channel } = sent
  const { teams = [], forms = [], weights = null } = place ?? {}
  const kinds = kindsOf(sent, weights)
  const ticket: HubIntent<'ticket.create'> = {
    name: 'ticket.create',
    mutationId: idOf(workspaceId, 'made', key),
    args: {
      ticketId: ticketIdOf(workspaceId, key),
      customerId,
      subject,
      channel,
      tags: [],
      fields: filedValues(forms, kinds, sent.fields),
      threads: kinds.map(kind => ({
        id: idOf(workspaceId, kind, key),
        kind,
        state: 'open',
        priority: 'normal',
        teamId: teamFor(kind, sent.team, teams),
        assigneeId: null,
      })),
      message: null,
      note: null,
    },
  }
  return ticket
}

/** What the hub does about a ticket that is filed: the person and the ticket where they are new, then what was said. */
export function planTicket(sent: FiledTicket, input: Input): Planned | { readonly problem: 'nobody' } {
  const { workspaceId, known, place } = input
  const { email, reference, name } = sent.customer
  const lines = linesOf(sent, input)
  const lineIds = lines.map(({ id }) => id)
  const isNobody = !known && place?.personId === null
  if (isNobody && email === null && reference === null) return { problem: 'nobody' }
  const said: HubIntent<'ticket.converse'> = {
    name: 'ticket.converse',
    mutationId: idOf(workspaceId, 'said', [sent.key, sent.takeover?.reason ?? '', ...lineIds].join('\n')),
    args: {
      ticketId: ticketIdOf(workspaceId, sent.key),
      channel: sent.channel,
      from: email === null ? null : { name, address: email },
      lines: [...lines],
      takeover: sent.takeover,
    },
  }
  if (known) return { intents: [said], lineIds }
  const customerId = place?.personId ?? idOf(workspaceId, 'customer', sent.key)
  return {
    intents: [...(isNobody ? newPerson(sent, input) : []), newTicket(sent, customerId, input), said],
    lineIds,
  }
}
