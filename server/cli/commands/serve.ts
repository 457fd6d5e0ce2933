import { rename, rm, writeFile } from 'node:fs/promises'
import { startHub } from '../../start-hub.ts'
import { openStorage } from '../../storage.ts'
import { systemClock } from '../../system-clock.ts'
import { HUB_VERSION } from '../../version.ts'
import { aborted } from '../stop-signal.ts'
import { hubOver } from '../with-hub.ts'
import { prepareDemo } from './prepare-demo.ts'
import { databaseOptions, defineCommand, flag, text } from '../command.ts'

/** What whoever started the hub waits for. */
export type Ready = {
  readonly url: string
  /** The password opens the accounts of everybody in the demo; the colleague works on some of the same tickets. */
  readonly demo?: { readonly email: string; readonly colleague: string; readonly password: string }
}

function readyOf(url: string, demo: NonNullable<Ready['demo']> | null): Ready {
  if (!demo) return { url }
  const { email, colleague, password } = demo
  return { url, demo: { email, colleague, password } }
}

/** Whole or not at all, and for this user only: the demo's password is in it. */
async function writeReadyFile(file: string, ready: Ready): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(ready)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

export const serve = defineCommand({
  name: 'serve',
  positionals: '',
  summary: 'Run the hub until it is told to stop.',
  options: {
    port: text('PORT', 'to listen on; 7420 if absent, 0 for any free one'),
    host: text('HOST', 'to listen on; 127.0.0.1 if absent'),
    ...databaseOptions,
    demo: flag('make the demo workspace if it is not there'),
    'ready-file': text('FILE', 'written once laptops can connect: {"url": …}'),
  },
  run: async ({ options, config, print, log, signal }) => {
    const { database, close } = await openStorage(config, log)
    try {
      const demo = options.demo ? await prepareDemo({ hub: hubOver(database, log).hub, print, signal }) : null
      if (signal.aborted) return 0
      const parts = { config, database, clock: systemClock, random: Math.random, log, version: HUB_VERSION }
      const hub = await startHub(parts)
      try {
        print.line(`The hub listens at ${hub.url}`)
        const file = options['ready-file']
        if (file !== null) await writeReadyFile(file, readyOf(hub.url, demo))
        await aborted(signal)
        print.line('Stopping …')
        if (file !== null) await rm(file, { force: true })
      } finally {
        await hub.stop()
      }
    } finally {
      await close()
    }
    print.line('Stopped.')
    return 0
  },
})
