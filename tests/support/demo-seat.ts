import type { House, Seat, SitDown } from './house.ts'

type At = { readonly house: House; readonly sit: (options?: SitDown) => Promise<Seat> }

/**
 * Sits down as the demo's supervisor, opens the ticket with this subject and pulls the cable: the console is offline
 * when this answers. Replies leave at once, without time to undo.
 */
export async function sitOffline({ house, sit }: At, subject: string): Promise<Seat> {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.giveTimeToUndo(0)
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  return seat
}
