import type { Dice } from '../../../shared/demo/dice.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { DAY_MS } from '../world.ts'
import type { World } from '../world.ts'
import { makePerson } from './make-person.ts'
import type { Person } from './make-person.ts'
import type { Firm } from './organisations.ts'
import { places } from './places.ts'
import type { Place } from './places.ts'

/** A customer with what histories about them need. */
export type Known = {
  readonly customer: Customer
  readonly person: Person
  readonly place: Place
  readonly email: string
}

const TITLES = [
  'Owner',
  'Shop manager',
  'Buyer',
  'Bookkeeper',
  'Operations lead',
  'Assistant manager',
] as const
const TIERS = { gold: 9, silver: 24, bronze: 37, none: 30 } as const
const STAGES = {
  evaluating: 6,
  buying: 5,
  onboarding: 9,
  using: 62,
  renewing: 10,
  'at-risk': 6,
  lost: 2,
} as const
const CHANNELS = { email: 62, phone: 16, chat: 14, whatsapp: 8 } as const
const FACTS = [
  'Prefers short answers with the next step first.',
  'Opens at seven; calls before nine are welcome.',
  'Bookkeeping is done by an outside office: copy them on anything with a number in it.',
  'New to tills, happy about screenshots.',
  'Two shops share one terminal on Saturdays.',
  'Likes to be called by the first name.',
  'Was with us from the first year. Knows the product better than most.',
  'Hard of hearing: please write rather than call.',
] as const
const LABELS = ['newsletter', 'reference', 'beta', 'wholesale', 'seasonal', 'press'] as const

const yearlyValue: Readonly<Record<keyof typeof TIERS, readonly [number, number]>> = {
  gold: [600_000, 2_400_000],
  silver: [180_000, 600_000],
  bronze: [35_000, 180_000],
  none: [0, 40_000],
}

function healthOf(dice: Dice, stage: keyof typeof STAGES): number {
  if (stage === 'at-risk') return dice.whole(18, 45)
  if (stage === 'lost') return dice.whole(5, 20)
  return dice.whole(58, 97)
}

function addContacts(world: World, dice: Dice, { customer, email, place }: Known): void {
  const add = (kind: 'email' | 'phone', value: string, isPrimary: boolean): void => {
    world.add('contactPoints', {
      id: world.id(customer.createdAtMs),
      customerId: customer.id,
      kind,
      value,
      label: kind === 'phone' ? 'work' : null,
      isPrimary,
    })
  }
  add('email', email, true)
  if (dice.chance(0.55)) add('phone', `${place.phone} ${String(dice.whole(0, 9999)).padStart(4, '0')}`, false)
}

function addCustomer(
  world: World,
  dice: Dice,
  who: { firm: Firm | null; place: Place; email: string; person: Person },
): Known {
  const { firm, place, email, person } = who
  const tier = dice.weighted(TIERS)
  const stage = dice.weighted(STAGES)
  const [least, most] = yearlyValue[tier]
  const sinceMs =
    world.nowMs - dice.whole(stage === 'evaluating' || stage === 'buying' ? 3 : 40, 1400) * DAY_MS
  const customer = world.add('customers', {
    id: world.id(sinceMs),
    name: person.name,
    organisationId: firm?.organisation.id ?? null,
    jobTitle: firm ? dice.pick(TITLES) : null,
    tier: tier === 'none' ? null : tier,
    language: place.language,
    timeZone: place.timeZone,
    preferredChannel: dice.weighted(CHANNELS),
    journeyStage: stage,
    labels: dice.chance(0.25) ? [dice.pick(LABELS)] : [],
    facts: dice.chance(0.3) ? dice.pick(FACTS) : '',
    fields: {},
    yearlyValueMinor: Math.round((dice.whole(least, most) * place.minorPerEuro) / 100),
    currency: place.currency,
    health: healthOf(dice, stage),
    customerSinceMs: stage === 'evaluating' ? null : sinceMs,
    createdAtMs: sinceMs,
    mergedIntoId: null,
    factsMarks: null,
    givenAway: null,
    reportedAtMs: null,
  })
  const known = { customer, person, place, email }
  addContacts(world, dice, known)
  return known
}

/** People in all markets, some of them at shops, a few shops with several people. No two share an address. */
export function addCustomers(world: World, firms: readonly Firm[], count: number): readonly Known[] {
  const dice = world.dice('customers')
  const weights = Object.fromEntries(places.map((place, index) => [String(index), place.weight]))
  const taken = new Map<string, number>()
  const known: Known[] = []
  while (known.length < count) {
    const firm = dice.chance(0.68) ? dice.pick(firms) : null
    const place = firm?.place ?? places[Number(dice.weighted(weights))]
    if (!place) continue
    const person = makePerson(dice, place)
    const domain = firm?.domain ?? 'example.com'
    const address = `${person.mailbox}@${domain}`
    const seen = taken.get(address) ?? 0
    taken.set(address, seen + 1)
    const email = seen === 0 ? address : `${person.mailbox}${seen + 1}@${domain}`
    known.push(addCustomer(world, dice, { firm, place, email, person }))
  }
  return known
}
