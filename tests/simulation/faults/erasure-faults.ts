import type { PlantedFault } from './faults.ts'

const ERASED = 'tests/data/sync/erased-person.test.ts'
const AWAY = 'tests/data/sync/erased-while-away.test.ts'

/** Faults of what a laptop keeps of erased people, and of what it takes for unsent. */
export const erasureFaults: readonly PlantedFault[] = [
  {
    name: 'what was accepted about an erased person is kept',
    file: 'main/data/sync/erase-person.ts',
    from: `.filter(isAbout)) store.outbox.dropDone(mutationId)`,
    to: `.filter(isAbout)) void mutationId`,
    noticedBy: 12,
  },
  {
    name: 'what has left goes on quoting an erased person',
    file: 'main/data/sync/erase-person.ts',
    from: `[...unfinished(store)].filter(isAbout)`,
    to: `[...unfinished(store)].filter(each => isAbout(each) && !each.wasSent)`,
    noticedBy: [ERASED, 'what has left and was not answered keeps its id and its own words only'],
  },
  {
    name: 'what was under way while its person was erased is kept',
    file: 'main/data/sync/verdicts.ts',
    from: `whoIsGone === undefined ? input.answer.hubTimeMs : null`,
    to: `input.answer.hubTimeMs`,
    noticedBy: [ERASED, 'an answer that comes after the erasure brings nothing of the person back'],
  },
  {
    name: 'whoever was erased before a snapshot counts as out of scope',
    file: 'main/data/sync/fill.ts',
    from: `  await eraseMissed(deps, { erased, asOf })
`,
    to: ``,
    noticedBy: [AWAY, 'of a person erased while this laptop was away for long nothing stays but own words'],
  },
  {
    name: 'a draft that arrives after its person was erased is taken',
    file: 'server/sync/apply.ts',
    from: `if (erased !== null) return { kind: 'gone'`,
    to: `if (erased === '') return { kind: 'gone'`,
    noticedBy: [
      AWAY,
      'a draft that was begun offline and arrives after the person was erased is kept nowhere',
    ],
  },
  {
    name: 'a laptop asks from the number of the snapshot who was erased',
    file: 'main/data/sync/fill.ts',
    from: `since: isAgain ? sinceHere(store) : null`,
    to: `since: head.asOf`,
    noticedBy: [AWAY, 'of a person erased while this laptop was away for long nothing stays but own words'],
  },
  {
    name: 'a push that may have arrived counts as unsent',
    file: 'main/data/sync/push.ts',
    from: `const neverLeft = 'neverLeft' in failure`,
    to: `const neverLeft = failure.kind === 'offline'`,
    noticedBy: 2,
  },
  {
    name: 'late news takes a message back a step',
    file: 'shared/mutations/track-message.ts',
    from: `if (rankOf(delivery) <= rankOf(message.delivery)) return []`,
    to: `if (delivery === message.delivery) return []`,
    noticedBy: 1,
  },
]
