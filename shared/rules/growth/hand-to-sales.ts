import type { Need } from '../../domain/cases.ts'
import type { ConsentWay } from '../../domain/diagnosis.ts'
import type { Opportunity } from '../../domain/growth.ts'
import type { Intent } from '../../mutations/define.ts'
import type { MutationArgs } from '../../mutations/index.ts'
import { idOfBoth } from '../named-id.ts'

/** Of what a need was handed over as before: the first goes on with the new team, or both teams have one each. */
export const SECOND_TEAMS = ['move', 'both'] as const
export type SecondTeam = (typeof SECOND_TEAMS)[number]

/** What is handed over: in the agent's words, how they agreed (null: nobody asked), and which team takes it at once. */
export type Handing = {
  readonly note: string
  readonly productId: string | null
  readonly agreedVia: ConsentWay | null
  readonly teamId: string | null
  /** What becomes of one that another team has already; left out: there is none, or it stays as it is. */
  readonly second?: SecondTeam | null
}

const OVER: readonly string[] = ['won', 'lost', 'declined']

/**
 * Id of the opportunity a need is handed over as, made of the need: two who hand it over at the same time mean one. Once
 * sales are done with it the next handing over is another.
 */
export function handOverId(needId: string, known: readonly Pick<Opportunity, 'id' | 'state'>[]): string {
  let id = idOfBoth(needId, 'handed-over')
  while (known.some(each => each.id === id && OVER.includes(each.state))) id = idOfBoth(id, 'again')
  return id
}

type Known = Pick<Opportunity, 'id' | 'state' | 'teamId' | 'sentAtMs'>

type KnownOf = {
  readonly open: readonly Known[]
  readonly ended: readonly Pick<Opportunity, 'id' | 'state'>[]
}

/** What this need was handed over as and nobody has ended, in the order it was. */
function ofNeed(needId: string, { open, ended }: KnownOf): readonly Known[] {
  const found: Known[] = []
  const all = [...open, ...ended]
  for (let id = idOfBoth(needId, 'handed-over'); all.some(each => each.id === id); id = idOfBoth(id, 'again'))
    found.push(...open.filter(each => each.id === id))
  return found
}

/** Who has this need already, other than the team it is being given to now, and whether it can be moved still. */
export type HadBy = { readonly opportunityId: string; readonly teamId: string; readonly canMove: boolean }

/** Null: nobody has it, or that very team; then handing it over adds the words to what is there. */
export function hadBy(needId: string, teamId: string | null, known: KnownOf): HadBy | null {
  if (teamId === null) return null
  const given = ofNeed(needId, known).filter(each => each.teamId !== null)
  const latest = given.at(-1)
  if (!latest?.teamId || given.some(each => each.teamId === teamId)) return null
  const canMove = latest.state === 'passed-on' && latest.sentAtMs === null
  return { opportunityId: latest.id, teamId: latest.teamId, canMove }
}

/** Id of the opportunity a need becomes: that of the same team, the one that moves, or one more beside the others. */
export function opportunityFor(
  needId: string,
  { teamId, second = null }: Pick<Handing, 'teamId' | 'second'>,
  known: KnownOf,
): string {
  const all = [...known.open, ...known.ended]
  const had = hadBy(needId, teamId, known)
  if (!had) {
    const same = ofNeed(needId, known).find(each => teamId !== null && each.teamId === teamId)
    return same?.id ?? handOverId(needId, all)
  }
  if (second === 'move') return had.opportunityId
  let id = had.opportunityId
  while (second === 'both' && all.some(each => each.id === id)) id = idOfBoth(id, 'again')
  return id
}

/** The step and the opportunity it stands for, as one group; it goes to a team only with the customer's consent. */
export function handingOver(
  { id: needId, customerId, ticketId, budgetMinor, currency }: Need,
  { note, productId, agreedVia, teamId, second = null }: Handing,
  opportunityId: string,
): readonly Intent[] {
  const noted: MutationArgs<'opportunity.note'> = {
    opportunityId,
    customerId,
    ticketId,
    kind: 'upsell',
    productId,
    note,
    valueMinor: currency === null ? null : budgetMinor,
    currency: budgetMinor === null ? null : currency,
    agreedVia,
    isDropped: false,
  }
  const passed: MutationArgs<'opportunity.passOn'> = { opportunityId, teamId, address: null, seen: 'noted' }
  const takenBack: MutationArgs<'opportunity.takeBack'> = { opportunityId, seen: 'passed-on' }
  return [
    { name: 'need.step', args: { needId, step: 'handed-over', isDone: true } },
    ...(second === 'move' ? [{ name: 'opportunity.takeBack' as const, args: takenBack }] : []),
    { name: 'opportunity.note', args: noted },
    ...(agreedVia !== null && teamId !== null ? [{ name: 'opportunity.passOn' as const, args: passed }] : []),
  ]
}
