import { createHub } from '../../main/data/remote/hub.ts'
import { createHttp } from '../../main/data/remote/http.ts'
import { createLive } from '../../main/data/sync/live.ts'
import { systemClock } from '../../server/system-clock.ts'
import type { BenchSession } from './hub.ts'
import { DIRECT, engineOf, laptopFolder, openLaptop } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'

/** A whole laptop, as the writer thread has it: engine, live hints, file. */
export type Desk = {
  readonly laptop: BenchLaptop
  readonly add: (noteId: string, ticketId: string, body: string) => void
  /** The moment the row of a note is committed, as `hrtime` in ms, which all processes of a machine share. */
  readonly heard: (noteId: string) => Promise<{ readonly atMs: number; readonly body: string }>
  readonly stop: () => Promise<void>
}

export type DeskPlace = {
  readonly url: string
  readonly session: BenchSession
  readonly folder: string
  /** The file of a filled laptop. */
  readonly settled: string
}

export const hrtimeMs = (): number => Number(process.hrtime.bigint()) / 1e6

export async function sitDown({ url, session, folder, settled }: DeskPlace): Promise<Desk> {
  const laptop = openLaptop(await laptopFolder(folder, 'desk', settled))
  const http = createHttp(DIRECT)
  const { accessToken, refreshToken, expiresInMs } = session
  const tokens = { accessToken, refreshToken, expiresAtMs: Date.now() + expiresInMs }
  const remote = createHub({ http, hubUrl: url, clock: systemClock, tokens, onTokens: () => {} })
  const engine = engineOf(laptop, { remote, session })
  const { promise: up, resolve } = Promise.withResolvers<void>()
  const live = createLive({
    clock: systemClock,
    random: Math.random,
    remote,
    upToSeq: engine.upToSeq,
    onFrame: frame => {
      if (frame.kind === 'hint') engine.hint(frame)
    },
    onUp: isUp => {
      if (isUp) resolve()
      engine.wake('hint')
    },
  })
  live.start()
  engine.wake('start')
  await up
  const find = laptop.db.handle.prepare('SELECT body FROM notes WHERE id = ?').pluck()
  return {
    laptop,
    add: (noteId, ticketId, body) =>
      void engine.mutate({
        name: 'note.add',
        args: { noteId, ticketId, threadId: null, body, attachments: [] },
      }),
    heard: noteId =>
      new Promise(done => {
        laptop.onCommit(() => {
          const body = find.get(noteId)
          if (typeof body === 'string') done({ atMs: hrtimeMs(), body })
        })
      }),
    stop: async () => {
      live.stop()
      await engine.stop()
      http.close()
      laptop.close()
    },
  }
}
