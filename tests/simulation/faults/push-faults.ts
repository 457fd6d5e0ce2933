import type { PlantedFault } from './faults.ts'

const SYNC = 'main/data/sync'

/** Faults on the way of an intent from the agent into the hub, on the laptop's side. */
export const pushFaults: readonly PlantedFault[] = [
  {
    name: 'what an agent does is not on the disk when it is said to be safe',
    file: `${SYNC}/mutate.ts`,
    from: `return deps.store.transaction('durable', () => perform(deps, prepare(deps, intent, alone)))`,
    to: `return deps.store.transaction('relaxed', () => perform(deps, prepare(deps, intent, alone)))`,
    noticedBy: 1,
  },
  {
    name: 'the outbox entry is a transaction of its own',
    file: `${SYNC}/mutate.ts`,
    from: `return deps.store.transaction('durable', () => perform(deps, prepare(deps, intent, alone)))`,
    to: `let late: (() => void) | null = null
  const apart = { ...deps.store, outbox: { ...deps.store.outbox, append: ((entry: never, links: never) => { late = () => deps.store.outbox.append(entry, links) }) as never } }
  const id = deps.store.transaction('durable', () => perform({ ...deps, store: apart }, prepare(deps, intent, alone)))
  deps.store.transaction('durable', () => late?.())
  return id`,
    noticedBy: 1,
  },
  {
    name: 'entries leave in the wrong order',
    file: `${SYNC}/push.ts`,
    from: `    entries: entries.map(({ mutationId,`,
    to: `    entries: entries.toReversed().map(({ mutationId,`,
    noticedBy: 1,
  },
  {
    name: 'an entry does not wait for an earlier one on the same row',
    file: `${SYNC}/pick-batch.ts`,
    from: `const isFree = isOpen && !isAnswered && !unit.some(entry => holds.blocks(entry))`,
    to: `const isFree = isOpen && !isAnswered`,
    noticedBy: 7,
  },
  {
    name: 'what goes ahead does not wait for what the hub has not done',
    file: `${SYNC}/push.ts`,
    from: `[mutationId, kind === 'done']`,
    to: `[mutationId, kind !== undefined]`,
    noticedBy: [
      'tests/data/sync/push.test.ts',
      'while an answer is taken > what the hub did not do holds back what comes behind it',
    ],
  },
  {
    name: 'what went ahead of an answer of no use is taken for decided',
    file: `${SYNC}/push.ts`,
    from: `  if (outcome.kind === 'sent') deps.ahead.flight = next`,
    to: `  if (outcome.kind === 'sent') deps.ahead.flight = next
  else for (const { mutationId } of next?.entries ?? []) deps.store.transaction('relaxed', () => deps.store.outbox.remove(mutationId))`,
    noticedBy: [
      'tests/data/sync/push.test.ts',
      'while an answer is taken > one of no use is asked for again, and what went ahead goes again behind it',
    ],
  },
  {
    name: 'a reply leaves within its undo window',
    file: `${SYNC}/pick-batch.ts`,
    from: `const held = entry.heldUntilMs ?? 0`,
    to: `const held = 0`,
    noticedBy: 1,
  },
  {
    name: 'a clock that was set back holds drafts for years',
    file: `${SYNC}/pick-batch.ts`,
    from: `  if (entry.nowMs > nowMs) return restsUntilMs
`,
    to: ``,
    noticedBy: 1,
  },
  {
    name: 'it is not noted that an entry has left',
    file: `${SYNC}/push.ts`,
    from: `store.outbox.update(mutationId, { state: 'sending', wasSent: true })`,
    to: `store.outbox.update(mutationId, { state: 'sending' })`,
    noticedBy: 1,
  },
  {
    name: 'that an entry has left can be forgotten by a power cut',
    file: `${SYNC}/push.ts`,
    from: `store.transaction('durable', () => {
    for`,
    to: `store.transaction('relaxed', () => {
    for`,
    noticedBy: [
      'tests/data/sync/push.test.ts',
      'the mark "may have left" is on the disk before the request leaves',
    ],
  },
  {
    name: 'what goes on while files travel does not reach the push',
    file: `${SYNC}/push.ts`,
    from: `    entries = beforeOtherFiles(store, pickForSending(deps, limit).entries, blobs)
`,
    to: `    beforeOtherFiles(store, entries, blobs)
`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'an edit that is made while files travel leaves with them',
    ],
  },
  {
    name: 'a hub of another protocol is never asked again',
    file: `${SYNC}/retry.ts`,
    from: `    case 'hub-too-new':
      return { type: 'retry', inMs: CURED_BY_PEOPLE_MS }`,
    to: `    case 'hub-too-new':
      return { type: 'pause', until: 'signed-in' }`,
    noticedBy: 1,
  },
  {
    name: 'an entry is taken as done when it is sent',
    file: `${SYNC}/push.ts`,
    from: `  const answer = remote.push({`,
    to: `  store.transaction('relaxed', () => { for (const { mutationId } of entries) store.outbox.remove(mutationId) })
  const answer = remote.push({`,
    noticedBy: 1,
  },
  {
    name: 'a lost answer makes the entry new work',
    file: `${SYNC}/push.ts`,
    from: `      else if (!isSuspected) store.outbox.update(mutationId, { state: 'pending' })`,
    to: `      else if (!isSuspected) store.outbox.renew(mutationId, mutationId.slice(0, -4) + String(clock.now() % 10000).padStart(4, '0'), store.outbox.get(mutationId)?.args)`,
    noticedBy: 1,
  },
  {
    name: 'after a failure nothing is tried until somebody comes',
    file: `${SYNC}/loop.ts`,
    from: `    if (ms === null) return
    this.#timer(ms, () => {
      this.#isResting = false
      this.#start()
    })`,
    to: `    if (ms === null) return`,
    noticedBy: 1,
  },
  {
    name: 'the verdict about a refused entry is lost',
    file: `${SYNC}/verdicts.ts`,
    from: `        park(store, entry.mutationId, whoIsGone === undefined ? refusal : customerGone(whoIsGone))
`,
    to: `        store.outbox.remove(entry.mutationId)
`,
    noticedBy: 1,
  },
  {
    name: 'the rest of a refused group goes on without it',
    file: `${SYNC}/verdicts.ts`,
    from: `    parkGroups(deps, input.batch)
`,
    to: ``,
    noticedBy: 1,
  },
  {
    name: 'what is done is not kept for a restored hub',
    file: `${SYNC}/verdicts.ts`,
    from: `  outbox.keepDone(entry, acceptedAtMs)
`,
    to: ``,
    noticedBy: 2,
  },
  {
    name: 'the rows of an answer are not taken',
    file: `${SYNC}/verdicts.ts`,
    from: `rebase(deps, { incoming, touched, source: 'answer' })`,
    to: `rebase(deps, { incoming: [], touched, source: 'answer' })`,
    noticedBy: 1,
  },
  {
    name: 'an undo takes back what has left',
    file: `${SYNC}/undo.ts`,
    from: `entry.state === 'parked' || (entry.state === 'pending' && !entry.wasSent)`,
    to: `entry.state === 'parked' || entry.state === 'pending'`,
    noticedBy: [
      'tests/data/sync/undo.test.ts',
      'what has left > what may have arrived is not taken back, its inverse follows it',
    ],
  },
  {
    name: 'what left the scope stays once the work that held it is taken back',
    file: `${SYNC}/undo.ts`,
    from: `      settleDepartures(store)
      return undone`,
    to: `      return undone`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'a customer out of scope goes when the work that held it is taken back',
    ],
  },
  {
    name: '"send again" keeps the id the hub has decided about',
    file: `${SYNC}/attention.ts`,
    from: `store.outbox.renew(mutationId, newId(clock.now(), random), args)`,
    to: `newId(clock.now(), random)
  store.outbox.update(mutationId, { args, state: 'pending', verdict: null, attempts: 0, nextAttemptAtMs: 0 })`,
    noticedBy: 2,
  },
]
