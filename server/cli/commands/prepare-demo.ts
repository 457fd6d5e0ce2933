import type { AdministrationDeps } from '../../auth/administration.ts'
import type { DemoAccess } from '../../demo/ensure-demo.ts'
import { ensureDemo } from '../../demo/ensure-demo.ts'
import type { Print } from '../print.ts'
import { aborted } from '../stop-signal.ts'

const STEP_PERCENT = 10

type Preparation = { readonly hub: AdministrationDeps; readonly print: Print; readonly signal: AbortSignal }

/**
 * Makes the demo workspace if it is not there, saying how far it is. Null when it was told to stop meanwhile: the next
 * start goes on where this one was.
 */
export async function prepareDemo({ hub, print, signal }: Preparation): Promise<DemoAccess | null> {
  let said = 0
  const filling = ensureDemo(hub, {
    onProgress: ({ rows, of }) => {
      const percent = Math.floor((rows / of) * 100)
      if (percent < said + STEP_PERCENT) return
      said = percent - (percent % STEP_PERCENT)
      print.line(`Filling the demo workspace: ${said} %`)
    },
  })
  const stopped = aborted(signal).then(() => null)
  const result = await Promise.race([filling, stopped])
  // Its database is closed under it now, and that is its end.
  if (result === null) filling.catch(() => undefined)
  return result
}
