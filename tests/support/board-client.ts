import { WebSocket } from 'ws'
import type { BoardFrame, WholeBoard } from '../../shared/protocol/board.ts'
import { BoardFrame as BoardFrameSchema } from '../../shared/protocol/board.ts'
import { routes, SUBPROTOCOL } from '../../shared/protocol/routes.ts'
import { mergeBoard } from '../../shared/rules/merge-board.ts'
import { eventually } from './hub.ts'

export type BoardClient = {
  readonly frames: BoardFrame[]
  readonly closed: Promise<number>
  /** The picture as a window has it. */
  readonly board: () => WholeBoard | null
  readonly until: (isSo: (board: WholeBoard) => boolean) => Promise<WholeBoard>
  readonly close: () => void
}

/** Looks at the board over its socket as a supervisor's window does; rejects with the HTTP status when refused. */
export function openBoard(url: string, accessToken: string): Promise<BoardClient> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${routes.boardLive}`, [SUBPROTOCOL, accessToken])
  const frames: BoardFrame[] = []
  let known: WholeBoard | null = null
  socket.on('message', (data: Buffer) => {
    const parsed = BoardFrameSchema.safeParse(JSON.parse(data.toString()))
    if (!parsed.success) return
    frames.push(parsed.data)
    known = mergeBoard(known, parsed.data)
  })
  const closed = new Promise<number>(resolve => void socket.on('close', resolve))
  const client: BoardClient = {
    frames,
    closed,
    board: () => known,
    until: async isSo => {
      const found = await eventually(
        () => known,
        board => board !== null && isSo(board),
      )
      if (!found) throw new Error('No picture came')
      return found
    },
    close: () => socket.close(),
  }
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => resolve(client))
    socket.on('unexpected-response', (_request, response) => {
      reject(Object.assign(new Error(`Refused with ${response.statusCode}`), { status: response.statusCode }))
    })
  })
}
