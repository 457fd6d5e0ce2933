import type { Random } from '../../../shared/clock.ts'
import { newId } from '../../../shared/domain/ids.ts'
import { applyAsHub, stageRows } from '../../../server/sync/admin.ts'
import type { HubDeps } from '../../../server/sync/apply-as-hub.ts'
import { aCalendar, aPolicy, aTarget } from '../../support/builders.ts'
import { seededRandom } from '../../support/sample-row.ts'
import type { SimulatedHub } from './hub.ts'

const KINDS = ['service', 'support'] as const
const EVERY = 0.03

/** Somebody edits policies now and then, and the hub's timer records what ran out: with chance of its own. */
export class Promises {
  private readonly random: Random
  private readonly hub: SimulatedHub
  private readonly now: () => number
  private version = 0

  constructor(deps: { readonly seed: number; readonly hub: SimulatedHub; readonly now: () => number }) {
    this.random = seededRandom(deps.seed ^ 0x51a)
    this.hub = deps.hub
    this.now = deps.now
  }

  /** A new version of both policies, with other limits, hours and pauses than before. */
  async edit(): Promise<void> {
    const { random } = this
    this.version += 1
    const nowMs = this.now()
    const calendar = aCalendar({
      id: newId(nowMs, random),
      key: 'desk',
      version: this.version,
      createdAtMs: nowMs,
    })
    const rows = KINDS.map(kind => {
      const target = (): ReturnType<typeof aTarget> =>
        aTarget({ calendarId: calendar.id, solveMinutes: 1 + Math.floor(random() * 5000) })
      return aPolicy({
        id: newId(nowMs, random),
        kind,
        version: this.version,
        validFromMs: nowMs,
        targets: {
          urgent: target(),
          high: target(),
          normal: target(),
          low: random() < 0.5 ? target() : null,
        },
        pausesIn: random() < 0.5 ? ['pending', 'snoozed'] : ['pending'],
      })
    })
    await stageRows(this.deps(), this.hub.workspaceId, [
      [{ table: 'calendars', row: calendar }, ...rows.map(row => ({ table: 'slaPolicies' as const, row }))],
    ])
  }

  async step(): Promise<void> {
    const roll = this.random()
    if (roll < EVERY / 3) await this.edit()
    else if (roll < EVERY) await this.timer()
  }

  private async timer(): Promise<void> {
    const threads = [...(this.hub.store.state().rows.get('threads')?.keys() ?? [])]
    for (const threadId of threads) {
      for (const name of ['thread.startClocks', 'thread.recordBreach'] as const) {
        const mutationId = newId(this.now(), this.random)
        await applyAsHub(this.deps(), this.hub.workspaceId, [{ name, args: { threadId }, mutationId }])
      }
    }
  }

  private deps(): HubDeps {
    return this.hub.deps()
  }
}
