import { describe, expect, test } from 'vitest'
import { readAhead } from '../../../main/data/sync/read-ahead.ts'
import { answered, failed } from '../../../main/data/remote/remote.ts'
import type { Answered, Remote, SnapshotPart } from '../../../main/data/remote/remote.ts'

const part = (next: string | null): SnapshotPart => ({
  head: { epoch: 'e', asOf: 1, cursor: 'c', table: 'teams', columns: [], rows: 0, next, expectedRows: 0 },
  rows: [],
})

const noTurn = async (): Promise<void> => {}

/** A hub with the parts '', b, c, d and e that writes down what it was asked for. */
function aHub(answers: Readonly<Record<string, Answered<SnapshotPart>>> = {}) {
  const asked: (string | null)[] = []
  const parts: Readonly<Record<string, Answered<SnapshotPart>>> = {
    '': answered(part('b')),
    b: answered(part('c')),
    c: answered(part('d')),
    d: answered(part('e')),
    e: answered(part(null)),
    ...answers,
  }
  const remote: Remote = {
    push: async () => failed({ kind: 'offline' }),
    pull: async () => failed({ kind: 'offline' }),
    snapshot: async ({ position }) => {
      asked.push(position)
      return parts[position ?? ''] ?? failed({ kind: 'bad-answer' })
    },
  }
  return { asked, remote: readAhead(remote, noTurn) }
}

const push = { protocol: 1, clientId: 'c', epoch: 'e', sentAtMs: 0, entries: [] }

describe('reading a snapshot ahead', () => {
  test('asks for three parts while the one before is put away, and for each part once', async () => {
    const { asked, remote } = aHub()
    await remote.snapshot({ position: null, since: 7 })
    expect(asked).toEqual([null, 'b', 'c', 'd'])
    const follows = { b: 'c', c: 'd', d: 'e', e: null }
    for (const [position, next] of Object.entries(follows))
      expect(await remote.snapshot({ position, since: 7 })).toMatchObject({ value: { head: { next } } })
    expect(asked).toEqual([null, 'b', 'c', 'd', 'e'])
  })

  test('gives out a part when the request for the one behind it had its turns to leave', async () => {
    const order: string[] = []
    const remote = readAhead(
      {
        push: async () => failed({ kind: 'offline' }),
        pull: async () => failed({ kind: 'offline' }),
        snapshot: async ({ position }) => {
          order.push(`asked for ${position}`)
          return position === null ? answered(part('b')) : new Promise(() => {})
        },
      },
      async () => void order.push('turn'),
    )
    await remote.snapshot({ position: null, since: 7 })
    order.push('given out')
    expect(order).toEqual(['asked for null', 'asked for b', 'turn', 'turn', 'turn', 'turn', 'given out'])
  })

  test('asks for the next part as soon as an answer begins that says which it is, and once', async () => {
    const asked: (string | null)[] = []
    const order = [null, 'b', 'c', 'd', 'e']
    const begin: (() => void)[] = []
    const remote = readAhead(
      {
        push: async () => failed({ kind: 'offline' }),
        pull: async () => failed({ kind: 'offline' }),
        snapshot: ({ position, begun }) => {
          asked.push(position)
          const next = order[order.indexOf(position) + 1] ?? null
          if (position === null) return Promise.resolve(answered(part(next)))
          begin.push(() => begun?.(next))
          return new Promise(() => {})
        },
      },
      noTurn,
    )
    await remote.snapshot({ position: null, since: null })
    expect(asked).toEqual([null, 'b'])
    for (const behind of ['c', 'd']) {
      begin.shift()?.()
      expect(asked.at(-1)).toBe(behind)
    }
    // As many as are asked for ahead.
    begin.shift()?.()
    expect(asked).toEqual([null, 'b', 'c', 'd'])
  })

  test('gives a part from before own work reached the hub to nobody', async () => {
    const { asked, remote } = aHub()
    await remote.snapshot({ position: null, since: 7 })
    await remote.push(push)
    await remote.snapshot({ position: 'b', since: 7 })
    expect(asked).toEqual([null, 'b', 'c', 'd', 'b', 'c', 'd', 'e'])
  })

  test('gives what was asked for while own work was on its way to nobody', async () => {
    const asked: (string | null)[] = []
    const next = new Map<string | null, string>([
      [null, 'b'],
      ['b', 'c'],
    ])
    const { promise: answer, resolve } = Promise.withResolvers<Awaited<ReturnType<Remote['push']>>>()
    const remote = readAhead(
      {
        push: () => answer,
        pull: async () => failed({ kind: 'offline' }),
        snapshot: async ({ position }) => {
          asked.push(position)
          return answered(part(next.get(position) ?? null))
        },
      },
      noTurn,
    )
    const pushed = remote.push(push)
    await remote.snapshot({ position: null, since: 7 })
    expect(asked.slice(0, 2)).toEqual([null, 'b'])
    resolve(failed({ kind: 'timeout' }))
    await pushed
    await remote.snapshot({ position: 'b', since: 7 })
    expect(asked.filter(position => position === 'b')).toHaveLength(2)
  })

  test('gives a part that was asked for with another number to nobody: it names who was erased since that one', async () => {
    const { asked, remote } = aHub()
    await remote.snapshot({ position: null, since: 700 })
    await remote.snapshot({ position: 'b', since: 0 })
    expect(asked).toEqual([null, 'b', 'c', 'd', 'b', 'c', 'd', 'e'])
  })

  test('leaves what was read ahead when the snapshot begins again', async () => {
    const { asked, remote } = aHub()
    await remote.snapshot({ position: null, since: 7 })
    await remote.snapshot({ position: null, since: 7 })
    expect(asked).toEqual([null, 'b', 'c', 'd', null, 'b', 'c', 'd'])
  })

  test('tells a failure once and then asks again', async () => {
    const { asked, remote } = aHub({ b: failed({ kind: 'offline' }) })
    await remote.snapshot({ position: null, since: 7 })
    expect(await remote.snapshot({ position: 'b', since: 7 })).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    })
    await remote.snapshot({ position: 'b', since: 7 })
    expect(asked).toEqual([null, 'b', 'b'])
  })

  test('gives out parts that came along, each once, and asks behind the last of them while they are put away', async () => {
    const along: SnapshotPart = { ...part('b'), following: [part('c'), part('d')] }
    const { asked, remote } = aHub({ '': answered(along), d: answered(part(null)) })
    expect(await remote.snapshot({ position: null, since: 7 })).toEqual(answered(part('b')))
    expect(asked).toEqual([null, 'd'])
    expect(await remote.snapshot({ position: 'b', since: 7 })).toEqual(answered(part('c')))
    expect(await remote.snapshot({ position: 'c', since: 7 })).toEqual(answered(part('d')))
    expect(await remote.snapshot({ position: 'd', since: 7 })).toEqual(answered(part(null)))
    expect(asked).toEqual([null, 'd'])
  })

  test('gives parts that came along before own work reached the hub to nobody', async () => {
    const along: SnapshotPart = { ...part('b'), following: [part('c')] }
    const { asked, remote } = aHub({ '': answered(along) })
    await remote.snapshot({ position: null, since: 7 })
    await remote.push(push)
    await remote.snapshot({ position: 'b', since: 7 })
    expect(asked).toEqual([null, 'c', 'd', 'e', 'b', 'c', 'd', 'e'])
  })

  test('does not fail for a part nobody asks for', async () => {
    const remote = readAhead(
      {
        push: async () => failed({ kind: 'offline' }),
        pull: async () => failed({ kind: 'offline' }),
        snapshot: ({ position }) =>
          position === null ? Promise.resolve(answered(part('b'))) : Promise.reject(new Error('cut')),
      },
      noTurn,
    )
    await remote.snapshot({ position: null, since: 7 })
    await expect(remote.snapshot({ position: 'b', since: 7 })).rejects.toThrow('cut')
  })
})

describe('reading the feed ahead', () => {
  const page = (cursor: string, more: boolean) =>
    answered({ kind: 'page' as const, epoch: 'e', entries: [], cursor, more, hubTimeMs: 0, upTo: 1 })

  function aFeed() {
    const asked: string[] = []
    const pages: Readonly<Record<string, ReturnType<typeof page>>> = {
      a: page('b', true),
      b: page('c', false),
    }
    const remote = readAhead(
      {
        push: async () => failed({ kind: 'offline' }),
        snapshot: async () => failed({ kind: 'offline' }),
        pull: async ({ cursor }) => {
          asked.push(cursor)
          return pages[cursor] ?? failed({ kind: 'bad-answer' })
        },
      },
      noTurn,
    )
    return { asked, remote }
  }

  test('asks for the next page while there is more, for each once, and for none behind the last', async () => {
    const { asked, remote } = aFeed()
    await remote.pull({ cursor: 'a', limit: 9 })
    expect(asked).toEqual(['a', 'b'])
    await remote.pull({ cursor: 'b', limit: 9 })
    expect(asked).toEqual(['a', 'b'])
  })

  test('forgets the page when a hint or a push moved the laptop on', async () => {
    const moved = aFeed()
    await moved.remote.pull({ cursor: 'a', limit: 9 })
    await moved.remote.pull({ cursor: 'elsewhere', limit: 9 })
    await moved.remote.pull({ cursor: 'b', limit: 9 })
    expect(moved.asked).toEqual(['a', 'b', 'elsewhere', 'b'])

    const pushed = aFeed()
    await pushed.remote.pull({ cursor: 'a', limit: 9 })
    await pushed.remote.push(push)
    await pushed.remote.pull({ cursor: 'b', limit: 9 })
    expect(pushed.asked).toEqual(['a', 'b', 'b'])
  })
})
