import { toDomain } from '../../../shared/domain/codec.ts'
import { WORK_KINDS } from '../../../shared/domain/values.ts'
import { calendarsOf } from '../../../shared/rules/sla/versions.ts'
import { NO_SERVICE_LEVELS, serviceLevels } from '../../../shared/rules/sla/service-levels.ts'
import type { ServiceLevels } from '../../../shared/rules/sla/service-levels.ts'
import { lookupId } from './outbox-store.ts'
import type { LaptopStore, RowKey } from './store.ts'

/** What is promised, as far as this laptop knows. A handful of small rows, so nothing is kept between two looks. */
export function serviceLevelsHere({ rows }: Pick<LaptopStore, 'rows'>): ServiceLevels {
  const policies = WORK_KINDS.flatMap(kind =>
    rows
      .many({ table: 'slaPolicies', where: { kind }, above: null })
      .map(({ row }) => toDomain('slaPolicies', row)),
  )
  const ids = new Set(policies.flatMap(calendarsOf))
  const calendars = [...ids].flatMap(id => {
    const found = rows.get('calendars', id)
    return found ? [toDomain('calendars', found.row)] : []
  })
  return serviceLevels(policies, calendars)
}

const policyLookups: readonly RowKey[] = WORK_KINDS.map(kind => ({
  table: 'slaPolicies',
  id: lookupId('kind', kind),
}))

type WatchedLevels = {
  readonly serviceLevels: ServiceLevels
  /** The policies, and the calendars that were asked for so far. */
  readonly watched: () => readonly RowKey[]
}
export const NO_LEVELS_WATCHED: WatchedLevels = { serviceLevels: NO_SERVICE_LEVELS, watched: () => [] }

/** Notes what an intent is predicted with: when another version or a missing calendar comes, it is predicted again. */
export function watchedLevels(store: Pick<LaptopStore, 'rows'>): WatchedLevels {
  const levels = serviceLevelsHere(store)
  const asked = new Set<string>()
  const openTime: ServiceLevels['openTime'] = calendarId => {
    asked.add(calendarId)
    return levels.openTime(calendarId)
  }
  return {
    serviceLevels: { ...levels, openTime },
    watched: () => [...policyLookups, ...[...asked].map(id => ({ table: 'calendars' as const, id }))],
  }
}
