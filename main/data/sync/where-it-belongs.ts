import type { TableName } from '../../../shared/domain/tables.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import type { LaptopStore } from './store.ts'

/** Acts about a person. Of several records of the same one they go to whoever stands for them. */
const ABOUT_A_PERSON: ReadonlySet<string> = new Set<MutationName>([
  'ticket.create',
  'promise.add',
  'followUp.add',
  'plan.start',
  'feedback.add',
  'survey.ask',
  'outreach.decide',
  'complaint.open',
  'need.capture',
  'goodwill.give',
  'loyalty.book',
  'return.start',
  'impact.start',
  'recovery.plan',
  'asset.add',
])
/** What an act may build on, the closest first: it stays with the record that has it. */
const BUILDS_ON: readonly (readonly [key: string, table: TableName])[] = [
  ['orderId', 'orders'],
  ['needId', 'needs'],
  ['ticketId', 'tickets'],
  ['assetId', 'assets'],
]

type Args = Readonly<Record<string, unknown>>

function ownerOf({ rows }: LaptopStore, args: Args): string | null {
  for (const [key, table] of BUILDS_ON) {
    const id = args[key]
    const owner = typeof id === 'string' ? rows.get(table, id)?.row['customerId'] : null
    if (typeof owner === 'string') return owner
  }
  return null
}

/** Who stands for the person, as far as the records are here. A circle, which never stays, ends where it began. */
export function standsFor({ rows }: LaptopStore, customerId: string): string {
  const path = [customerId]
  for (;;) {
    const next = rows.get('customers', path.at(-1) ?? customerId)?.row['mergedIntoId']
    if (typeof next !== 'string' || path.includes(next) || !rows.get('customers', next)) break
    path.push(next)
  }
  return path.at(-1) ?? customerId
}

/**
 * The same act for the record it belongs to: that of the ticket, order or asset it is about, whose rows never move;
 * else that of whoever stands for the person. So nobody has to know that somebody was merged.
 */
export function whereItBelongs(store: LaptopStore, name: string, args: unknown): unknown {
  if (!ABOUT_A_PERSON.has(name)) return args
  const given = args as Args
  const { customerId } = given
  if (typeof customerId !== 'string') return args
  const wanted = ownerOf(store, given) ?? standsFor(store, customerId)
  return wanted === customerId ? args : { ...given, customerId: wanted }
}
