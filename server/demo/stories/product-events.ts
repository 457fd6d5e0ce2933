import type { Asset } from '../../../shared/domain/commerce.ts'
import { PRODUCT_EVENT } from '../../../shared/mutations/report-product-event.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS } from '../world.ts'
import type { World } from '../world.ts'

type Said = {
  readonly customer: string
  readonly serial: string
  readonly event: string
  readonly detail?: string
  readonly version?: string
  readonly hoursAgo: readonly number[]
}

/** What things said of themselves before anybody wrote: the scanner that cannot pair, a printer that drops off. */
const SAID: readonly Said[] = [
  { customer: 'Ana Ruiz', serial: 'SN 22-0418', event: 'first-use', version: '2.1', hoursAgo: [118] },
  {
    customer: 'Ana Ruiz',
    serial: 'SN 22-0418',
    event: 'error',
    detail: 'E-310',
    hoursAgo: [93, 71, 70, 46, 22, 3],
  },
  { customer: 'Ana Ruiz', serial: 'SN 22-0102', event: 'updated', version: '2.3', hoursAgo: [12 * 24] },
  { customer: 'Ana Ruiz', serial: 'SN 23-0911', event: 'low-battery', hoursAgo: [30] },
]

type Happened = Pick<Said, 'event' | 'detail' | 'version'> & { readonly atMs: number }

function addEvent(world: World, asset: Asset, { event, detail, version, atMs }: Happened): void {
  world.add('events', {
    id: world.id(atMs),
    customerId: asset.customerId,
    ticketId: null,
    threadId: null,
    type: PRODUCT_EVENT,
    kind: null,
    actorId: null,
    facts: { assetId: asset.id, asset: asset.name, event, detail: detail ?? null, version: version ?? null },
    atMs,
  })
}

const MOST_RESTARTED = 12

/** Events of things beside the people who own them; and tills that restart by themselves in the weeks before an upgrade. */
export function tellProductEvents({ world }: Stage): void {
  const assets = world.rows('assets')
  const people = new Map(world.rows('customers').map(({ id, name }) => [id, name]))
  for (const { customer, serial, hoursAgo, ...said } of SAID) {
    const asset = assets.find(each => each.serial === serial && people.get(each.customerId) === customer)
    if (!asset) throw new Error(`${customer} has nothing with the serial number ${serial}`)
    for (const hours of hoursAgo) addEvent(world, asset, { ...said, atMs: world.nowMs - hours * HOUR_MS })
  }
  const tills = assets.filter(({ name, version }) => name.startsWith('Till') && version !== null)
  for (const [index, till] of tills.slice(0, MOST_RESTARTED).entries())
    addEvent(world, till, { event: 'restarted', atMs: world.nowMs - (index + 1) * DAY_MS })
}
