import type { Organisation } from '../../../shared/domain/people.ts'
import { DAY_MS } from '../world.ts'
import type { World } from '../world.ts'
import { makePerson } from './make-person.ts'
import { places } from './places.ts'
import type { Place } from './places.ts'

export type Firm = { readonly organisation: Organisation; readonly place: Place; readonly domain: string }

/** Shops and small chains, each in one market. Domains lie below example.com, so no mail can reach a stranger. */
export function addOrganisations(world: World, count: number): readonly Firm[] {
  const dice = world.dice('organisations')
  const weights = Object.fromEntries(places.map((place, index) => [String(index), place.weight]))
  const used = new Set<string>()
  const firms: Firm[] = []
  while (firms.length < count) {
    const place = places[Number(dice.weighted(weights))]
    if (!place) continue
    const person = makePerson(dice, place)
    const called = dice.chance(0.75) ? person.family : dice.pick(place.cities)
    const name = dice.pick(place.shops).replace('{}', called)
    if (used.has(name)) continue
    used.add(name)
    const domain = `shop-${(firms.length + 101).toString(36)}.example.com`
    const organisation = world.add('organisations', {
      id: world.id(world.nowMs - dice.whole(100, 1500) * DAY_MS),
      name,
      domain,
      country: place.country,
      notes: null,
      reference: null,
      reportedAtMs: null,
    })
    firms.push({ organisation, place, domain })
  }
  return firms
}
