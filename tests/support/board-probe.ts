import { routes } from '../../shared/protocol/routes.ts'
import { changeAgent } from '../../server/sync/admin.ts'
import { openBoard } from './board-client.ts'
import type { HubUnderTest } from './hub.ts'

export type BoardAccess = {
  /** Status of the first picture over HTTP, and of the socket. */
  readonly asked: number
  readonly socket: number
  /** Code with which the look ended when the role was taken away; null: it went on. */
  readonly afterDemotion: number | null
}

const STILL_OPEN = Symbol('still open')
/** Pictures that came after the role was taken away before the look counts as going on. */
const MORE_PICTURES = 2

/** What the board answers to an agent, and to somebody who was a supervisor. */
export async function probeBoard(hub: HubUnderTest, moved: () => Promise<unknown>): Promise<BoardAccess> {
  const lena = await hub.signIn('lena')
  const asked = (await fetch(`${hub.url}${routes.board}`, { headers: lena.headers })).status
  const socket = await openBoard(hub.url, lena.accessToken).then(
    client => {
      client.close()
      return 101
    },
    (error: { readonly status?: number }) => error.status ?? 0,
  )
  const adam = await hub.signIn('adam')
  const board = await openBoard(hub.url, adam.accessToken)
  await board.until(() => true)
  try {
    await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.adam, role: 'agent' })
    const ended = await Promise.race([board.closed, goesOn(board, moved)])
    return { asked, socket, afterDemotion: ended === STILL_OPEN ? null : ended }
  } finally {
    board.close()
    await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.adam, role: 'admin' })
  }
}

/** Resolves when further changes of the floor have reached the look; never when it has ended. */
async function goesOn(
  board: Awaited<ReturnType<typeof openBoard>>,
  moved: () => Promise<unknown>,
): Promise<typeof STILL_OPEN> {
  for (let pictures = 0; pictures < MORE_PICTURES; pictures += 1) {
    const { mark } = board.board() ?? { mark: '' }
    await moved()
    await board.until(picture => picture.mark !== mark)
  }
  return STILL_OPEN
}
