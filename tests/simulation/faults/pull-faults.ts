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
    noticedBy: [
      'tests/data/sync/pages.test.ts',
      'a page whose end is lost with the process is asked for again',
    ],
  },
  {
    name: 'a hint moves on while tables are fetched that an update has brought',
    file: `${SYNC}/pull.ts`,
    from: `store.state.get('cursor') !== null && missingTables(store).length === 0`,
    to: `store.state.get('cursor') !== null`,
    noticedBy: [
      'tests/data/sync/top-up.test.ts',
      'a hint is not taken before the tables are whole: what it removed would come back with them',
    ],
  },
  {
    name: 'what a snapshot of the same number named before counts as named',
    file: `${SYNC}/fill.ts`,
    from: `  if (!before && state.isAgain) await forgetNames(deps, state.asOf)
`,
    to: ``,
    noticedBy: [
      'tests/data/sync/fill.test.ts',
      'what has the number of a snapshot and is not named by it leaves, as what is older does',
    ],
  },
  {
    name: 'tables an update has brought are not fetched',
    file: `${SYNC}/engine.ts`,
    from: `if (missing.length > 0) return`,
    to: `if (missing.length > 0 && missing.length < 0) return`,
    noticedBy: [
      'tests/data/sync/top-up.test.ts',
      'an update that brings a table fetches its rows alone, whatever happened since the last look',
    ],
  },
  {
    name: 'a restored hub is not noticed',
    file: `${SYNC}/pull.ts`,
    from: `  const isRestored = isOtherEpoch || hasLostNumbers
`,
    to: `  const isRestored = false
  if (isOtherEpoch || hasLostNumbers) state.set('epoch', answer.epoch)
`,
    noticedBy: [
      'tests/data/sync/round-trip.test.ts',
      'a hub restored from a backup is given again what it had accepted, and the laptop equals it',
    ],
  },
  {
    name: 'a restored hub is not given again what it has forgotten',
    file: `${SYNC}/epoch.ts`,
    from: `    store.outbox.reopen(entry.mutationId, links)
    touched.push(...links)`,
    to: `    touched.push(...links)`,
    noticedBy: 2,
  },
  {
    name: 'a replay leaves rows it has removed',
    file: `${SYNC}/row-overlay.ts`,
    from: `          else if (rows.version(table, id) !== null) rows.remove(table, id)
`,
    to: ``,
    noticedBy: 1,
  },
  {
    name: 'a replay looks for rows as they stood before it',
    file: `${SYNC}/row-overlay.ts`,
    from: `      if (!here) return found
`,
    to: `      if (here || !here) return found
`,
    noticedBy: 1,
  },
  {
    name: 'what left a restored hub unanswered goes to it as new work',
    file: `${SYNC}/epoch.ts`,
    from: `= markDoubtful(deps, undecided)`,
    to: `= []`,
    noticedBy: 147,
  },
  {
    name: 'numbers of another epoch still count',
    file: `${SYNC}/epoch.ts`,
    from: `  store.rows.forgetVersions()
`,
    to: ``,
    noticedBy: 5,
  },
  {
    name: 'a hint is taken whatever lies between',
    file: `${SYNC}/pull.ts`,
    from: `if (!entries || fromSeq === null || fromSeq !== here || !isWhole) return 'pull'`,
    to: `if (!entries || fromSeq === null || !isWhole) return 'pull'`,
    noticedBy: 3,
  },
  {
    name: 'a hint from before own work is taken after it',
    file: `${SYNC}/engine.ts`,
    from: ` || hint.seq < memory.acceptedSeq`,
    to: ``,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'a hint that was under way does not bring back what own work has removed since',
    ],
  },
  {
    name: 'a poll asks a restored hub from where the old one stood',
    file: `${SYNC}/live.ts`,
    from: `heardSeq = answer.value.seq ?? heardSeq`,
    to: `heardSeq = Math.max(heardSeq, answer.value.seq ?? 0)`,
    noticedBy: [
      'tests/data/sync/live.test.ts',
      'a hub whose numbers went back is asked from where it stands',
    ],
  },
  {
    name: 'the rows of a hint are not taken',
    file: `${SYNC}/pull.ts`,
    from: `      takeSteps(deps, steps)
      if (cursor !== null)`,
    to: `      if (cursor !== null)`,
    noticedBy: 3,
  },
  {
    name: 'an older row replaces a newer one',
    file: `${SYNC}/rebase.ts`,
    from: `  if (known !== null) return version > known
`,
    to: `  if (known !== null) return true
`,
    noticedBy: 2,
  },
  {
    name: 'a late answer brings back what was removed',
    file: `${SYNC}/rebase.ts`,
    from: `  return source === 'feed' || version > Number(store.state.get('upToSeq') ?? 0)
`,
    to: `  return true
`,
    noticedBy: [
      'tests/data/sync/feed.test.ts',
      'answers that arrive late > never bring back a row that was removed since',
    ],
  },
  {
    name: 'tombstones are passed over',
    file: `${SYNC}/feed.ts`,
    from: `      return rowStep({ ...entry, row: null }, entry.seq)`,
    to: `      return []`,
    noticedBy: 3,
  },
  {
    name: 'a customer that leaves the scope stays',
    file: `${SYNC}/feed.ts`,
    from: `      return [{ kind: 'depart', departure: { kind: 'customer', id: entry.customerId } }]`,
    to: `      return []`,
    noticedBy: [
      'tests/data/sync/feed.test.ts',
      'a customer that leaves the scope > goes with everything on the card and all tickets; drafts and what others see stay',
    ],
  },
  {
    name: 'a customer that comes into scope comes without its rows',
    file: `${SYNC}/feed.ts`,
    from: `{ customerId, seq, named } }, ...rows]`,
    to: `{ customerId, seq, named } }]`,
    noticedBy: 9,
  },
  {
    name: 'the shadow is not renewed when the hub speaks',
    file: `${SYNC}/rebase.ts`,
    from: `  if (store.shadows.get({ table, id })) store.shadows.put({ table, id }, { row, version })
  else if (row)`,
    to: `  if (store.shadows.get({ table, id })) return
  else if (row)`,
    noticedBy: 1,
  },
  {
    name: 'no shadow is kept before pending work changes a row',
    file: `${SYNC}/apply-changes.ts`,
    from: `  if (!shadows.get(key)) shadows.put(key, found ?? { row: null, version: LOCAL_VERSION })
`,
    to: `  if (!shadows.get(key) && !found) shadows.put(key, { row: null, version: LOCAL_VERSION })
`,
    noticedBy: 1,
  },
  {
    name: 'pending work is replayed in the wrong order',
    file: `${SYNC}/closure.ts`,
    from: `toSorted(([, left], [, right]) => left - right)`,
    to: `toSorted(([, left], [, right]) => right - left)`,
    noticedBy: 1,
  },
  {
    name: 'pending work is not predicted anew when the agent may do something else',
    file: `${SYNC}/rebase.ts`,
    from: `    if (changesRights(deps, change)) for (const key of everyPending(store)) dirty.set(keyText(key), key)
`,
    to: ``,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'what is pending is predicted anew in the transaction that takes the right to do it away',
    ],
  },
  {
    name: 'rights that come with a snapshot go past pending work',
    file: `${SYNC}/fill.ts`,
    from: `  if (table === 'agents') links.add(actor().id)
`,
    to: ``,
    noticedBy: [
      'tests/data/sync/fill.test.ts',
      'rights that come with a snapshot reach work it says nothing about',
    ],
  },
  {
    name: 'a value of a newer hub is kept as another',
    file: 'shared/domain/codec.ts',
    from: `  return { row: raw, extra }`,
    to: `  return { row: { ...raw, ...toDomain(name, raw) }, extra }`,
    noticedBy: 1,
  },
  {
    name: 'a fill goes on where it was when the app comes to know more tables',
    file: 'main/data/db/migrate.ts',
    from: `    db.handle.exec(step.sql)
`,
    to: `    db.handle.exec(step.sql.replaceAll("IN ('fill', 'topUp')", "IN ('topUp')"))
`,
    noticedBy: [
      'tests/data/db/refill.test.ts',
      'an app that comes to know more tables fetches what was said of them, also in the middle of fetching',
    ],
    onSqlite: true,
  },
  {
    name: 'pending work is not replayed on new rows',
    file: `${SYNC}/rebase.ts`,
    from: `    if (isPending) dirty.set(keyText(change), { table: change.table, id: change.id })
`,
    to: ``,
    noticedBy: 3,
  },
  {
    name: 'the links of a replayed intent stay as they were',
    file: `${SYNC}/rebase.ts`,
    from: `  if (!sameLinks(before, outcome.links)) store.outbox.relink(entry.mutationId, outcome.links)
`,
    to: `  sameLinks(before, outcome.links)
`,
    noticedBy: 2,
  },
  {
    name: 'idle shadows stay',
    file: `${SYNC}/rebase.ts`,
    from: `  if (!outbox.onRow(key.table, key.id).some(isWrite)) shadows.drop(key)
`,
    to: `  isWrite(key as never)
`,
    noticedBy: 1,
  },
  {
    name: 'a snapshot of older rows replaces newer ones',
    file: `${SYNC}/fill.ts`,
    from: `    const part = { table, columns: head.columns, rows: rows.slice(from, to), version: head.asOf }`,
    to: `    const part = { table, columns: head.columns, rows: rows.slice(from, to), version: 1e9 }`,
    noticedBy: 1,
  },
  {
    name: 'a snapshot goes under pending work without a rebase',
    file: `${SYNC}/fill.ts`,
    from: `    if (linked.length > 0) rebase({ store, actor }, { incoming: linked, touched: [], source: 'feed' })
`,
    to: `    if (linked.length > 0) for (const { row, version } of linked) if (row) store.rows.put(table, row, version)
`,
    noticedBy: 1,
  },
  {
    name: 'after a snapshot nothing is swept away',
    file: `${SYNC}/fill.ts`,
    from: `    await sweep(deps, asOf)
`,
    to: `    if (asOf < 0) await sweep(deps, asOf)
`,
    noticedBy: 2,
  },
  {
    name: 'a snapshot sweeps drafts away',
    file: `${SYNC}/sweep.ts`,
    from: `isOwn && base.version === FORMER_EPOCH_VERSION) return false
`,
    to: `isOwn && base.version === FORMER_EPOCH_VERSION) return true
`,
    noticedBy: 7,
  },
  {
    name: 'words about an erased person outlast a snapshot',
    file: `${SYNC}/sweep.ts`,
    from: `isOwn && base.version === FORMER_EPOCH_VERSION) return false
`,
    to: `isOwn) return false
`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'words about a person who was erased long ago go with the next snapshot',
    ],
  },
  {
    name: 'what a snapshot has not named comes back with the work that had removed it',
    file: `${SYNC}/sweep.ts`,
    from: `const byTable = Map.groupBy(deps.store.shadows.olderThan(asOf),`,
    to: `const byTable = Map.groupBy(deps.store.shadows.olderThan(-2),`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'what was removed here and there stays away when its tombstone is forgotten',
    ],
  },
  {
    name: 'what work hides is swept behind all tables only',
    file: `${SYNC}/sweep.ts`,
    from: `  store.transaction('relaxed', () => sweepHidden(deps, asOf, stays))
  for (const table of others.filter(name => !stays(name))) {
`,
    to: `  for (const table of others.filter(name => !stays(name))) {
`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'what an answer of a guide had taken away stays away when a snapshot takes the run it belongs to',
    ],
  },
  {
    name: 'a fill goes on from its end after a cut in the middle',
    file: `${SYNC}/fill.ts`,
    from: `  const state = store.transaction('relaxed', () => beginPart(deps, before, part))
`,
    to: `  const state = store.transaction('relaxed', () => beginPart(deps, before, part))
  if (state && part.head.next !== null) saveState(store, { ...state, position: part.head.next })
`,
    noticedBy: [
      'tests/data/sync/fill.test.ts',
      'a part that is not what the protocol says changes nothing and is asked for again',
    ],
  },
  {
    name: 'a fill whose rights changed in the middle waits a minute',
    file: `${SYNC}/fill.ts`,
    from: `  return { kind: 'part', rows: 0, expectedRows: before.expectedRows, isLast: false }
}`,
    to: `  return { kind: 'failed', failure }
}`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'a fill whose scope changes in the middle begins again at once',
    ],
  },
  {
    name: 'what was read ahead of own work is used after it',
    file: `${SYNC}/read-ahead.ts`,
    from: `      drop()
      try {
        return await remote.push(request)
      } finally {
        drop()
      }`,
    to: `      return remote.push(request)`,
    noticedBy: [
      'tests/data/sync/read-ahead.test.ts',
      'reading a snapshot ahead > gives a part from before own work reached the hub to nobody',
    ],
  },
  {
    name: 'a part asked for with the number of a lost history is used',
    file: `${SYNC}/read-ahead.ts`,
    from: `reading.since === since ? reading.parts.get(position ?? '') : undefined`,
    to: `reading.parts.get(position ?? '')`,
    noticedBy: [
      'tests/data/sync/read-ahead.test.ts',
      'reading a snapshot ahead > gives a part that was asked for with another number to nobody: it names who was erased since that one',
    ],
  },
  {
    name: 'what was asked for while own work was on its way is used after it',
    file: `${SYNC}/read-ahead.ts`,
    from: `      } finally {
        drop()
      }`,
    to: `      } finally {
      }`,
    noticedBy: [
      'tests/data/sync/read-ahead.test.ts',
      'reading a snapshot ahead > gives what was asked for while own work was on its way to nobody',
    ],
  },
]
