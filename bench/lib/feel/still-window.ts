import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchContext } from '../leg.ts'
import type { PageSocket } from '../page-socket.ts'
import { paintedAtMs, withApp } from '../windows.ts'
import type { WindowPair } from '../windows.ts'
import { silence } from './static-page.ts'

export type Windows = { readonly console: PageSocket; readonly still: PageSocket }

/** Two windows of the same Electron: the console with everything, and one whose document stands still. */
export async function withStillPage(
  context: BenchContext,
  pair: WindowPair,
  work: (windows: Windows) => Promise<void>,
): Promise<void> {
  const userDataFolder = join(context.folder, 'static')
  await mkdir(userDataFolder, { recursive: true })
  await withApp({ ...pair.console, name: 'static page', userDataFolder }, async other =>
    withApp(pair.console, async running => {
      await paintedAtMs(running)
      const windows = { console: await running.page(), still: await other.page() }
      for (const page of [windows.console, windows.still])
        await page.send('Emulation.setFocusEmulationEnabled', { enabled: true })
      await silence(windows.still)
      await work(windows)
    }),
  )
}
