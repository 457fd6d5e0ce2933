import type { AskedCommand } from '../../shared/contract/commands.ts'
import { desk } from '../desk.ts'

type Taker = { readonly placeId: string; readonly take: (asked: AskedCommand) => void }
/** `placeId` null: for whichever place opens next. */
type Waiting = { readonly placeId: string | null; readonly asked: AskedCommand }

let taker: Taker | null = null
let waiting: readonly Waiting[] = []

function hand({ placeId, asked }: Waiting): void {
  if (taker && (placeId === null || placeId === taker.placeId)) taker.take(asked)
  else waiting = [...waiting, { placeId, asked }]
}

/**
 * Hears what menus, links and notifications ask, from before the first call on: a link can start the app, and then
 * waits through loading and signing in.
 */
export const followAsked = (): (() => void) =>
  desk.on('command.asked', asked => hand({ placeId: null, asked }))

/** Asks as a link would, of a place that may still be on its way. */
export const askAt = (placeId: string, asked: AskedCommand): void => hand({ placeId, asked })

/** The console of a place is there and does what was asked, and what is asked from now on; the returned function ends it. */
export function takeAskedAt(placeId: string, take: Taker['take']): () => void {
  const mine: Taker = { placeId, take }
  taker = mine
  const held = waiting
  waiting = []
  held.forEach(hand)
  return () => {
    if (taker === mine) taker = null
  }
}
