import type { PlantedFault } from './faults.ts'

const CHANNEL = 'tests/unit/server/channel.test.ts'
const SYNC = 'server/sync'

/** Faults of the hub. */
export const hubFaults: readonly PlantedFault[] = [
  {
    name: 'erasing leaves what is kept for laptops that come',
    file: `${SYNC}/admin.ts`,
    from: `  await tx.clearShelf()
  await book.lock(refs)
`,
    to: `  await book.lock(refs)
`,
    noticedBy: ['tests/data/sync/kept-parts.test.ts', 'nobody who was erased is in what is kept'],
  },
  {
    name: 'what was read before somebody was erased is kept behind it',
    file: `${SYNC}/snapshot.ts`,
    from: `...about, asOf: known.state.head.seq })`,
    to: `...about, asOf: Number.MAX_SAFE_INTEGER })`,
    noticedBy: [
      'tests/data/sync/kept-parts.test.ts',
      'a part read before somebody was erased is not kept behind it',
    ],
  },
  {
    name: 'a snapshot made of kept parts has the newest number',
    file: `${SYNC}/snapshot.ts`,
    from: `seq: begun?.seq ?? head.seq }`,
    to: `seq: head.seq }`,
    noticedBy: [
      'tests/data/sync/kept-parts.test.ts',
      'a snapshot made of kept parts has their number, so that what happened since is pulled',
    ],
  },
  {
    name: 'receipts are not looked up',
    file: `${SYNC}/push.ts`,
    from: `    tx.receipts(request.clientId, ids),
`,
    to: `    tx.receipts(request.clientId, []),
`,
    noticedBy: 1,
  },
  {
    name: 'what a restored hub is given again leaves it again',
    file: `${SYNC}/decide-units.ts`,
    from: `mayHaveLeft: replayed,`,
    to: `mayHaveLeft: false,`,
    noticedBy: 6,
  },
  {
    name: 'what was sent again under a lost history leaves again',
    file: 'shared/mutations/send-again.ts',
    from: `context.mayHaveLeft || !leavesAgain`,
    to: `!leavesAgain`,
    noticedBy: [
      'tests/unit/mutations/sending-again.test.ts',
      'a message that may have left > stays in doubt when it was sent again under a history that is lost',
    ],
  },
  {
    name: 'what waited for its channel in a backup leaves again',
    file: `${SYNC}/admin.ts`,
    from: `    await tx.doubtQueued(clock.now())
`,
    to: ``,
    noticedBy: 28,
  },
  {
    name: 'receipts are not written',
    file: `${SYNC}/push.ts`,
    from: `  const stored = tx.putReceipts(request.clientId, receiptsOf(run, outcomes, receipts))
`,
    to: `  const stored = Promise.resolve(receiptsOf(run, outcomes, receipts))
`,
    noticedBy: 1,
  },
  {
    name: 'receipts are written by a transaction of their own',
    file: `${SYNC}/push.ts`,
    from: `  const stored = tx.putReceipts(request.clientId, receiptsOf(run, outcomes, receipts))
`,
    to: `  const stored = Promise.resolve(void Promise.resolve(receiptsOf(run, outcomes, receipts)).then(late => deps.store.write(caller.workspaceId, own => own.putReceipts(request.clientId, late))).catch(() => {}))
`,
    noticedBy: 1,
  },
  {
    name: 'the counter is taken before the receipts are written',
    file: `${SYNC}/push.ts`,
    from: `  const stored = tx.putReceipts(request.clientId, receiptsOf(run, outcomes, receipts))
  // Last of all: from here to the commit every other writer of the workspace waits.
  const published = changes.length === 0 ? Promise.resolve(null) : tx.publish(changes, receivedAtMs)
`,
    to: `  const published = changes.length === 0 ? Promise.resolve(null) : tx.publish(changes, receivedAtMs)
  const stored = tx.putReceipts(request.clientId, receiptsOf(run, outcomes, receipts))
`,
    noticedBy: 1,
  },
  {
    name: 'the epoch of a push is ignored',
    file: `${SYNC}/push.ts`,
    from: `  if (request.epoch !== epoch)
`,
    to: `  if (request.epoch === 'never')
`,
    noticedBy: 3,
  },
  {
    name: 'a refused member does not undo its group',
    file: `${SYNC}/decide-units.ts`,
    from: `    if (outcome.kind !== 'done') {
      run.book.rollBack(mark)
      run.numbers.rollBack(numbers)
      return`,
    to: `    if (outcome.kind !== 'done') {
      run.numbers.rollBack(numbers)
      return`,
    noticedBy: 1,
  },
  {
    name: 'conflicts are not looked for',
    file: 'shared/mutations/decide.ts',
    from: `  const conflict = context.side === 'hub' ? mutation.conflict(typed, args, context) : null
`,
    to: `  const conflict = context.side === 'hub' && context.nowMs < 0 ? mutation.conflict(typed, args, context) : null
`,
    noticedBy: 1,
  },
  {
    name: 'what is written does not come into the feed',
    file: `${SYNC}/settle.ts`,
    from: `  return [...written.flatMap(entry => feedChange(entry) ?? []), ...scopes]`,
    to: `  return [...written.slice(1).flatMap(entry => feedChange(entry) ?? []), ...scopes]`,
    noticedBy: 1,
  },
  {
    name: 'removed rows leave no tombstone',
    file: `${SYNC}/settle.ts`,
    from: `    kind: row ? 'row' : 'tombstone',
`,
    to: `    kind: 'row',
`,
    noticedBy: 2,
  },
  {
    name: 'a change of scope is not published',
    file: `${SYNC}/settle.ts`,
    from: `    if (!made.has(groupId)) entries.push({ kind: 'scope', groupId, keysBefore })
`,
    to: ``,
    noticedBy: 9,
  },
  {
    name: 'another team does not change the scope',
    file: `${SYNC}/admin.ts`,
    from: `    if (movesScope || changesRole) await tx.bumpScopeStamp(id)
`,
    to: `    if (movesScope && changesRole) await tx.bumpScopeStamp(id)
`,
    noticedBy: 18,
  },
  {
    name: 'a cursor behind the horizon is continued',
    file: `${SYNC}/pull.ts`,
    from: `  return cursor.seq < state.head.horizonSeq ? 'horizon' : cursor
`,
    to: `  return cursor
`,
    noticedBy: [
      'tests/data/sync/pages.test.ts',
      'who comes back when removals are forgotten does not keep what was removed',
    ],
  },
  {
    name: 'a page skips one number',
    file: `${SYNC}/read-entries.ts`,
    from: `    seq = part.cutAt ?? records.at(-1)?.seq ?? upTo
`,
    to: `    seq = Math.min(upTo, (part.cutAt ?? records.at(-1)?.seq ?? upTo) + 1)
`,
    noticedBy: 2,
  },
  {
    name: 'a page says it is complete up to the head although more follows',
    file: `${SYNC}/read-entries.ts`,
    from: `    if (count >= room && !isLast) return { entries, rows: count, cutAt: record.seq }
`,
    to: `    if (count >= room && !isLast) return { entries, rows: count, cutAt: record.seq + 2 }
`,
    noticedBy: [
      'tests/data/sync/pages.test.ts',
      'a page that a whole customer has filled goes on behind that customer',
    ],
  },
  {
    name: 'a page sends rows of customers outside of the scope',
    file: `${SYNC}/scope.ts`,
    from: `      if (kind === 'tombstone' || isInScope(viewer, groupId ?? '', audiences)) return kind
`,
    to: `      if (kind === 'tombstone' || groupId !== null) return kind
`,
    noticedBy: 6,
  },
  {
    name: 'a snapshot leaves out every second table',
    file: `${SYNC}/snapshot.ts`,
    from: `  const step = rows.isEnd ? at.step + 1 : at.step
`,
    to: `  const step = rows.isEnd ? at.step + 2 : at.step
`,
    noticedBy: 1,
  },
  {
    name: 'a snapshot names a later cursor than its first part',
    file: `${SYNC}/snapshot.ts`,
    from: `    cursor: encodeCursor(cursor),
`,
    to: `    cursor: encodeCursor({ ...cursor, seq: cursor.seq + 1 }),
`,
    noticedBy: 4,
  },
  {
    name: 'a verdict names rows by a number to come',
    file: `${SYNC}/settle.ts`,
    from: `  const first = lastSeq - changes.length + 1
`,
    to: `  const first = lastSeq - changes.length + 2
`,
    noticedBy: 1,
  },
  {
    name: 'a verdict hands out rows outside of the scope',
    file: `${SYNC}/verdict-rows.ts`,
    from: `        const isVisible = row !== null && maySee(run.known.viewer, { table, row }, audiences)
`,
    to: `        const isVisible = row !== null && maySee({ ...run.known.viewer, policy: 'everything' }, { table, row }, audiences)
`,
    noticedBy: [
      'tests/data/sync/pages.test.ts',
      'an answer hands out no row of a customer who has left the scope',
    ],
  },
  {
    name: 'an erased customer leaves drafts behind',
    file: `${SYNC}/admin.ts`,
    from: `    refs.push(...drafts.map(({ id }) => ({ table: 'drafts' as const, id })))
`,
    to: `    drafts.map(({ id }) => ({ table: 'drafts' as const, id }))
`,
    noticedBy: 24,
  },
  {
    name: 'hints leave out every second change',
    file: 'server/live/channel.ts',
    from: `    sent = range.toSeq
`,
    to: `    sent = range.toSeq + 1
`,
    noticedBy: 1,
  },
  {
    name: 'what a copy published itself is told as if nothing had been published in between',
    file: `${SYNC}/feed-part.ts`,
    from: `    if (part.fromSeq !== at) return null
`,
    to: ``,
    noticedBy: [
      CHANNEL,
      'what was published elsewhere in between is read, and so is everything where counting is in doubt',
    ],
  },
  {
    name: 'of two changes of a row that are told at once the first is told',
    file: `${SYNC}/feed-part.ts`,
    from: `    for (const [key, row] of part.rows) rows.set(key, row)
`,
    to: `    for (const [key, row] of part.rows) if (!rows.has(key)) rows.set(key, row)
`,
    noticedBy: [CHANNEL, 'what this copy published is told without reading it, a row at its newest number'],
  },
  {
    name: 'a hub whose database was restored says nothing until its numbers are past those of before',
    file: 'server/live/channel.ts',
    from: `      if (seq < sent) doubt()
`,
    to: `      if (seq < -1) doubt()
`,
    noticedBy: [
      CHANNEL,
      'what a database restored to an older state says is heard, though its numbers were there before',
    ],
  },
  {
    name: 'a hint says more than it holds',
    file: 'server/live/feed-range.ts',
    from: `    if (meaning === 'none') continue
`,
    to: `    if (meaning === 'none' || meaning === 'tombstone') continue
`,
    noticedBy: ['tests/data/sync/pages.test.ts', 'a hint says what was removed too'],
  },
]
