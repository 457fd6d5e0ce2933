import { rm } from 'node:fs/promises'
import type { BenchHub } from './hub.ts'
import { startDataProcess } from './data-process.ts'
import type { DataProcess } from './data-process.ts'
import { fileIn, laptopFolder } from './laptop.ts'
import type { BenchContext } from './leg.ts'

/** A data process in the middle of its first fill, begun again whenever the fill has ended. */
export type Filling = {
  readonly data: () => Promise<DataProcess>
  readonly path: () => Promise<string>
  /** How many fills it took. */
  readonly count: () => number
  readonly stop: () => Promise<void>
}

type Wanted = {
  readonly hub: BenchHub
  /** True when the rows that are asked for are there and do not change any more. */
  readonly isReady: (data: DataProcess, folder: string) => Promise<boolean>
}

const LOOK_EVERY_MS = 20
/** A fill that is nearly over would end inside a run. */
const NEARLY = 0.85

const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Share of the rows that came; 1 when the fill is over. */
function shareOf(data: DataProcess): number {
  const status = data.status()
  if (status?.phase.state !== 'filling') return status?.isFilled ? 1 : 0
  return status.phase.rows / Math.max(1, status.phase.expectedRows ?? 1)
}

export function createFilling(context: BenchContext, { hub, isReady }: Wanted): Filling {
  let running: { readonly data: DataProcess; readonly folder: string; isReady: boolean } | null = null
  let count = 0

  async function end(): Promise<void> {
    const ending = running
    running = null
    await ending?.data.stop()
    if (ending) await rm(ending.folder, { recursive: true, force: true })
  }

  async function current(): Promise<{ readonly data: DataProcess; readonly folder: string }> {
    for (;;) {
      if (running && shareOf(running.data) < NEARLY) {
        running.isReady ||= await isReady(running.data, running.folder)
        if (running.isReady) return running
      }
      if (!running || shareOf(running.data) >= NEARLY) {
        await end()
        count += 1
        context.progress(`first fill ${count} begins`)
        const folder = await laptopFolder(context.folder, `filling-${count}`)
        running = {
          folder,
          data: await startDataProcess({ folder, hub, session: await hub.signIn() }),
          isReady: false,
        }
      }
      await rest(LOOK_EVERY_MS)
    }
  }

  return {
    data: async () => (await current()).data,
    path: async () => fileIn((await current()).folder),
    count: () => count,
    stop: end,
  }
}
