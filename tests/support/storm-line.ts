import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** What happens to one connection. */
export const FATES = [
  'clear',
  'late',
  'drips',
  'cut-answer',
  'cut-request',
  'reset',
  'half-open',
  'refused',
  'twice',
] as const
export type Fate = (typeof FATES)[number]

export type StormLine = {
  readonly url: string
  /** While it storms every new connection has a fate by chance; afterwards all are clear and the broken ones end. */
  readonly setStorm: (isStormy: boolean) => void
  /** How many connections met which fate. */
  readonly met: Readonly<Record<Fate, number>>
  /** The next moment at which a connection of a laptop begins or ends. */
  readonly turn: () => Promise<void>
  readonly close: () => Promise<void>
}

export type StormOptions = {
  readonly random: () => number
  /** After this long somebody on the way says that a half-open line is gone; null: nobody, until the storm is over. */
  readonly halfOpenMs: number | null
}

type Way = { readonly laptop: Socket; readonly hub: Socket; readonly random: () => number }

const LATE_MS = 150
const LONGEST_LINE_MS = 2_500
const DRIP_MS = 4
const DRIP_BYTES = 97
/** Answers of the hub are short: a cut within so many bytes is a cut in the middle. */
const CUT_WITHIN_BYTES = 1_500

/** Hands every piece on after a while, in order. */
function late({ laptop, hub }: Way): void {
  for (const [from, to] of [
    [laptop, hub],
    [hub, laptop],
  ] as const) {
    from.on('data', (piece: Buffer) => void setTimeout(() => to.writable && to.write(piece), LATE_MS))
    from.on('end', () => void setTimeout(() => to.end(), LATE_MS))
  }
}

/** Answers come a few bytes at a time. */
function drips({ laptop, hub }: Way): void {
  laptop.pipe(hub)
  let waiting = Buffer.alloc(0)
  let isDripping = false
  const drip = (): void => {
    if (waiting.length === 0 || !laptop.writable) {
      isDripping = false
      return
    }
    isDripping = true
    // What is left grows faster than it drips: larger drops, so that a fill ends at all.
    const size = Math.max(DRIP_BYTES, Math.floor(waiting.length / 20))
    laptop.write(waiting.subarray(0, size))
    waiting = waiting.subarray(size)
    setTimeout(drip, DRIP_MS)
  }
  hub.on('data', (piece: Buffer) => {
    waiting = Buffer.concat([waiting, piece])
    if (!isDripping) drip()
  })
}

/** Hands on so many bytes from one side and then does what is said; the other way is open until then. */
function after(from: Socket, to: Socket, { bytes, atTheEnd }: { bytes: number; atTheEnd: () => void }): void {
  to.pipe(from)
  let left = bytes
  from.on('data', (piece: Buffer) => {
    if (left <= 0) return
    to.write(piece.subarray(0, left))
    left -= piece.length
    if (left <= 0) atTheEnd()
  })
  from.on('end', () => to.end())
}

/** Everything the laptop says reaches the hub over a second connection too; those answers go nowhere. */
function twice({ laptop, hub }: Way, again: Socket): void {
  again.resume()
  laptop.on('data', (piece: Buffer) => {
    hub.write(piece)
    if (again.writable) again.write(piece)
  })
  laptop.on('end', () => {
    hub.end()
    again.end()
  })
  hub.pipe(laptop)
}

function play(fate: Fate, way: Way, open: () => Socket): void {
  const { laptop, hub, random } = way
  const bytes = 1 + Math.floor(random() * CUT_WITHIN_BYTES)
  const cut = (): void => {
    laptop.end()
    hub.destroy()
  }
  switch (fate) {
    case 'clear':
      laptop.pipe(hub)
      hub.pipe(laptop)
      return
    case 'late':
      return late(way)
    case 'drips':
      return drips(way)
    case 'cut-answer':
      return after(hub, laptop, { bytes, atTheEnd: cut })
    case 'cut-request':
      return after(laptop, hub, { bytes, atTheEnd: cut })
    case 'reset':
      return after(hub, laptop, {
        bytes,
        atTheEnd: () => {
          laptop.resetAndDestroy()
          hub.resetAndDestroy()
        },
      })
    case 'half-open': {
      // Neither side is told anything any more.
      const stop = (): void => {
        laptop.unpipe(hub)
        laptop.resume()
        hub.resume()
      }
      return after(hub, laptop, { bytes, atTheEnd: stop })
    }
    case 'refused':
      laptop.resetAndDestroy()
      hub.destroy()
      return
    case 'twice':
      return twice(way, open())
  }
}

/** A line of bytes between a laptop and its hub, for HTTP and sockets alike, with weather by chance. */
export async function startStormLine(
  hubUrl: string,
  { random, halfOpenMs }: StormOptions,
): Promise<StormLine> {
  const { hostname, port } = new URL(hubUrl)
  const met = Object.fromEntries(FATES.map(fate => [fate, 0])) as Record<Fate, number>
  const sockets = new Set<Socket>()
  const broken = new Set<Socket>()
  let isStormy = false
  let next = Promise.withResolvers<void>()
  const turn = (): void => {
    next.resolve()
    next = Promise.withResolvers()
  }
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      broken.delete(socket)
    })
    socket.on('error', () => socket.destroy())
    return socket
  }
  const open = (): Socket => keep(connect(Number(port), hostname))
  const server = createServer({ allowHalfOpen: true }, laptop => {
    keep(laptop)
    laptop.on('close', turn)
    const hub = open()
    const fate = isStormy ? (FATES[Math.floor(random() * FATES.length)] ?? 'clear') : 'clear'
    met[fate] += 1
    // In a storm no line lasts, so that there are many.
    if (isStormy && fate !== 'half-open') setTimeout(() => laptop.destroy(), random() * LONGEST_LINE_MS)
    if (fate === 'half-open' && halfOpenMs !== null) setTimeout(() => laptop.resetAndDestroy(), halfOpenMs)
    if (fate === 'half-open') for (const socket of [laptop, hub]) broken.add(socket)
    else {
      laptop.on('close', () => hub.destroy())
      hub.on('close', () => laptop.destroySoon())
    }
    play(fate, { laptop, hub, random }, open)
    turn()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setStorm: begins => {
      isStormy = begins
      // What was open before the storm does not last; what it left half-open is told so when it is over.
      for (const socket of begins ? sockets : broken) socket.resetAndDestroy()
    },
    met,
    turn: () => next.promise,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
