import type { EventName } from './events.ts'
import type { MethodName } from './index.ts'

/** The windows of the app; each may ask for what it is for and nothing else. */
export type WindowKind = 'console' | 'supervisor'

const ofBoard: readonly MethodName[] = [
  'board.watch',
  'board.threads',
  'board.issues',
  'supervisor.openTicket',
  'supervisor.setWallboard',
]
const ofBoardNames: ReadonlySet<unknown> = new Set(ofBoard)
const ofSupervisor: ReadonlySet<unknown> = new Set<MethodName>([
  ...ofBoard,
  // Each of the questions is looked at by itself.
  'questions.ask',
  'session.get',
  'settings.get',
  'app.info',
  'app.tellDefect',
  'sync.status',
  'directory.get',
  'mutations.group',
  'agent.setCapacity',
  'allowances.list',
  'customers.atRisk',
  'customers.countAtRisk',
  'approval.decide',
  'approvals.decideOnHub',
  'approvals.onHub',
  'approvals.waiting',
])

/** Whether a window of this kind may call a method. Names that do not exist are left to the router. */
export const mayCall = (kind: WindowKind, name: unknown): boolean =>
  kind === 'supervisor' ? ofSupervisor.has(name) : !ofBoardNames.has(name)

const heardBySupervisor: ReadonlySet<EventName> = new Set<EventName>([
  'data.changed',
  'sync.changed',
  'session.changed',
  'settings.changed',
  'board.changed',
])
export const mayHear = (kind: WindowKind, name: EventName): boolean =>
  kind === 'supervisor' ? heardBySupervisor.has(name) : name !== 'board.changed'
