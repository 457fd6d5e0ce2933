import type { Client, Notification } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { codeOf, openClient } from '../db/pool.ts'

const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 5000

export type NotificationsDeps = {
  readonly url: string
  readonly clock: Clock
  readonly log: Log
  /** What to do with the payloads of each channel. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>
  /** The connection stands, again: whatever was said while it did not was missed. */
  readonly onConnected: () => void
}

/** One connection that listens, replaced whenever it is lost. Resolves when it listens for the first time. */
export async function listenForNotifications(deps: NotificationsDeps): Promise<() => Promise<void>> {
  const { url, clock, log, channels, onConnected } = deps
  let isStopped = false
  let current: Client | null = null
  let cancelRetry = (): void => {}

  async function connect(): Promise<void> {
    const client = await openClient(url, log)
    client.on('notification', ({ channel, payload }: Notification) => channels[channel]?.(payload ?? ''))
    client.once('end', () => lost(client))
    for (const channel of Object.keys(channels))
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    current = client
    if (isStopped) await client.end()
    else onConnected()
  }

  function lost(client: Client): void {
    if (current === client) retry(FIRST_RETRY_MS)
  }

  function retry(inMs: number): void {
    if (isStopped) return
    cancelRetry = clock.after(inMs, () => {
      connect().catch((error: unknown) => {
        log.warn('postgres.listen-failed', { code: codeOf(error) })
        retry(Math.min(LONGEST_RETRY_MS, inMs * 2))
      })
    })
  }

  await connect()
  return async () => {
    isStopped = true
    cancelRetry()
    await current?.end().catch(() => undefined)
  }
}
