import { rulesFor } from '../../../shared/rules/outreach/rules.ts'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { contract, isMethodName } from '../../../shared/contract/index.ts'
import type { Call, DeskBridge, MethodName, Output } from '../../../shared/contract/index.ts'
import type { BoardState } from '../../../shared/contract/floor.ts'
import type { Events } from '../../../shared/contract/events.ts'
import { savedRef } from '../../../shared/contract/threads.ts'
import type { TriageView } from '../../../shared/contract/triage.ts'
import type { SessionState } from '../../../shared/contract/session.ts'
import type { AttentionItem, DoubtfulMessage, LedgerLine, SyncStatus } from '../../../shared/contract/sync.ts'
import { AppError, ErrorCode, toWireError } from '../../../shared/errors.ts'
import { isMutationName } from '../../../shared/mutations/index.ts'
import { closing, experience, handOver } from './between.ts'
import { makeId } from './ids.ts'
import { aHealth, aPack, aUsage } from './offline.ts'
import { casesOf, waitingApprovals } from './cases.ts'
import { aScope, onHub, someKeeps } from './scope.ts'
import {
  card,
  conversation,
  counts,
  countsOf,
  late,
  list,
  neighbours,
  ticketView,
  timeline,
} from './queries.ts'
import { someMacros } from './macros.ts'
import { portrait } from './portrait.ts'
import { savedViews } from './saved-views.ts'
import type { Tables } from './tables.ts'

export type Scene = {
  readonly session: SessionState
  readonly sync: SyncStatus
  readonly settings: Partial<Settings>
  readonly attention: readonly AttentionItem[]
  readonly ledger: readonly LedgerLine[]
  /** Messages that may have left; left out: none. */
  readonly doubtful?: readonly DoubtfulMessage[]
  readonly isTestRuntime: boolean
  /** What the triage says of every ticket; left out: nothing. */
  readonly triage?: TriageView
  /** Of the supervisors' window; null where it is not looked at. */
  readonly board: BoardState | null
  /** Queries that never answer, or fail, to look at those faces too. */
  readonly hang: readonly MethodName[]
  readonly fail: readonly MethodName[]
}

type Answers = { readonly [Name in MethodName]?: (input: Call<Name>) => Output<Name> }

/** A `window.desk` over rows in memory: the same contract, the same mutations, no process behind it. */
export function fakeDesk(tables: Tables, scene: Scene): DeskBridge {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const tell = <Name extends keyof Events>(name: Name, payload: Events[Name]): void => {
    for (const listener of listeners.get(name) ?? []) listener(payload)
  }
  let settings: Settings = { ...defaultSettings, ...scene.settings }
  let session = scene.session
  const unsent = new Set<string>()
  const change = (next: SessionState): SessionState => {
    session = next
    tell('session.changed', next)
    return next
  }
  const mutate = (name: string, args: unknown): string => {
    if (!isMutationName(name)) throw new AppError(ErrorCode.BadRequest, 'unknown')
    const touched = tables.mutate(name, args, Date.now())
    tell('data.changed', {
      tables: Object.fromEntries(
        [...touched, 'outbox', 'ofTicket', 'ofCustomer'].map(table => [table, null]),
      ),
    })
    return makeId()
  }
  const answers: Answers = {
    'session.get': () => session,
    'session.openDemo': () => change(openAs(scene)),
    'session.openPlace': () => change(openAs(scene)),
    'session.signIn': () => {
      throw new AppError(ErrorCode.HubUnreachable, 'no hub here')
    },
    'session.retry': () => change(openAs(scene)),
    'session.rebuild': () => ({
      kept: 7,
      lost: 2,
      isCounted: false,
      asideAt: '/home/mira/.config/Tandem/places/5f2c8a91d0e34b7796aa10b2c3d4e5f6/tandem.db.damaged-1',
    }),
    'session.key': () => ({
      madeAtMs: Date.now() - 40 * 86_400_000,
      bytes: 840_000_000,
      freeBytes: 52_000_000_000,
      neededBytes: 910_000_000,
      seconds: 22,
      filesLeft: 0,
    }),
    'session.replaceKey': () => change({ ...openAs(scene) }),
    'session.places': () => [],
    'session.leave': () => change({ state: 'signed-out', places: [], demoAvailable: true }),
    'app.setFront': () => ({ taken: true }),
    'app.showKeys': () => ({ shown: true }),
    'session.signOut': () => change({ state: 'signed-out', places: [], demoAvailable: true }),
    'app.info': () => ({
      version: '0.1.0',
      electron: '45.4.1',
      node: '24',
      dataNode: '24',
      platform: 'linux',
      isTestRuntime: scene.isTestRuntime,
      hasKeychain: true,
      canStartAtLogin: true,
      policy: null,
    }),
    'settings.get': () => ({ settings, wasReset: false }),
    'settings.patch': patch => {
      settings = { ...settings, ...patch } as Settings
      tell('settings.changed', settings)
      return settings
    },
    'app.openExternal': () => ({ opened: true }),
    'app.copyText': () => ({ copied: true }),
    'threads.list': input => list(tables, input, unsent),
    'threads.ids': input => list(tables, { ...input, limit: 200 }, unsent).rows.map(row => row.ticketId),
    'bulk.run': ({ ticketIds }) =>
      ticketIds.map((ticketId, index) =>
        index % 9 === 4
          ? {
              ticketId,
              outcome: 'failed',
              reason: index % 2 === 0 ? 'closed' : 'no-receiver',
              mutationIds: [],
            }
          : { ticketId, outcome: 'done', reason: null, mutationIds: [makeId()] },
      ),
    'tickets.names': ({ ticketIds }) =>
      list(tables, { view: 'all-open', limit: 200 }, unsent).rows.filter(row =>
        ticketIds.includes(row.ticketId),
      ),
    'undo.run': () => ({ takenBack: 1, inverses: 0, refused: [], words: [] }),
    'threads.counts': () => counts(tables),
    'threads.late': () => late(tables),
    'views.list': () => savedViews(tables),
    'views.counts': () =>
      Object.fromEntries(
        savedViews(tables)
          .filter(({ unknown }) => unknown.length === 0)
          .map(({ id }) => [id, countsOf(tables, { view: savedRef(id) })]),
      ),
    'views.count': asked =>
      'rule' in asked
        ? countsOf(tables, {
            view: 'all-open',
            filter: asked.rule.groups.flatMap(({ conditions }) => conditions),
          })
        : countsOf(tables, asked),
    'views.values': ({ field }) =>
      ({
        tier: ['gold', 'silver', 'bronze'],
        language: ['de', 'en', 'es', 'pt'],
        country: ['DE', 'ES', 'PT'],
        tags: ['refund', 'scanner', 'outage', 'vip'],
        labels: ['press', 'pilot'],
      })[field],
    'organisations.find': ({ text }) =>
      tables.all('organisations').filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase())),
    'threads.neighbours': input => neighbours(tables, input),
    'tickets.get': ({ ticketId }) => ticketView(tables, ticketId, unsent),
    'tickets.conversation': input => conversation(tables, input),
    'drafts.list': ({ ticketId }) =>
      tables
        .all('drafts')
        .filter(draft => draft.ticketId === ticketId)
        .map(draft => ({ ...draft, isHere: true })),
    'attachments.keep': ({ bytes }) => ({ sha256: '1'.repeat(64), sizeBytes: bytes.byteLength }),
    'attachments.read': () => ({ state: 'not-here', reason: 'offline' }),
    'customers.card': ({ customerId }) => card(tables, customerId, scene.sync.lastPulledAtMs ?? Date.now()),
    'cases.ofCustomer': ({ customerId }) => casesOf(tables, customerId),
    'approvals.waiting': () => waitingApprovals(tables),
    'approvals.onHub': () => ({ approvals: [], others: 0 }),
    'allowances.list': () => tables.all('allowances'),
    'customers.timeline': input => timeline(tables, input),
    'customers.find': ({ text }) =>
      tables
        .all('customers')
        .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
        .slice(0, 8)
        .map(({ id, name }) => ({ id, name, organisationName: null, contact: null })),
    'customers.similar': ({ name }) =>
      tables
        .all('customers')
        .filter(each => name.length > 3 && each.name.toLowerCase().includes(name.toLowerCase()))
        .slice(0, 3)
        .map(each => ({
          id: each.id,
          name: each.name,
          organisationName: null,
          contact: 'ana@example.com',
          because: 'name' as const,
        })),
    'articles.get': ({ articleId }) => anArticle(articleId),
    'knownIssues.get': ({ issueId }) => {
      const issue = tables.get('knownIssues', issueId)
      return issue && { issue, productName: 'P40 scanner', tickets: 12 }
    },
    'products.list': () => tables.all('products'),
    'search.query': ({ text }) => search(tables, text),
    'serviceLevels.get': () => ({
      policies: tables.all('slaPolicies'),
      calendars: tables.all('calendars'),
    }),
    'directory.get': () => ({ agents: tables.all('agents'), teams: tables.all('teams') }),
    'macros.list': () => someMacros,
    'sync.status': () => scene.sync,
    'board.watch': () => scene.board ?? { connection: 'off', board: null, heardAtMs: null },
    'board.issues': () => [],
    'board.threads': ({ limit }) => ({
      rows: list(tables, { view: 'all-open', limit }, unsent).rows,
      values: {},
      hasMore: false,
    }),
    'presence.list': () => [],
    'colleagues.list': () =>
      tables
        .all('agents')
        .slice(1)
        .map(({ id }, index) => ({ id, state: index % 2 === 0 ? 'on-call' : 'available', untilMs: null })),
    'status.get': () => ({ state: 'available', untilMs: null }),
    'sync.wake': () => ({ woken: true }),
    'leases.list': () =>
      tables.all('leases').map(row => {
        const ticket = tables.get('tickets', row.ticketId)
        return {
          ...row,
          agentName: tables.get('agents', row.agentId)?.name ?? null,
          endedByName: tables.get('agents', row.endedBy)?.name ?? null,
          number: ticket?.number ?? null,
          localNumber: null,
          subject: ticket?.subject ?? '',
          customerName: tables.get('customers', ticket?.customerId ?? null)?.name ?? '',
        }
      }),
    'scope.get': () => aScope(tables),
    'keeps.list': () => someKeeps(tables),
    'hub.find': () => ({ hits: onHub }),
    'offline.pack': () => aPack(tables),
    'offline.usage': () => aUsage,
    'offline.choose': () => ({ kept: true }),
    'offline.makeReady': () => ({ fetched: { count: 3, bytes: 4_200_000 }, gone: 0, left: 0 }),
    'offline.removeFiles': () => ({ count: 12, bytes: 31_000_000 }),
    'sync.health': () => aHealth(scene.sync),
    'attention.list': () => scene.attention,
    'messages.doubtful': () => scene.doubtful ?? [],
    'attention.decide': ({ mutationIds }) => ({ resolved: mutationIds.length }),
    'sync.resting': () => [],
    'sync.ledger': () => scene.ledger,
    'undoWindows.list': () => [],
    'plans.list': ({ customerId }) =>
      tables
        .all('plans')
        .filter(plan => plan.customerId === customerId)
        .map(plan => ({
          ...plan,
          steps: tables.all('planSteps').filter(({ planId }) => planId === plan.id),
        })),
    'planTemplates.list': () => tables.all('planTemplates'),
    'outreach.list': () => ({ entries: [], total: 0, reasons: [], held: [] }),
    'outreach.segment': () => ({ fits: 0, unknown: 0, of: tables.all('customers').length }),
    'outreachRules.list': () => rulesFor(tables.all('outreachRules')),
    'publicPosts.unplaced': () => ({
      posts: tables.all('unplacedPosts'),
      waiting: tables.all('unplacedPosts').length,
      aside: 0,
    }),
    'surveys.state': () => ({ toAsk: null, refusals: [], waiting: [], goesByMail: false, askedIds: [] }),
    'publicPosts.list': ({ customerId }) =>
      tables.all('publicPosts').filter(row => row.customerId === customerId),
    'opportunities.ofCustomer': () => ({
      open: [],
      ended: [],
      favour: null,
      silence: null,
      hasComplaint: false,
    }),
    'opportunities.list': () => [],
    'nextQuestions.likely': () => [],
    'tickets.priority': () => null,
    'ticketForms.list': () => tables.all('ticketForms'),
    'nextQuestions.list': () => tables.all('nextQuestions').map(row => ({ ...row, articleTitle: null })),
    'duties.before': () => [],
    'feedback.list': () => [],
    'people.duplicates': () => [],
    'people.compare': () => null,
    'relations.list': ({ customerId }) => relationLines(tables, customerId),
    'organisations.similar': () => [],
    'organisations.view': () => null,
    'teamRules.list': () => tables.all('teamRules'),
    'customers.experience': ({ customerId }) => experience(tables, customerId),
    'customers.portrait': ({ customerId }) => portrait(tables, customerId),
    'customers.handshakes': ({ customerId }) =>
      tables
        .all('handshakes')
        .filter(row => row.customerId === customerId)
        .map(row => ({ ...row, limitMinor: null })),
    'tickets.closing': ({ ticketId }) => closing(tables, ticketId),
    'tickets.handOver': ({ ticketId }) => handOver(tables, ticketId),
    'tickets.triage': () => scene.triage ?? null,
    'attention.resolve': ({ mutationIds }) => ({ resolved: mutationIds.length, words: [] }),
    'mutations.group': ({ items }) => ({
      groupId: makeId(),
      mutationIds: items.map(({ name, args }) => mutate(name, args)),
    }),
  }
  const call: DeskBridge['call'] = async (name, input) => {
    if (name === 'questions.ask') {
      const { questions } = contract[name].input.parse(input)
      const replies = await Promise.all(questions.map(each => call(each.name, each.input)))
      const packed = replies.map(reply =>
        reply.ok ? { ok: true, json: JSON.stringify(reply.value) } : reply,
      )
      return { ok: true, value: packed }
    }
    try {
      if (!isMethodName(name)) throw new AppError(ErrorCode.NotFound, name)
      if (scene.hang.includes(name)) return await new Promise(() => undefined)
      if (scene.fail.includes(name)) throw new AppError(ErrorCode.DataUnavailable, 'asked to fail')
      const parsed = contract[name].input.parse(input) as never
      const answer = answers[name] as ((given: unknown) => unknown) | undefined
      if (answer) return { ok: true, value: structuredClone(answer(parsed)) }
      return { ok: true, value: { mutationId: mutate(name, parsed) } }
    } catch (error) {
      return { ok: false, error: toWireError(error) }
    }
  }
  return {
    call,
    on: (event, listener) => {
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(listener))
      return () => all.delete(listener)
    },
  }
}

const anArticle = (id: string): Output<'articles.get'> => ({
  id,
  title: 'Reset a P40 scanner and pair it again',
  language: 'en',
  body: 'Hold both keys for ten seconds until the light turns blue.\n\nOpen Settings, Devices, and remove the old entry. Then choose Add device and scan the code on the screen.\n\nIf the light stays red, charge the scanner for an hour and begin again.',
  url: 'https://help.example.com/p40/reset',
  tags: ['p40', 'pairing'],
  state: 'published',
  kind: 'support',
  updatedAtMs: Date.now() - 9 * 86_400_000,
  version: null,
  updatedBy: null,
})

const openAs = (scene: Scene): SessionState =>
  scene.session.state === 'signed-out' && scene.session.places[0]
    ? {
        state: 'open',
        place: scene.session.places[0],
        credentials: 'valid',
        clientId: makeId(),
        isCut: false,
      }
    : scene.session

function search(tables: Tables, text: string): Output<'search.query'> {
  const wanted = text.toLowerCase()
  const around = (whole: string) => {
    const at = whole.toLowerCase().indexOf(wanted)
    if (at < 0) return [{ text: whole.slice(0, 90), isHit: false }]
    return [
      { text: whole.slice(Math.max(0, at - 30), at), isHit: false },
      { text: whole.slice(at, at + text.length), isHit: true },
      { text: whole.slice(at + text.length, at + text.length + 60), isHit: false },
    ]
  }
  const tickets = tables
    .all('messages')
    .filter(({ bodyText }) => bodyText.toLowerCase().includes(wanted))
    .slice(0, 8)
    .map(message => {
      const ticket = tables.get('tickets', message.ticketId)
      return {
        subject: 'ticket' as const,
        id: message.id,
        ticketId: message.ticketId,
        title: ticket?.subject ?? '',
        excerpt: around(message.bodyText),
        detail: `#${ticket?.number}`,
        kinds: ['service' as const],
        atMs: message.writtenAtMs,
      }
    })
  const people = tables
    .all('customers')
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 5)
    .map(({ id, name }) => ({
      subject: 'customer' as const,
      id,
      ticketId: null,
      title: name,
      excerpt: around(name),
      detail: '',
      kinds: [],
      atMs: null,
    }))
  const articles = [
    {
      subject: 'article' as const,
      id: makeId(),
      ticketId: null,
      title: 'Reset a P40 scanner and pair it again',
      excerpt: around('Hold both keys for ten seconds until the light turns blue.'),
      detail: 'en',
      kinds: [],
      atMs: null,
    },
  ]
  return { hits: [...tickets, ...people, ...articles], isComplete: true }
}

const relationLines = (tables: Tables, customerId: string): Output<'relations.list'> =>
  tables
    .all('relations')
    .filter(relation => relation.customerId === customerId)
    .map(relation => {
      const other = tables.get('customers', relation.otherCustomerId)
      return {
        relation,
        direction: 'out' as const,
        otherId: relation.otherCustomerId,
        otherName: other?.name ?? relation.otherName,
        otherTitle: other?.jobTitle ?? null,
      }
    })
