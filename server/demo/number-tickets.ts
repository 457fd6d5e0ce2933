import type { World } from './world.ts'

/** Gives numbers in order of time, so that one ticket gets the number people know it by. Answers the highest. */
export function numberTickets(
  world: World,
  anchor: { readonly ticketId: string; readonly number: number },
): number {
  const tickets = world.rows('tickets')
  const order = tickets
    .map((_ticket, index) => index)
    .toSorted((a, b) => {
      const [left, right] = [tickets[a], tickets[b]]
      return (
        (left?.createdAtMs ?? 0) - (right?.createdAtMs ?? 0) ||
        ((left?.id ?? '') < (right?.id ?? '') ? -1 : 1)
      )
    })
  const place = order.findIndex(index => tickets[index]?.id === anchor.ticketId)
  const first = anchor.number - place
  for (const [offset, index] of order.entries()) {
    const ticket = tickets[index]
    if (ticket) world.replace('tickets', index, { ...ticket, number: first + offset })
  }
  return first + order.length - 1
}
