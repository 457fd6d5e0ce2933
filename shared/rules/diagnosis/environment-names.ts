import type { LocalWords, RequiredDetails } from '../../domain/guides.ts'
import type { Fields } from '../../domain/values.ts'
import { detailsFor } from './known-details.ts'

export const ENVIRONMENT_PLACE = 'environment.'

/** The name in a place like `environment.os`; null for other places. */
export const environmentName = (place: string | null | undefined): string | null => {
  const name = place?.startsWith(ENVIRONMENT_PLACE) ? place.slice(ENVIRONMENT_PLACE.length).trim() : ''
  return name === '' ? null : name
}

export type EnvironmentName = {
  readonly name: string
  /** As the list of what has to be known calls it; null where it does not. */
  readonly label: LocalWords | null
}

/** What can be written down of the surroundings of a product: what has to be known, then what is known besides. */
export function environmentNames(
  lists: readonly Pick<RequiredDetails, 'products' | 'items'>[],
  productName: string | null,
  known: Fields,
): readonly EnvironmentName[] {
  const asked = detailsFor(lists, productName).flatMap(({ from, label }) => {
    const name = environmentName(from)
    return name === null ? [] : [{ name, label }]
  })
  const names = new Map<string, EnvironmentName>(asked.map(each => [each.name, each]))
  for (const name of Object.keys(known)) if (!names.has(name)) names.set(name, { name, label: null })
  return [...names.values()]
}
