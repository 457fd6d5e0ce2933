import type { BoardState } from '../../../../shared/contract/floor.ts'
import type {
  BoardAgent,
  BoardAlert,
  BoardLaptop,
  BoardQueue,
  WholeBoard,
} from '../../../../shared/protocol/board.ts'
import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'

const MINUTE = 60_000
const TEAMS = [
  ['Orders and refunds', 'service'],
  ['Onboarding', 'service'],
  ['Deliveries, returns and everything that comes back damaged', 'service'],
  ['Billing', 'service'],
  ['خدمة العملاء', 'service'],
  ['Donaudampfschifffahrtsgesellschaftskundenbetreuung', 'service'],
  ['Key accounts', 'service'],
  ['Devices, tier 1', 'support'],
  ['Devices, tier 2', 'support'],
  ['Integrations', 'support'],
  ['Cloud', 'support'],
  ['תמיכה טכנית', 'support'],
  ['サポート窓口', 'support'],
  ['Field engineers', 'support'],
] as const
const PEOPLE = [
  'Jonas Brandt',
  'Lena Kowalski',
  'Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine',
  'محمد عبد الرحمن الشريف',
  'Daniel Okafor',
  'דנה כהן',
  'Sofia Moreira de Albuquerque e Castro',
  '山田 太郎',
  'Paul',
  'Reem Haddad',
  'Yuki Tanaka',
  'Ivan Petrov',
  'Nguyễn Thị Minh Khai',
  'Ana Ruiz',
  'Tom Ekström',
  'Sara Lind',
  'Adam Novák',
  'Priya Natarajan',
  'Olga Stern',
  'Ida Berg',
  'Rosa Klein',
  'Vera Blick',
  'Marek Zieliński',
  'Chloë d’Argent',
] as const
const STATES = [
  'available',
  'writing',
  'on-call',
  'lunch',
  'away',
  'offline',
  'not-seen',
  'available',
] as const

type Names = { readonly agents: readonly string[]; readonly teams: readonly string[] }

/** Teams and people with names of every length and direction. */
export function putFloor(tables: Tables): Names {
  const teams = TEAMS.map(([name, kind]) => tables.put('teams', { id: makeId(), name, kind }).id)
  const agents = PEOPLE.map((name, index) => {
    const id = makeId()
    tables.put('agents', {
      id,
      name,
      email: `agent${index}@example.com`,
      role: 'agent',
      teamIds: [teams[index % teams.length] ?? ''],
      isActive: true,
      capacity: index % 5 === 0 ? 12 : null,
      guestUntilMs: null,
      guestHours: null,
    })
    return id
  })
  return { agents, teams }
}

const queues = ({ teams }: Names, nowMs: number): readonly BoardQueue[] =>
  TEAMS.map(([, kind], index) => ({
    teamId: teams[index] ?? null,
    kind,
    waiting: index === 4 ? 1_284 : (index * 7) % 23,
    oldestWaitingSinceMs: index % 6 === 5 ? null : nowMs - (index * index * 9 + 3) * MINUTE,
    open: 4 + index * 3,
    capacity: 30,
  }))

const people = ({ agents }: Names, nowMs: number): readonly BoardAgent[] =>
  agents.map((agentId, index) => {
    const state = STATES[index % STATES.length] ?? 'available'
    return {
      agentId,
      state,
      untilMs: state === 'lunch' ? nowMs + 22 * MINUTE : null,
      openService: (index * 3) % 9,
      openSupport: (index * 5) % 11,
      capacity: index % 5 === 0 ? 12 : 8,
      unsent: index === 9 ? null : (index * 5) % 7 > 3 ? index * 3 : 0,
      lastSyncedAtMs: index === 9 ? null : nowMs - index * index * 11 * MINUTE,
      lastActivityAtMs: nowMs - index * MINUTE,
    }
  })

const laptops = ({ agents }: Names, nowMs: number): readonly BoardLaptop[] =>
  Array.from({ length: 64 }, (_, index) => ({
    clientId: makeId(),
    agentId: agents[index % agents.length] ?? '',
    name: index % 9 === 0 ? 'a laptop with a name as long as its whole history' : `laptop-${index}`,
    platform: index % 3 === 0 ? 'win32' : 'darwin',
    version: index % 7 === 0 ? '0.0.9' : '0.1.0',
    isOnline: index % 5 !== 0,
    reportedAtMs: nowMs - index * index * MINUTE,
    lastSyncedAtMs: nowMs - (index % 5 === 0 ? index * 40 * MINUTE : MINUTE),
    unsent: index % 10 === 0 ? index + 1 : 0,
    unsentReplies: index % 10 === 0 ? 3 : 0,
    unsentTickets: index % 10 === 0 ? 2 : 0,
    claimed: 0,
    unsentTicketIds: [],
    claimedTicketIds: [],
    oldestUnsentAtMs: index % 10 === 0 ? nowMs - index * 50 * MINUTE : null,
    isEncrypted: true,
    skewMs: index === 20 ? 4_000_000 : 0,
  }))

function alerts({ agents, teams }: Names, nowMs: number): readonly BoardAlert[] {
  const alert = (kind: string, severity: 'bad' | 'warning', at: number): BoardAlert => ({
    id: makeId(),
    kind,
    severity,
    count: at * 3 + 1,
    sinceMs: nowMs - at * 47 * MINUTE,
    teamId: teams[(at * 2) % teams.length] ?? null,
    workKind: at % 2 === 0 ? 'service' : 'support',
    agentId: kind === 'laptop-silent' ? (agents[at] ?? null) : null,
    issueId: null,
    threadIds: [],
    ticketIds: [makeId()],
  })
  return [
    alert('first-reply-breached', 'bad', 1),
    alert('reply-overdue', 'bad', 2),
    alert('target-missed', 'bad', 5),
    alert('target-missed', 'bad', 6),
    alert('laptop-silent', 'bad', 2),
    alert('laptop-silent', 'bad', 3),
    alert('bad-experience', 'warning', 4),
    alert('due-soon', 'warning', 3),
    alert('issue-rising', 'warning', 7),
  ]
}

function board(names: Names, nowMs: number): WholeBoard {
  const measures = {
    firstReply: { medianMs: 26 * MINUTE, count: 312, trend: [9, 8, 11, null, 7, 6, 6, 5] },
    restore: { medianMs: 5 * 3_600_000, count: 84, trend: [3, 4, 4, 6, 8, 7, 9, 9] },
    firstContact: { count: 190, solved: 402, provisional: 31 },
    csat: { sum: 1_630, answers: 371, asked: 912 },
    mislabelled: { count: 37, tickets: 655 },
    followUps: { due: 58, kept: 49 },
    painful: { covered: 11, missed: 2, open: 3 },
  }
  const flow = {
    arrivals: [3, 9, 14, 8, 7, 12, 18, 22, 17, 12, 9, 4],
    replies: [1, 7, 12, 11, 8, 9, 15, 19, 18, 14, 10, 3],
  }
  return {
    kind: 'board',
    mark: 'preview.1',
    isWhole: true,
    asOfMs: nowMs,
    queues: [...queues(names, nowMs)],
    agents: [...people(names, nowMs)],
    laptops: [...laptops(names, nowMs)],
    measures: { all: measures, service: measures, support: measures },
    flow: {
      fromMs: nowMs - 12 * 30 * MINUTE,
      stepMs: 30 * MINUTE,
      all: flow,
      service: flow,
      support: flow,
    },
    alerts: [...alerts(names, nowMs)],
  }
}

function emptyBoard(nowMs: number): WholeBoard {
  const nothing = { medianMs: null, count: 0, trend: [] }
  const measures = {
    firstReply: nothing,
    restore: nothing,
    firstContact: { count: 0, solved: 0, provisional: 0 },
    csat: { sum: 0, answers: 0, asked: 0 },
  }
  const still = Array.from({ length: 12 }, () => 0)
  const flow = { arrivals: still, replies: still }
  return {
    ...board({ agents: [], teams: [] }, nowMs),
    queues: [],
    agents: [],
    laptops: [],
    alerts: [],
    measures: { all: measures, service: measures, support: measures },
    flow: { fromMs: nowMs - 12 * 30 * MINUTE, stepMs: 30 * MINUTE, all: flow, service: flow, support: flow },
  }
}

/** The board of a scene: full, empty, or as it was before the network went. */
export function boardOf(tables: Tables, scene: string, nowMs: number): BoardState {
  if (scene.endsWith('empty')) return { connection: 'live', board: emptyBoard(nowMs), heardAtMs: nowMs }
  if (scene.endsWith('never')) return { connection: 'offline', board: null, heardAtMs: null }
  const atMs = scene.endsWith('offline') ? nowMs - 73 * MINUTE : nowMs
  const full = board(putFloor(tables), atMs)
  return { connection: scene.endsWith('offline') ? 'offline' : 'live', board: full, heardAtMs: atMs }
}
