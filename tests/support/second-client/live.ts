import { WebSocket } from 'ws'
import { askSignedIn } from './api.ts'
import type { Core } from './api.ts'
import type { FeedEntry } from './rows.ts'
import { take } from './rows.ts'
import { json } from './wire.ts'

export type Hint = {
  readonly kind: 'hint'
  readonly seq: number
  readonly fromSeq: number
  readonly entries: readonly FeedEntry[] | null
  readonly cursor: string | null
}
export type Presence = {
  readonly kind: 'presence'
  readonly ticketId: string
  readonly agents: readonly { readonly id: string; readonly doing: string }[]
}
export type Watching = {
  readonly kind: 'watching'
  readonly tickets: readonly Omit<Presence, 'kind'>[]
}
export type Colleagues = {
  readonly kind: 'colleagues'
  readonly isWhole: boolean
  readonly agents: readonly { readonly id: string; readonly state: string; readonly untilMs: number | null }[]
}
export type Bye = { readonly kind: 'bye'; readonly reason: string }
export type Frame = Hint | Presence | Watching | Colleagues | Bye
export type Report = {
  readonly unsent: number
  readonly oldestUnsentAtMs: number | null
  readonly lastPulledAtMs: number | null
  readonly version: string
}

/** Takes what a hint carries where it joins on. Answers whether there is something left to pull. */
export function takeHint({ state, hasPulled }: Core, { seq, fromSeq, entries, cursor }: Hint): boolean {
  if (!hasPulled) return true
  if (seq <= state.upTo) return false
  if (entries === null || fromSeq !== state.upTo || state.snapshot) return true
  for (const entry of entries) take(state, entry)
  state.upTo = seq
  if (cursor !== null) state.cursor = cursor
  return false
}

export type Line = {
  /** Every frame that came, in order. */
  readonly frames: readonly Frame[]
  /** The first frame, past or to come, that is wanted. Rejects when the line ends before. */
  readonly first: <Wanted extends Frame>(isWanted: (frame: Frame) => frame is Wanted) => Promise<Wanted>
  readonly send: (frame: unknown) => void
  /** Settles with the close code. */
  readonly closed: Promise<number>
  readonly close: () => void
}

/** Opens a WebSocket; every frame is handed to `onFrame` first. Rejects when the hub refuses it. */
export async function connect(core: Core, onFrame: (frame: Frame) => void = () => {}): Promise<Line> {
  const url = new URL('/v1/live', core.baseUrl.replace(/^http/, 'ws'))
  const socket = new WebSocket(url, ['tandem.v1', core.state.session?.accessToken ?? ''])
  core.hasPulled = false
  const frames: Frame[] = []
  const watchers = new Set<() => void>()
  const closed = new Promise<number>(resolve => socket.once('close', code => resolve(code)))
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame
    frames.push(frame)
    onFrame(frame)
    for (const watch of watchers) watch()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  const first: Line['first'] = isWanted =>
    new Promise((resolve, reject) => {
      const watch = (): void => {
        const found = frames.find(isWanted)
        if (found === undefined) return
        watchers.delete(watch)
        resolve(found)
      }
      watchers.add(watch)
      watch()
      void closed.then(code => reject(new Error(`The line ended with ${code}`)))
    })
  return {
    frames,
    first,
    send: frame => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    closed,
    close: () => socket.close(),
  }
}

/** The next frame by long polling. */
export async function poll(core: Core, waitMs: number, after = core.state.upTo): Promise<Frame> {
  return json<Frame>(await askSignedIn(core, { path: `/v1/live/poll?after=${after}&waitMs=${waitMs}` }))
}

export const report = async (core: Core, body: Report): Promise<void> =>
  void (await askSignedIn(core, { path: '/v1/clients/report', body }))
