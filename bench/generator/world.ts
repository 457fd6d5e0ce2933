import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Row } from '../../shared/domain/tables.ts'
import { SIZES } from '../goals.ts'
import type { Size } from '../goals.ts'
import { makeCustomer } from './customer.ts'
import { WORLD_NOW_MS } from './making.ts'
import type { Home, Making, TableRow } from './making.ts'
import { largestMailNumber, makeShape } from './shape.ts'
import { makeTicket } from './ticket.ts'
import { makeWriter } from './words.ts'

const YEARS_MS = 2 * 365 * 86_400_000
const AGENTS = 200
const TEAMS = 40

export type World = {
  readonly size: Size
  /** Agents and teams: what everybody shares. */
  readonly directory: readonly TableRow[]
  /** Whose laptop is measured. */
  readonly me: Row<'agents'>
  /** A customer with everything at a time; the same on every call. */
  readonly groups: () => Iterable<readonly TableRow[]>
}

/** Of the generator: a kept hub of another one is not this one's. */
export const WORLD_VERSION = 2

/** Everything of a size, the same on every machine. `seed` gives another one of the same shape. */
export function makeWorld(size: Size, seed = 1): World {
  const dice = diceFrom(randomFor(seed, 'people'))
  const id = (atMs: number): string => newId(atMs, dice.random)
  const startMs = WORLD_NOW_MS - YEARS_MS
  const teams = Array.from({ length: TEAMS }, (_, n) => ({
    id: id(startMs + n),
    name: `Team ${n + 1}`,
    kind: n % 2 === 0 ? ('service' as const) : ('support' as const),
  }))
  const agents = Array.from({ length: AGENTS }, (_, n) => ({
    id: id(startMs + TEAMS + n),
    name: `Agent ${n + 1}`,
    email: `agent${n + 1}@bench.example`,
    role: 'agent' as const,
    teamIds: [...new Set([teams[n % TEAMS]?.id ?? '', ...(n % 3 === 1 ? [dice.pick(teams).id] : [])])],
    isActive: true,
    capacity: null,
    guestUntilMs: null,
    guestHours: null,
  }))
  const [me] = agents
  if (!me) throw new Error('There are agents in every world')
  return {
    size,
    me,
    directory: [
      ...teams.map(row => ({ table: 'teams' as const, row })),
      ...agents.map(row => ({ table: 'agents' as const, row })),
    ],
    groups: () => makeGroups(size, { seed, agents, homes: homesOf(teams, agents) }),
  }
}

const homesOf = (
  teams: readonly { readonly id: string }[],
  agents: readonly Row<'agents'>[],
): readonly Home[] =>
  teams.map(({ id: teamId }) => ({
    teamId,
    members: agents.filter(({ teamIds }) => teamIds.includes(teamId)),
  }))

type People = Pick<Making, 'agents'> & { readonly seed: number; readonly homes: readonly Home[] }

function* makeGroups(size: Size, { seed, agents, homes }: People): Generator<readonly TableRow[]> {
  const counts = SIZES[size]
  const shape = makeShape(counts, seed)
  const largestMail = largestMailNumber(counts)
  const dice = diceFrom(randomFor(seed, 'rows'))
  const making: Making = {
    dice,
    writer: makeWriter(diceFrom(randomFor(seed, 'words'))),
    agents,
    id: atMs => newId(atMs, dice.random),
    moment: () => Math.round(WORLD_NOW_MS - YEARS_MS * dice.random() ** 1.3),
  }
  let ticket = 0
  for (let n = 0; n < counts.customers; n += 1) {
    const customer = makeCustomer(making, n)
    const home = dice.pick(homes)
    const rows = [...customer.rows]
    for (let own = shape.ticketsOf[n] ?? 0; own > 0; own -= 1, ticket += 1) {
      const number = ticket + 1
      const parts = { messages: shape.messagesOf[ticket] ?? 1, notes: shape.notesOf[ticket] ?? 0 }
      const endsWithLargestMail = number === largestMail
      rows.push(...makeTicket(making, { ...customer, home, number, ...parts, endsWithLargestMail }))
    }
    yield rows
  }
}
