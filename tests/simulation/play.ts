import { Broken } from './world/broken.ts'
import { History } from './world/history.ts'
import type { HistoryReport, Tell } from './world/history.ts'
import type { Script } from './world/plan.ts'

/** What came of a history. `broken` names the promise that did not hold, or the defect. */
export type Played =
  | { readonly seed: number; readonly ok: true; readonly report: HistoryReport }
  | {
      readonly seed: number
      readonly ok: false
      readonly broken: string
      readonly message: string
      readonly at: number | null
    }

/** Plays a history to its end or to the first promise that does not hold. */
export async function play(script: Script, tell?: Tell): Promise<Played> {
  const { seed } = script
  let history: History | null = null
  try {
    history = new History(script, tell)
    return { seed, ok: true, report: await history.run() }
  } catch (error) {
    const broken = error instanceof Broken ? error.invariant : `a defect: ${firstLine(error)}`
    const message =
      error instanceof Broken
        ? error.message
        : error instanceof Error
          ? String(error.stack)
          : firstLine(error)
    return { seed, ok: false, broken, message, at: history?.at ?? null }
  } finally {
    await history?.close()
  }
}

const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? ''
