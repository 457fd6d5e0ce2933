import { toDomain } from '../../shared/domain/codec.ts'
import { WORK_KINDS } from '../../shared/domain/values.ts'
import { calendarsOf } from '../../shared/rules/sla/versions.ts'
import { serviceLevels } from '../../shared/rules/sla/service-levels.ts'
import type { ServiceLevels } from '../../shared/rules/sla/service-levels.ts'
import type { HubReader } from './store.ts'

/**
 * The service levels of one transaction, read when the first intent needs them and not locked: versions never change,
 * and one that is added at the same moment holds for the next transaction.
 */
export class ServiceLevelBook {
  readonly #tx: HubReader
  #known: Promise<ServiceLevels> | null = null

  constructor(tx: HubReader) {
    this.#tx = tx
  }

  now(): Promise<ServiceLevels> {
    return (this.#known ??= readServiceLevels(this.#tx))
  }
}

/** All versions of all policies with the calendars they count in. */
export async function readServiceLevels(tx: HubReader): Promise<ServiceLevels> {
  const found = []
  for (const kind of WORK_KINDS) {
    found.push(...(await tx.many({ table: 'slaPolicies', where: { kind }, above: null })))
  }
  const policies = found.map(row => toDomain('slaPolicies', row))
  const ids = new Set(policies.flatMap(calendarsOf))
  if (ids.size === 0) return serviceLevels(policies, [])
  const standing = await tx.standing([...ids].map(id => ({ table: 'calendars', id })))
  const calendars = standing.flatMap(({ row }) => (row ? [toDomain('calendars', row)] : []))
  return serviceLevels(policies, calendars)
}
