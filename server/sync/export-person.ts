import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import type { HubDeps } from './apply-as-hub.ts'

export type PersonExport = {
  readonly customerId: string
  readonly exportedAtMs: number
  /** Whole rows by table, in the order of the registry; files are named by their content. */
  readonly tables: Readonly<Partial<Record<TableName, readonly AnyRow[]>>>
}

/** Everything the hub holds about one person, all merged records included, as one moment has it. Throws `not-found`. */
export async function exportPerson(
  { store, clock }: Pick<HubDeps, 'store' | 'clock'>,
  workspaceId: string,
  customerId: string,
): Promise<PersonExport> {
  const rows = await store.read(workspaceId, async tx => {
    const family = (await tx.families([customerId])).get(customerId) ?? [customerId]
    const told = await Promise.all(
      family.map(id => tx.many({ table: 'relations', where: { otherCustomerId: id }, above: null })),
    )
    const own = await tx.groupRows(family)
    const elsewhere = told.flat().filter(row => !family.includes(String(row['customerId'])))
    return [...own, ...elsewhere.map(row => ({ table: 'relations' as const, row }))]
  })
  if (rows.length === 0) throw new AppError(ErrorCode.NotFound, 'No such customer', { id: customerId })
  const byTable = Map.groupBy(rows, ({ table }) => table)
  const tables = Object.fromEntries([...byTable].map(([table, all]) => [table, all.map(({ row }) => row)]))
  return { customerId, exportedAtMs: clock.now(), tables }
}

export type HandedOut = {
  readonly customerId: string
  /** Null: the hub's own command line. */
  readonly agentId: string | null
}

/** As `exportPerson`; before it is handed out, that it was is on record. Throws `not-found`. */
export async function handOutPerson(
  { store, clock }: Pick<HubDeps, 'store' | 'clock'>,
  workspaceId: string,
  { customerId, agentId }: HandedOut,
): Promise<PersonExport> {
  const person = await exportPerson({ store, clock }, workspaceId, customerId)
  await store.write(workspaceId, tx => tx.recordExport({ customerId, agentId, atMs: person.exportedAtMs }))
  return person
}
