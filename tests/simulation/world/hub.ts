import type { Random } from '../../../shared/clock.ts'
import { PULL_LIMIT } from '../../../shared/protocol/version.ts'
import { emptyHubState } from '../stores/map-hub-state.ts'
import { createMapHubStore } from '../stores/map-hub-store.ts'
import type { MapHubStore } from '../stores/map-hub-store.ts'
import { Broken } from './broken.ts'
import { calm } from './faults.ts'
import type { Faults } from './faults.ts'
import { HubCopy } from './hub-copy.ts'
import type { VirtualTime } from './virtual-time.ts'

export type HubDeps = {
  readonly workspaceId: string
  readonly time: VirtualTime
  readonly random: Random
  readonly onDefect: (error: unknown) => void
}

/** Copies of the hub over one store. */
export class SimulatedHub {
  readonly store: MapHubStore
  readonly workspaceId: string
  readonly copies: readonly HubCopy[]
  faults: Faults = calm
  /** How far the hub's machines are from true time, ms. */
  offsetMs = 0
  private readonly deps: HubDeps

  constructor(deps: HubDeps) {
    this.deps = deps
    this.workspaceId = deps.workspaceId
    const { time, random } = deps
    this.store = createMapHubStore(emptyHubState(deps.workspaceId), (rule, facts) =>
      deps.onDefect(new Broken(rule, facts)),
    )
    const partRows = [5, 30, 200][Math.floor(random() * 3)] ?? 20
    const pageRows = [3, 12, PULL_LIMIT][Math.floor(random() * 3)] ?? PULL_LIMIT
    this.copies = ['one', 'two', 'three'].map(
      name =>
        new HubCopy(name, {
          time,
          random,
          store: this.store,
          workspaceId: deps.workspaceId,
          faults: () => this.faults,
          partRows,
          pageRows,
          offsetMs: () => this.offsetMs,
          notify: (from, seq) => this.notify(from, seq),
        }),
    )
  }

  /** The copy a load balancer would choose: it may not have noticed yet that one is gone. */
  choose(): HubCopy {
    const up = this.copies.filter(copy => copy.isUp)
    const { random } = this.deps
    const among = up.length > 0 && random() < 0.9 ? up : this.copies
    return among[Math.floor(random() * among.length)] as HubCopy
  }

  /** The hub's own acts run on a copy that is up, or wait: then nothing happens. */
  acting(): ReturnType<HubCopy['acting']> | null {
    return this.copies.find(copy => copy.isUp && copy.hasDatabase)?.acting() ?? null
  }

  heal(): void {
    this.faults = calm
    for (const copy of this.copies) {
      copy.hasDatabase = true
      copy.release = 'present'
      copy.start()
    }
  }

  private notify(from: HubCopy, seq: number): void {
    for (const copy of this.copies) {
      if (copy !== from) this.deps.time.after(this.deps.random() * 30, () => copy.hear(seq))
    }
  }
}
