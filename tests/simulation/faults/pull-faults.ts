import type { PlantedFault } from './faults.ts'

const SYNC = 'main/data/sync'

/** Faults on the way from the hub to what the agent sees, on the laptop's side. */
export const pullFaults: readonly PlantedFault[] = [
  {
    name: 'the cursor is stored before its page',
    file: `${SYNC}/pull.ts`,
    from: `  if (steps.length === 0) store.transaction('relaxed', end)
`,
    to: `  store.transaction('relaxed', end)
`,
    seed: 0,
  },
  {
    name: 'a restored hub is not noticed',
    file: `${SYNC}/pull.ts`,
    from: `  const isRestored = isOtherEpoch || hasLostNumbers
`,
    to: `  const isRestored = false
  if (isOtherEpoch || hasLostNumbers) state.set('epoch', answer.epoch)
`,
    seed: 0,
  },
  {
    name: 'a restored hub is not given again what it has forgotten',
    file: `${SYNC}/epoch.ts`,
    from: `    store.outbox.reopen(entry.mutationId, links)
    touched.push(...links)`,
    to: `    touched.push(...links)`,
    seed: 2,
  },
  {
    name: 'numbers of another epoch still count',
    file: `${SYNC}/epoch.ts`,
    from: `  store.rows.forgetVersions()
`,
    to: ``,
    seed: 5,
  },
  {
    name: 'a hint is taken whatever lies between',
    file: `${SYNC}/pull.ts`,
    from: `if (!entries || fromSeq === null || fromSeq !== here || store.state.get('cursor') === null) return 'pull'`,
    to: `if (!entries || fromSeq === null || store.state.get('cursor') === null) return 'pull'`,
    seed: 3,
  },
  {
    name: 'a hint from before own work is taken after it',
    file: `${SYNC}/engine.ts`,
    from: ` || hint.seq < memory.acceptedSeq`,
    to: ``,
    seed: 0,
  },
  {
    name: 'the rows of a hint are not taken',
    file: `${SYNC}/pull.ts`,
    from: `      takeSteps(deps, steps)
      if (cursor !== null)`,
    to: `      if (cursor !== null)`,
    seed: 3,
  },
  {
    name: 'an older row replaces a newer one',
    file: `${SYNC}/rebase.ts`,
    from: `  if (known !== null) return version > known
`,
    to: `  if (known !== null) return true
`,
    seed: 1,
  },
  {
    name: 'a late answer brings back what was removed',
    file: `${SYNC}/rebase.ts`,
    from: `  return source === 'feed' || version > Number(store.state.get('upToSeq') ?? 0)
`,
    to: `  return true
`,
    seed: 0,
  },
  {
    name: 'tombstones are passed over',
    file: `${SYNC}/feed.ts`,
    from: `      return rowStep({ ...entry, row: null }, entry.seq)`,
    to: `      return []`,
    seed: 3,
  },
  {
    name: 'a customer that leaves the scope stays',
    file: `${SYNC}/feed.ts`,
    from: `      return [{ kind: 'depart', departure: { kind: 'customer', id: entry.customerId } }]`,
    to: `      return []`,
    seed: 9,
  },
  {
    name: 'a customer that comes into scope comes without its rows',
    file: `${SYNC}/feed.ts`,
    from: `        ...entry.rows.flatMap(row => rowStep(row, entry.seq)),
`,
    to: ``,
    seed: 13,
  },
  {
    name: 'work on a customer that leaves goes with it',
    file: `${SYNC}/scope.ts`,
    from: `  if (keys.some(key => isHeld(store, key))) {`,
    to: `  if (keys.length < 0) {`,
    seed: 0,
  },
  {
    name: 'what waited to leave never goes',
    file: `${SYNC}/scope.ts`,
    from: `  for (const departure of store.departures.list()) depart(store, departure)
`,
    to: ``,
    seed: 12,
  },
  {
    name: 'the shadow is not renewed when the hub speaks',
    file: `${SYNC}/rebase.ts`,
    from: `  if (store.shadows.get({ table, id })) store.shadows.put({ table, id }, { row, version })
  else if (row)`,
    to: `  if (store.shadows.get({ table, id })) return
  else if (row)`,
    seed: 1,
  },
  {
    name: 'no shadow is kept before pending work changes a row',
    file: `${SYNC}/apply-changes.ts`,
    from: `  if (!shadows.get(key)) shadows.put(key, found ?? { row: null, version: LOCAL_VERSION })
`,
    to: `  if (!shadows.get(key) && !found) shadows.put(key, { row: null, version: LOCAL_VERSION })
`,
    seed: 1,
  },
  {
    name: 'pending work is replayed in the wrong order',
    file: `${SYNC}/closure.ts`,
    from: `toSorted(([, left], [, right]) => left - right)`,
    to: `toSorted(([, left], [, right]) => right - left)`,
    seed: 1,
  },
  {
    name: 'pending work is not predicted anew when the agent may do something else',
    file: `${SYNC}/rebase.ts`,
    from: `    if (changesRights(deps, change)) for (const key of everyPending(store)) dirty.set(keyText(key), key)
`,
    to: ``,
    seed: 0,
  },
  {
    name: 'rights that come with a snapshot go past pending work',
    file: `${SYNC}/fill.ts`,
    from: `  if (table === 'agents') links.add(actor().id)
`,
    to: ``,
    seed: 0,
  },
  {
    name: 'a value of a newer hub is kept as another',
    file: 'shared/domain/codec.ts',
    from: `  return { row: raw, extra }`,
    to: `  return { row: { ...raw, ...toDomain(name, raw) }, extra }`,
    seed: 1,
  },
  {
    name: 'a fill goes on where it was when the app comes to know more tables',
    file: 'main/data/db/migrations/0210-leases.ts',
    from: `IN ('cursor', 'fill')`,
    to: `IN ('cursor')`,
    seed: 0,
    onSqlite: true,
  },
  {
    name: 'pending work is not replayed on new rows',
    file: `${SYNC}/rebase.ts`,
    from: `    if (isPending) dirty.set(keyText(change), { table: change.table, id: change.id })
`,
    to: ``,
    seed: 3,
  },
  {
    name: 'the links of a replayed intent stay as they were',
    file: `${SYNC}/rebase.ts`,
    from: `  if (!sameLinks(before, outcome.links)) store.outbox.relink(entry.mutationId, outcome.links)
`,
    to: `  sameLinks(before, outcome.links)
`,
    seed: 2,
  },
  {
    name: 'idle shadows stay',
    file: `${SYNC}/rebase.ts`,
    from: `  if (!outbox.onRow(key.table, key.id).some(isWrite)) shadows.drop(key)
`,
    to: `  isWrite(key as never)
`,
    seed: 1,
  },
  {
    name: 'a snapshot of older rows replaces newer ones',
    file: `${SYNC}/fill.ts`,
    from: `    const part = { table, columns: head.columns, rows: rows.slice(from, to), version: head.asOf }`,
    to: `    const part = { table, columns: head.columns, rows: rows.slice(from, to), version: 1e9 }`,
    seed: 2,
  },
  {
    name: 'a snapshot goes under pending work without a rebase',
    file: `${SYNC}/fill.ts`,
    from: `    if (linked.length > 0) rebase({ store, actor }, { incoming: linked, touched: [], source: 'feed' })
`,
    to: `    if (linked.length > 0) for (const { row, version } of linked) if (row) store.rows.put(table, row, version)
`,
    seed: 1,
  },
  {
    name: 'after a snapshot nothing is swept away',
    file: `${SYNC}/fill.ts`,
    from: `  if (isAgain) await sweep(deps, asOf)
`,
    to: `  if (isAgain && asOf < 0) await sweep(deps, asOf)
`,
    seed: 2,
  },
  {
    name: 'a snapshot sweeps drafts away',
    file: `${SYNC}/sweep.ts`,
    from: `row?.['clientId'] === clientId && isForgotten) return false
`,
    to: `row?.['clientId'] === clientId && isForgotten) return true
`,
    seed: 7,
  },
  {
    name: 'words about an erased person outlast a snapshot',
    file: `${SYNC}/sweep.ts`,
    from: `row?.['clientId'] === clientId && isForgotten) return false
`,
    to: `row?.['clientId'] === clientId) return false
`,
    seed: 0,
  },
  {
    name: 'what a snapshot has not named comes back with the work that had removed it',
    file: `${SYNC}/sweep.ts`,
    from: `  store.transaction('relaxed', () => sweepHidden(deps, asOf))
`,
    to: ``,
    seed: 0,
  },
  {
    name: 'a fill goes on from its end after a cut in the middle',
    file: `${SYNC}/fill.ts`,
    from: `  const state = store.transaction('relaxed', () => beginPart(deps, before, part))
`,
    to: `  const state = store.transaction('relaxed', () => beginPart(deps, before, part))
  if (state && part.head.next !== null) saveState(store, { ...state, position: part.head.next })
`,
    seed: 0,
  },
  {
    name: 'a fill whose rights changed in the middle waits a minute',
    file: `${SYNC}/fill.ts`,
    from: `  return { kind: 'part', rows: 0, expectedRows: before.expectedRows, isLast: false }
}`,
    to: `  return { kind: 'failed', failure }
}`,
    seed: 0,
  },
  {
    name: 'what was read ahead of own work is used after it',
    file: `${SYNC}/read-ahead.ts`,
    from: `      parts.drop()
      pages.drop()
      return remote.push(request)`,
    to: `      return remote.push(request)`,
    seed: 0,
  },
]
