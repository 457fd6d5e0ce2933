import type { LaptopStore, RowKey } from './store.ts'

/** The hub has it, as far as this laptop knows: it is not only what pending work here makes of it. */
export const isOnHub = ({ rows, shadows }: LaptopStore, key: RowKey): boolean => {
  const shadow = shadows.get(key)
  return shadow ? shadow.row !== null : (rows.version(key.table, key.id) ?? 0) !== 0
}
