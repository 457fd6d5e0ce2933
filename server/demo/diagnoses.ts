import type { Asset } from '../../shared/domain/commerce.ts'
import type { Frequency, TryResult } from '../../shared/domain/diagnosis.ts'
import type { Ticket } from '../../shared/domain/tickets.ts'
import type { Fields } from '../../shared/domain/values.ts'
import { questionsIn } from '../../shared/rules/diagnosis/questions-in.ts'
import { answered, beginning } from '../../shared/rules/guides/run-guide.ts'
import { HOUR_MS, MINUTE_MS } from './world.ts'
import type { World } from './world.ts'

/** What stories say of a fault in fields of the ticket; it becomes a diagnosis, and the fields go. */
const TOLD = [
  'symptom',
  'errorCode',
  'frequency',
  'since',
  'tried',
  'notTried',
  'result',
  'diagnosisKnown',
  'diagnosisAsked',
] as const

const FREQUENCY: Readonly<Record<string, Frequency>> = {
  'every time': 'always',
  'every day': 'often',
  'now and then': 'sometimes',
  once: 'once',
}

const textOf = (fields: Fields, name: string): string | null => {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value : null
}
const listOf = (fields: Fields, name: string): readonly string[] =>
  (textOf(fields, name) ?? '').split(', ').filter(Boolean)

/** What is out of order, else the only thing they have. */
function assetFor(assets: readonly Asset[]): Asset | null {
  const broken = assets.find(({ state, downSinceMs }) => state === 'broken' || downSinceMs !== null)
  return broken ?? (assets.length === 1 ? (assets[0] ?? null) : null)
}

type Step = {
  readonly ticket: Ticket
  readonly words: string
  readonly result: TryResult
  readonly atMs: number
}

function addStep(world: World, { ticket, words, result, atMs }: Step): void {
  const isTried = result !== 'not-tried'
  world.add('askedTried', {
    id: world.id(atMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    kind: 'tried',
    words,
    detailKey: null,
    result,
    outcome: null,
    source: 'agent',
    messageId: null,
    runId: null,
    stepId: null,
    agentId: ownerOf(world, ticket.id),
    atMs,
    closedAtMs: isTried ? atMs : null,
    closedBy: isTried ? ownerOf(world, ticket.id) : null,
  })
}

const ownerOf = (world: World, ticketId: string): string | null =>
  world.rows('threads').find(thread => thread.ticketId === ticketId && thread.kind === 'support')
    ?.assigneeId ?? null

/** Out of the fields of a story: what is wrong, with what, and what was tried. */
function addDiagnosis(world: World, ticket: Ticket, index: number): void {
  const { fields, customerId } = ticket
  const atMs = ticket.createdAtMs + 2 * MINUTE_MS
  const asset = assetFor(world.rows('assets').filter(each => each.customerId === customerId))
  world.add('diagnoses', {
    id: ticket.id,
    customerId,
    ticketId: ticket.id,
    symptom: textOf(fields, 'symptom') ?? '',
    errorCode: textOf(fields, 'errorCode'),
    firstSeenAtMs: asset?.downSinceMs ?? ticket.createdAtMs - HOUR_MS,
    frequency: FREQUENCY[textOf(fields, 'frequency') ?? ''] ?? null,
    assetId: asset?.id ?? null,
    environment: asset?.environment ?? {},
    updatedAtMs: atMs,
    updatedBy: ownerOf(world, ticket.id),
  })
  for (const words of listOf(fields, 'tried')) addStep(world, { ticket, words, result: 'no-effect', atMs })
  for (const words of listOf(fields, 'notTried')) addStep(world, { ticket, words, result: 'not-tried', atMs })
  const left = Object.entries(fields).filter(([name]) => !TOLD.some(each => each === name))
  world.replace('tickets', index, { ...ticket, fields: Object.fromEntries(left) })
}

/** What agents have asked in tickets that are still open. */
function addQuestions(world: World): void {
  const open = new Set(
    world
      .rows('threads')
      .flatMap(({ state, ticketId }) => (state === 'closed' || state === 'solved' ? [] : ticketId)),
  )
  for (const message of world.rows('messages')) {
    if (message.direction !== 'out' || !open.has(message.ticketId) || message.authorId === null) continue
    for (const words of questionsIn(message.bodyText)) {
      world.add('askedTried', {
        id: world.id(message.writtenAtMs),
        customerId: message.customerId,
        ticketId: message.ticketId,
        kind: 'asked',
        words,
        detailKey: null,
        result: null,
        outcome: null,
        source: 'message',
        messageId: message.id,
        runId: null,
        stepId: null,
        agentId: message.authorId,
        atMs: message.writtenAtMs,
        closedAtMs: null,
        closedBy: null,
      })
    }
  }
}

/** What is known of every fault the stories tell of, what was asked and what was tried. */
export function addDiagnoses(world: World): void {
  for (const [index, ticket] of world.rows('tickets').entries())
    if (textOf(ticket.fields, 'symptom') !== null) addDiagnosis(world, ticket, index)
  addQuestions(world)
  addRemoteHelp(world)
  addRun(world)
}

/** One look from afar, so that it can be seen how it is kept. */
function addRemoteHelp(world: World): void {
  const ticket = world.rows('tickets').find(({ subject }) => subject.startsWith('Two-factor codes rejected'))
  if (!ticket) return
  const customer = world.rows('customers').find(({ id }) => id === ticket.customerId)
  const startedAtMs = world.nowMs - 3 * HOUR_MS
  world.add('remoteSessions', {
    id: world.id(startedAtMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    assetId: null,
    tool: 'Quick Assist',
    consent: 'given',
    consentBy: customer?.name ?? '',
    consentVia: 'phone',
    agentId: ownerOf(world, ticket.id),
    startedAtMs,
    endedAtMs: startedAtMs + 17 * MINUTE_MS,
    done: 'Looked at the time settings of the till: 92 seconds behind, the time server is blocked by their firewall. Changed nothing.',
  })
}

/** A guide half way through: the printer that is offline every morning. */
function addRun(world: World): void {
  const ticket = world.rows('tickets').find(({ subject }) => subject.startsWith('Label printer drops off'))
  const guide = world.rows('guides').find(({ key }) => key === 'printer-offline')
  if (!ticket || !guide) return
  const atMs = world.nowMs - 50 * MINUTE_MS
  const agentId = ownerOf(world, ticket.id)
  const given = { stepId: 'light', answer: 'green', label: 'Steady green', note: null, atMs, agentId }
  const state = answered(guide, beginning(guide), given)
  if (!state) return
  const { title, version, id: guideId } = guide
  world.add('guideRuns', {
    ...state,
    id: world.id(atMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    guideId,
    title,
    version,
    startedAtMs: atMs,
    startedBy: agentId,
    endedAtMs: null,
  })
}
