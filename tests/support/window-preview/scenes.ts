import type { TriageView } from '../../../shared/contract/triage.ts'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import { attentionItems, doubtfulMessages, ledgerLines } from './attention-items.ts'
import type { Scene } from './fake-desk.ts'
import { makeId } from './ids.ts'
import { putViews } from './saved-views.ts'
import { Tables } from './tables.ts'
import { putClocks } from './world/clocks.ts'
import { putAna } from './world/ana.ts'
import { putAnaCases } from './world/ana-cases.ts'
import { boardOf } from './world/floor.ts'
import { putOthers } from './world/others.ts'
import { lena, me, putColleagues } from './world/people.ts'
import { putMessage, putTicket } from './world/tickets.ts'

const MINUTE = 60_000

export type Prepared = {
  readonly tables: Tables
  readonly scene: Scene
  readonly openTicketId: string | null
}

const place = {
  id: 'preview',
  hubUrl: 'https://hub.example.com',
  workspace: { id: makeId(), name: 'Example Retail', slug: 'example' },
  agent: me,
  isDemo: false,
  lastOpenedAtMs: 0,
}

const online = (nowMs: number): SyncStatus => ({
  phase: { state: 'idle' },
  waiting: 0,
  oldestWaitingAtMs: null,
  attention: 0,
  lastPulledAtMs: nowMs,
  skewMs: 0,
  isFilled: true,
  customersHere: 4812,
  doubtful: 0,
})

const calm = (nowMs: number): Scene => ({
  session: { state: 'open', place, credentials: 'valid', clientId: makeId(), isCut: false },
  sync: online(nowMs),
  settings: { language: 'en' },
  attention: [],
  ledger: [],
  isTestRuntime: false,
  board: null,
  hang: [],
  fail: [],
})

const aTriage: TriageView = {
  kind: 'service',
  suggested: 'support',
  likeliest: 'support',
  confidence: 0.93,
  reasons: [
    { side: 'support', text: 'crashes', weight: 2 },
    { side: 'support', text: 'after the update', weight: 1 },
    { side: 'support', text: 'error message', weight: 1 },
  ],
  lessons: 12,
}

const bothTriage: TriageView = {
  ...aTriage,
  suggested: 'both',
  likeliest: 'both',
  reasons: [
    { side: 'service', text: 'charged twice', weight: 2 },
    { side: 'service', text: 'order', weight: 1 },
    { side: 'support', text: 'does not pair', weight: 2 },
    { side: 'support', text: 'blinks red', weight: 1 },
  ],
}

/** Rows and circumstances by name, as the address asks for them. */
export function prepare(name: string, nowMs: number): Prepared {
  const tables = new Tables(me)
  putColleagues(tables)
  const scene = calm(nowMs)
  if (name === 'empty') return { tables, scene, openTicketId: null }
  const ana = putAna(tables, nowMs)
  putOthers(tables, nowMs)
  putViews(tables, nowMs)
  putClocks(tables, nowMs)
  const opened = (start: string): string | null =>
    tables.all('tickets').find(({ subject }) => subject.startsWith(start))?.id ?? null
  const base = { tables, scene, openTicketId: ana.ticket.id }
  if (name.startsWith('cases')) putAnaCases(tables, ana.ticket, nowMs)
  if (name.startsWith('floor')) return { ...base, scene: { ...scene, board: boardOf(tables, name, nowMs) } }
  switch (name) {
    case 'offline':
      return {
        ...base,
        scene: {
          ...scene,
          sync: {
            ...scene.sync,
            phase: { state: 'offline', sinceMs: nowMs - 73 * MINUTE },
            waiting: 4,
            lastPulledAtMs: nowMs - 74 * MINUTE,
          },
        },
      }
    case 'admin':
    case 'cases-lead':
    case 'lead': {
      const role = name === 'admin' ? ('admin' as const) : ('supervisor' as const)
      const lead = { ...me, role }
      return {
        ...base,
        scene: {
          ...scene,
          session: {
            state: 'open',
            place: { ...place, agent: lead },
            credentials: 'valid',
            clientId: makeId(),
            isCut: false,
          },
        },
      }
    }
    case 'leased': {
      // A colleague far away has the one in front, the agent another one.
      const [held, own] = tables.all('tickets')
      for (const [ticket, agent] of [
        [held, lena],
        [own, me],
      ] as const)
        if (ticket)
          tables.put('leases', {
            id: makeId(),
            customerId: ticket.customerId,
            ticketId: ticket.id,
            agentId: agent.id,
            takenAtMs: nowMs - 40 * MINUTE,
            untilMs: nowMs + 170 * MINUTE,
            endedAtMs: null,
            endedBy: null,
          })
      return base
    }
    case 'attention':
      return {
        ...base,
        scene: {
          ...scene,
          sync: { ...scene.sync, attention: 2 },
          attention: attentionItems(nowMs, ana.ticket.id),
          doubtful: doubtfulMessages(nowMs),
          ledger: ledgerLines(nowMs),
        },
      }
    case 'expired':
      return {
        ...base,
        scene: {
          ...scene,
          session: { state: 'open', place, credentials: 'expired', clientId: makeId(), isCut: false },
          sync: { ...scene.sync, waiting: 2 },
        },
      }
    case 'signed-out':
      return {
        ...base,
        scene: {
          ...scene,
          session: {
            state: 'signed-out',
            places: [{ ...place, unsent: 7, isSignedIn: true }],
            demoAvailable: true,
          },
          isTestRuntime: true,
        },
      }
    case 'first':
      return {
        ...base,
        scene: { ...scene, session: { state: 'signed-out', places: [], demoAvailable: true } },
      }
    case 'trouble':
      return { ...base, scene: { ...scene, session: { state: 'trouble', place, code: 'db-key-wrong' } } }
    case 'replacing':
      return { ...base, scene: { ...scene, session: { state: 'replacing-key', place } } }
    case 'damaged':
      return { ...base, scene: { ...scene, session: { state: 'trouble', place, code: 'db-corrupt' } } }
    case 'filling':
      return {
        ...base,
        scene: {
          ...scene,
          sync: {
            ...scene.sync,
            phase: { state: 'filling', rows: 12_400, expectedRows: 96_000 },
            isFilled: false,
          },
        },
      }
    case 'loading':
      return {
        ...base,
        scene: { ...scene, hang: ['threads.list', 'tickets.conversation', 'customers.card'] },
      }
    case 'failed':
      return {
        ...base,
        scene: { ...scene, fail: ['threads.list', 'tickets.conversation', 'customers.card'] },
      }
    case 'long':
      return { ...base, openTicketId: opened('A subject that') }
    case 'html':
      return { ...base, openTicketId: opened('Export fails') }
    case 'rtl':
      return { ...base, openTicketId: opened('الماسح') }
    case 'triage':
    case 'triage-rtl':
      return {
        ...base,
        openTicketId: name === 'triage' ? opened('Thank you') : opened('الماسح'),
        scene: { ...scene, triage: aTriage },
      }
    case 'triage-both':
      return { ...base, scene: { ...scene, triage: bothTriage } }
    case 'triage-unsure':
      return {
        ...base,
        scene: { ...scene, triage: { ...aTriage, suggested: 'unsure', confidence: 0.41 } },
      }
    case 'waiting':
      return { ...base, openTicketId: opened('Thank you') }
    case 'thousands': {
      const ticket = putTicket(tables, nowMs, {
        customer: ana.customer,
        subject: 'Five thousand messages',
        kinds: ['support'],
        agoMs: 60 * MINUTE,
      })
      for (let index = 0; index < 4_999; index += 1) {
        putMessage(tables, {
          ticket,
          customer: ana.customer,
          words: `Message ${index + 2}. ${'More words about it. '.repeat(index % 9)}`,
          atMs: nowMs - 60 * MINUTE + index * 600,
          change: { seq: index + 2 },
        })
      }
      return { ...base, openTicketId: ticket.id }
    }
    default:
      return base
  }
}
