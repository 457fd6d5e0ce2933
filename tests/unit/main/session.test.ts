import { describe, expect, test } from 'vitest'
import type { DemoAccess } from '../../../main/app/demo.ts'
import { parseHubUrl } from '../../../main/app/hub-address.ts'
import { Network } from '../../../main/app/network.ts'
import { PlaceList } from '../../../main/app/place-list.ts'
import { PlaceSecrets } from '../../../main/app/place-secrets.ts'
import { Session } from '../../../main/app/session.ts'
import type { CallInternal } from '../../../main/app/session-deps.ts'
import type { StoreFile } from '../../../main/app/store-file.ts'
import type { SessionState } from '../../../shared/contract/session.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { silentLog } from '../../../shared/log.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'

const WORKSPACE = { id: '01890000-0000-7000-8000-000000000001', name: 'Acme', slug: 'acme' }
const agentNamed = (name: string) => ({
  id: `01890000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`,
  name,
  email: `${name}@acme.example`,
  role: 'agent' as const,
  teamIds: [],
})
const TOKENS = { accessToken: 'access', refreshToken: 'refresh', expiresAtMs: 9e15 }
const HUB = 'https://hub.acme.example'

const memoryFile = (): StoreFile => {
  let value: unknown = {}
  return {
    read: () => value,
    write: next => {
      value = structuredClone(next)
    },
    wasReset: false,
  }
}

const memorySecrets = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    get: async (name: string) => kept.get(name) ?? null,
    set: async (name: string, text: string) => void kept.set(name, text),
    delete: async (name: string) => void kept.delete(name),
  }
}

type Laptop = ReturnType<typeof newLaptop>
/** What stays on a laptop when the app ends. */
const newLaptop = () => ({ places: memoryFile(), secrets: memorySecrets(), removed: [] as string[] })

type Options = {
  readonly laptop?: Laptop
  readonly isTestRuntime?: boolean
  readonly demo?: DemoAccess
  readonly unsent?: number
  readonly isOnline?: boolean
  readonly answer?: (name: string, input: unknown) => unknown
  readonly keyMaxAgeDays?: number | null
  /** How long after the other consoles this one is started. */
  readonly daysLater?: number
}

/** A session whose data process answers like one: signing in works with the password 'right'. */
function consoleOn(options: Options = {}) {
  const { laptop = newLaptop(), isTestRuntime = false, demo, unsent = 0, isOnline = true, answer } = options
  const calls: { name: string; input: Record<string, unknown> }[] = []
  const states: SessionState[] = []
  const start = fakeClock()
  const clock = { ...start, now: () => start.now() + (options.daysLater ?? 0) * 86_400_000 }
  let clients = 0
  const call = async (name: string, input: Record<string, unknown>): Promise<unknown> => {
    calls.push({ name, input })
    const given = answer?.(name, input)
    if (given !== undefined) return given
    if (name === 'data.keyRule') return { maxAgeDays: null }
    if (name !== 'data.signIn') return { unsent, taken: true }
    if (input['password'] !== 'right') throw new AppError(ErrorCode.WrongPassword, 'Wrong password')
    const agent = agentNamed(String(input['email']).split('@')[0] ?? '')
    return { place: { hubUrl: input['hubUrl'], workspace: WORKSPACE, agent }, tokens: TOKENS }
  }
  const session = new Session({
    call: call as unknown as CallInternal,
    places: new PlaceList(laptop.places),
    hubFor: parseHubUrl,
    secrets: new PlaceSecrets(laptop.secrets as never, () => {
      clients += 1
      return {
        ...(options.keyMaxAgeDays ? { madeAtMs: clock.now() } : {}),
        databaseKey: `${clients}`.padStart(64, 'a'),
        clientId: `client-${laptop.secrets.kept.size}-${clients}`,
      }
    }),
    network: new Network({
      clock,
      isOnline: () => isOnline,
      resolveProxy: async () => 'DIRECT',
      loginFor: () => null,
      certificates: { read: async () => [] },
    }),
    clock,
    log: silentLog,
    isTestRuntime,
    readDemo: async () => demo ?? null,
    client: { name: 'laptop', platform: 'linux', version: '1.0.0' },
    folderOf: placeId => `/places/${placeId}`,
    keyMaxAgeDays: () => options.keyMaxAgeDays ?? null,
    removeFolder: async folder => void laptop.removed.push(folder),
    changed: state => states.push(state),
  })
  const named = (name: string) => calls.filter(one => one.name === name).map(one => one.input)
  return { session, laptop, states, calls, named, clock }
}

const login = (email = 'lena@acme.example', hubUrl = HUB) => ({
  hubUrl,
  email,
  password: 'right',
  workspace: null,
})

describe('signing in', () => {
  test('opens a place with a key of its own and tells every step', async () => {
    const { session, states, named } = consoleOn()
    await session.start()
    const state = await session.signIn(login())
    expect(states.map(one => one.state)).toEqual(['signed-out', 'opening', 'open'])
    expect(state).toMatchObject({ state: 'open', credentials: 'valid', place: { agent: { name: 'lena' } } })
    const [open] = named('data.open')
    expect(open).toMatchObject({ tokens: TOKENS, folder: `/places/${session.place()?.id}` })
    expect(open?.['key']).toMatch(/^[0-9a-f]{64}$/)
  })

  test('with a wrong password leaves everything as it was', async () => {
    const { session, laptop } = consoleOn()
    await session.start()
    await expect(session.signIn({ ...login(), password: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
    expect(session.get().state).toBe('signed-out')
    expect(laptop.secrets.kept.size).toBe(0)
  })

  test('a hub that does not answer is told as that, unless the laptop itself is offline', async () => {
    const answer = (name: string): unknown => {
      if (name === 'data.signIn') throw new AppError(ErrorCode.Offline, 'no way')
      return undefined
    }
    await expect(consoleOn({ answer }).session.signIn(login())).rejects.toMatchObject({
      code: 'hub-unreachable',
    })
    const offline = consoleOn({ answer, isOnline: false })
    await expect(offline.session.signIn(login())).rejects.toMatchObject({ code: 'offline' })
  })

  test('never sends a password over a way others can read', async () => {
    const { session, named } = consoleOn()
    await expect(session.signIn(login('lena@acme.example', 'http://hub.acme.example'))).rejects.toMatchObject(
      {
        code: 'bad-request',
        details: { reason: 'https-needed' },
      },
    )
    expect(named('data.signIn')).toEqual([])
  })

  test('keeps only the refresh token, and no token in the list of places', async () => {
    const { session, laptop } = consoleOn()
    await session.signIn(login())
    const kept = [...laptop.secrets.kept.values()].join()
    expect(kept).toContain('refresh')
    expect(kept).not.toContain('"access"')
    expect(JSON.stringify(laptop.places.read())).not.toMatch(/refresh|aaaa/)
  })

  test('again as the same agent finds the same folder, key and client', async () => {
    const laptop = newLaptop()
    const first = consoleOn({ laptop })
    await first.session.signIn(login())
    await first.session.signOut(false)
    const second = consoleOn({ laptop })
    await second.session.signIn(login('LENA@acme.example'.toLowerCase()))
    const [before, after] = [first.named('data.open')[0], second.named('data.open')[0]]
    expect(after).toMatchObject({
      folder: before?.['folder'],
      key: before?.['key'],
      clientId: before?.['clientId'],
    })
  })

  test('asks the hub again under the client this folder began with when the address was typed otherwise', async () => {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    // The list of places is lost; folder and secrets are not.
    laptop.places.write({})
    const { session, named } = consoleOn({ laptop })
    await session.signIn(login())
    const ids = named('data.signIn').map(input => (input['client'] as { id: string }).id)
    expect(ids).toHaveLength(2)
    expect(named('data.open')[0]?.['clientId']).toBe(ids[1])
  })

  test('as someone else closes the first place and opens another folder', async () => {
    const { session, named } = consoleOn()
    await session.signIn(login())
    await session.signIn(login('omar@acme.example'))
    expect(named('data.close')).toHaveLength(1)
    const [lena, omar] = named('data.open')
    expect(omar?.['folder']).not.toBe(lena?.['folder'])
    expect(omar?.['key']).not.toBe(lena?.['key'])
  })

  test('after the credentials expired goes on in the open place without closing it', async () => {
    const { session, named } = consoleOn()
    await session.signIn(login())
    await session.takeTokens({ accessToken: null, refreshToken: null, expiresAtMs: 0 })
    expect(session.get()).toMatchObject({ state: 'open', credentials: 'expired' })
    await session.signIn(login())
    expect(session.get()).toMatchObject({ state: 'open', credentials: 'valid' })
    expect(named('data.setTokens')).toEqual([TOKENS])
    expect(named('data.close')).toEqual([])
    expect(named('data.open')).toHaveLength(1)
  })
})

describe('the next start', () => {
  test('opens the last place without asking the hub', async () => {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    const { session, named } = consoleOn({ laptop })
    await session.start()
    expect(session.get()).toMatchObject({ state: 'open', credentials: 'valid' })
    expect(named('data.signIn')).toEqual([])
    expect(named('data.open')[0]).toMatchObject({ tokens: { accessToken: null, refreshToken: 'refresh' } })
  })

  test('opens a place whose credentials expired, and says so', async () => {
    const laptop = newLaptop()
    const first = consoleOn({ laptop })
    await first.session.signIn(login())
    await first.session.takeTokens({ accessToken: null, refreshToken: null, expiresAtMs: 0 })
    const { session } = consoleOn({ laptop })
    await session.start()
    expect(session.get()).toMatchObject({ state: 'open', credentials: 'expired' })
  })

  test('after signing out shows whose unsent work waits, and opens nothing without the password', async () => {
    const laptop = newLaptop()
    const first = consoleOn({ laptop })
    await first.session.signIn(login())
    const placeId = first.session.place()?.id ?? ''
    await first.session.signOut(false)
    const { session, named } = consoleOn({ laptop, unsent: 7 })
    await session.start()
    expect(session.get()).toMatchObject({
      state: 'signed-out',
      places: [{ agent: { name: 'lena' }, unsent: 7, isSignedIn: false }],
    })
    await expect(session.openPlace(placeId)).rejects.toMatchObject({ code: 'signed-out' })
    expect(named('data.open')).toEqual([])
  })
})

describe('working offline by choice', () => {
  test('is part of the state, kept when another place opens, and over when the agent comes back', async () => {
    const { session } = consoleOn()
    await session.signIn(login())
    expect(session.get()).toMatchObject({ state: 'open', isCut: false })
    expect(session.workOffline(true)).toMatchObject({ state: 'open', isCut: true })
    await session.signOut(false)
    await session.signIn(login())
    expect(session.get()).toMatchObject({ state: 'open', isCut: true })
    expect(session.workOffline(false)).toMatchObject({ isCut: false })
  })
})

describe('signing out', () => {
  test('ends the session on the hub before the place is closed', async () => {
    const { session, calls } = consoleOn()
    await session.signIn(login())
    await session.signOut(false)
    expect(calls.map(({ name }) => name).slice(-3)).toEqual([
      'data.signOut',
      'data.close',
      'data.countUnsent',
    ])
  })

  test('works offline, too', async () => {
    const { session, laptop } = consoleOn({
      answer: name => {
        if (name === 'data.signOut') throw new AppError(ErrorCode.Offline, 'no network')
        return undefined
      },
    })
    await session.signIn(login())
    expect(await session.signOut(false)).toMatchObject({ state: 'signed-out' })
    expect([...laptop.secrets.kept.keys()].filter(name => name.endsWith('.tokens'))).toEqual([])
  })

  test('keeps the folder and its key, and drops the tokens', async () => {
    const { session, laptop } = consoleOn()
    await session.signIn(login())
    await session.signOut(false)
    expect([...laptop.secrets.kept.keys()].filter(name => name.endsWith('.tokens'))).toEqual([])
    expect([...laptop.secrets.kept.keys()].filter(name => name.endsWith('.keys'))).toHaveLength(1)
    expect(laptop.removed).toEqual([])
  })

  test('with forgetting removes folder, key and place', async () => {
    const { session, laptop } = consoleOn()
    await session.signIn(login())
    expect(await session.signOut(true)).toMatchObject({ state: 'signed-out', places: [] })
    expect(laptop.secrets.kept.size).toBe(0)
    expect(laptop.removed).toHaveLength(1)
  })

  test('never forgets unsent work', async () => {
    const { session, laptop } = consoleOn({ unsent: 3 })
    await session.signIn(login())
    await expect(session.signOut(true)).rejects.toMatchObject({ code: 'conflict', details: { unsent: 3 } })
    expect(session.get()).toMatchObject({ state: 'signed-out', places: [{ unsent: 3 }] })
    expect(laptop.removed).toEqual([])
  })

  test('never forgets a folder that could not be asked', async () => {
    const { session, laptop } = consoleOn({
      answer: name => {
        if (name === 'data.close') throw new AppError(ErrorCode.DataUnavailable, 'gone')
        return undefined
      },
    })
    await session.signIn(login())
    await expect(session.signOut(true)).rejects.toMatchObject({ code: 'conflict' })
    expect(laptop.removed).toEqual([])
  })
})

test('tokens that rotate while the place is still being opened are not lost', async () => {
  const laptop = newLaptop()
  await consoleOn({ laptop }).session.signIn(login())
  const { session } = consoleOn({
    laptop,
    answer: name => {
      if (name === 'data.open') void session.takeTokens({ ...TOKENS, refreshToken: 'rotated early' })
      return undefined
    },
  })
  await session.start()
  const next = consoleOn({ laptop })
  await next.session.start()
  expect(next.named('data.open')[0]).toMatchObject({ tokens: { refreshToken: 'rotated early' } })
})

test('credentials refused while the place is still being opened are told once it is open', async () => {
  const { session } = consoleOn({
    answer: name => {
      if (name === 'data.open')
        void session.takeTokens({ accessToken: null, refreshToken: null, expiresAtMs: 0 })
      return undefined
    },
  })
  await session.signIn(login())
  expect(session.get()).toMatchObject({ state: 'open', credentials: 'expired' })
})

/** Time in small steps, so that what a timer begins is over before the next one. */
async function pass(clock: FakeClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    await clock.advance(1_000)
    await new Promise(resolve => setImmediate(resolve))
  }
}

describe('trouble', () => {
  test('says why the place does not open, and a retry opens it once it is cured', async () => {
    let isFull = true
    const { session } = consoleOn({
      answer: name => {
        if (name === 'data.open' && isFull) throw new AppError(ErrorCode.DiskFull, 'full')
        return undefined
      },
    })
    await session.signIn(login())
    expect(session.get()).toMatchObject({ state: 'trouble', code: 'disk-full' })
    isFull = false
    expect(await session.retry()).toMatchObject({ state: 'open' })
  })

  test('that others end goes away by itself, without the page blinking at each look', async () => {
    let isFull = true
    const { session, states, named, clock } = consoleOn({
      answer: name => {
        if (name === 'data.open' && isFull) throw new AppError(ErrorCode.DiskFull, 'full')
        return undefined
      },
    })
    await session.signIn(login())
    const shown = states.length
    await pass(clock, 21_000)
    expect(named('data.open').length).toBeGreaterThan(3)
    expect(states).toHaveLength(shown)
    isFull = false
    await pass(clock, 6_000)
    expect(session.get()).toMatchObject({ state: 'open', credentials: 'valid' })
    const looks = named('data.open').length
    await pass(clock, 60_000)
    expect(named('data.open')).toHaveLength(looks)
  })

  test('that becomes another one is told as what it is now, and one that stays is not looked at again', async () => {
    let code: ErrorCode = ErrorCode.DbLocked
    const { session, named, clock } = consoleOn({
      answer: name => {
        if (name === 'data.open') throw new AppError(code, 'no')
        return undefined
      },
    })
    await session.signIn(login())
    code = ErrorCode.DbCorrupt
    await pass(clock, 6_000)
    expect(session.get()).toMatchObject({ state: 'trouble', code: 'db-corrupt' })
    const looks = named('data.open').length
    await pass(clock, 60_000)
    expect(named('data.open')).toHaveLength(looks)
  })

  test('with a damaged file: what was saved out of it is answered, and a retry opens the fresh one', async () => {
    let isDamaged = true
    const rescued = { kept: 7, lost: 1, isCounted: true, asideAt: '/places/x/tandem.db.damaged-1' }
    const { session, named } = consoleOn({
      answer: name => {
        if (name === 'data.open' && isDamaged) throw new AppError(ErrorCode.DbCorrupt, 'damaged')
        if (name !== 'data.rescue') return undefined
        isDamaged = false
        return rescued
      },
    })
    await session.signIn(login())
    expect(session.get()).toMatchObject({ state: 'trouble', code: 'db-corrupt' })
    expect(await session.rebuild()).toEqual(rescued)
    // Under the key and in the folder the place has had from the beginning.
    const [open] = named('data.open')
    expect(named('data.rescue')).toMatchObject([{ folder: open?.['folder'], key: open?.['key'] }])
    expect(session.get()).toMatchObject({ state: 'trouble' })
    expect(await session.retry()).toMatchObject({ state: 'open' })
  })

  test('of any other kind builds nothing anew', async () => {
    const { session, named } = consoleOn({
      answer: name => {
        if (name === 'data.open') throw new AppError(ErrorCode.DbKeyWrong, 'another key')
        return undefined
      },
    })
    await expect(session.rebuild()).rejects.toMatchObject({ code: 'bad-request' })
    await session.signIn(login())
    await expect(session.rebuild()).rejects.toMatchObject({ code: 'bad-request' })
    expect(named('data.rescue')).toEqual([])
  })

  test('of a place whose key is gone is told and no new key is made for the old database', async () => {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    laptop.secrets.kept.clear()
    const { session, named } = consoleOn({ laptop })
    await session.start()
    expect(session.get()).toMatchObject({ state: 'trouble', code: 'db-key-wrong' })
    expect(named('data.open')).toEqual([])
    expect(laptop.secrets.kept.size).toBe(0)
  })

  test('after a crash is none: the place comes back by itself with fresh tokens', async () => {
    const { session, named, states } = consoleOn()
    await session.signIn(login())
    await session.takeTokens({ ...TOKENS, refreshToken: 'rotated' })
    await session.reopen()
    expect(named('data.open')[1]).toMatchObject({ tokens: { refreshToken: 'rotated' } })
    expect(states.at(-1)).toMatchObject({ state: 'open', credentials: 'valid' })
  })

  test('ends the session for nobody: a fatal data process leaves the place known', async () => {
    const { session } = consoleOn()
    await session.signIn(login())
    session.fail('db-corrupt')
    expect(session.get()).toMatchObject({
      state: 'trouble',
      code: 'db-corrupt',
      place: { agent: { name: 'lena' } },
    })
    await session.reopen()
    expect(session.get()).toMatchObject({ state: 'trouble' })
  })
})

describe('replacing the key', () => {
  /** The key the place is locked with changes where `data.rekey` is answered. */
  function withKeys(rekey: () => unknown = () => ({ done: true })) {
    let lockedWithNext = false
    return consoleOn({
      answer: (name, input) => {
        if (name === 'data.rekeyNeeds')
          return { bytes: 100_000_000, freeBytes: 9e9, neededBytes: 2e8, filesLeft: 3 }
        if (name === 'data.whichKey') return { fits: lockedWithNext ? 'next' : 'key', damagedAside: 0 }
        if (name !== 'data.rekey') return undefined
        expect(input).toMatchObject({ folder: expect.stringContaining('/places/') })
        const answer = rekey()
        lockedWithNext = true
        return answer
      },
    })
  }

  test('closes the place, says so, and opens it under the new key', async () => {
    const { session, states, calls, named } = withKeys()
    await session.signIn(login())
    states.length = 0
    const before = await session.keyFacts()
    expect(before).toMatchObject({ bytes: 100_000_000, freeBytes: 9e9, filesLeft: 3 })
    expect(before.seconds).toBeGreaterThan(1)
    expect(await session.replaceKey()).toMatchObject({ state: 'open', credentials: 'valid' })
    expect(states.map(({ state }) => state)).toEqual(['replacing-key', 'opening', 'open'])
    const [first, second] = named('data.open')
    expect(second?.['key']).not.toBe(first?.['key'])
    expect(second).toMatchObject({ folder: first?.['folder'], clientId: first?.['clientId'] })
    expect(calls.map(({ name }) => name).slice(-4)).toEqual([
      'data.close',
      'data.rekey',
      'data.whichKey',
      'data.open',
    ])
  })

  test('that fails opens the place under the old key and says why', async () => {
    const { session, named } = withKeys(() => {
      throw new AppError(ErrorCode.DiskFull, 'full')
    })
    await session.signIn(login())
    await expect(session.replaceKey()).rejects.toMatchObject({ code: 'disk-full' })
    expect(session.get()).toMatchObject({ state: 'open' })
    const [first, second] = named('data.open')
    expect(second?.['key']).toBe(first?.['key'])
  })

  test('during which the data process ends opens the place as it is now', async () => {
    const { session } = withKeys(() => {
      throw new AppError(ErrorCode.DataUnavailable, 'gone')
    })
    await session.signIn(login())
    const replacing = session.replaceKey()
    // What main does when a fresh process took the place of one that ended.
    await session.reopen()
    await expect(replacing).rejects.toMatchObject({ code: 'data-unavailable' })
    expect(session.get()).toMatchObject({ state: 'open' })
  })

  test('happens by itself where it is older than the settings allow, before the place is opened', async () => {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    let rekeys = 0
    const answer = (name: string): unknown => {
      if (name === 'data.whichKey') return { fits: rekeys > 0 ? 'next' : 'key', damagedAside: 0 }
      if (name === 'data.rekey') rekeys += 1
      return undefined
    }
    const second = consoleOn({ laptop, answer, keyMaxAgeDays: 90 })
    expect(await second.session.start()).toMatchObject({ state: 'open' })
    expect(second.states.map(({ state }) => state)).toEqual(['replacing-key', 'opening', 'open'])
    expect(second.calls.map(({ name }) => name)).toEqual(['data.rekey', 'data.whichKey', 'data.open'])
    // Young again: the next start only opens it.
    const third = consoleOn({ laptop, answer, keyMaxAgeDays: 90 })
    await third.session.start()
    expect(third.states.map(({ state }) => state)).toEqual(['opening', 'open'])
  })

  test.each([
    {
      says: 'as soon as the team asks for a younger one than the settings',
      rule: 30,
      own: 365,
      isReplaced: true,
    },
    {
      says: 'as soon as the team asks for one where the settings do not',
      rule: 30,
      own: null,
      isReplaced: true,
    },
    { says: 'not before the team asks for it', rule: 90, own: null, isReplaced: false },
    { says: 'not where nobody asks for it', rule: null, own: null, isReplaced: false },
  ])('happens by itself $says', async ({ rule, own, isReplaced }) => {
    const laptop = newLaptop()
    const first = consoleOn({ laptop, keyMaxAgeDays: 365 })
    await first.session.signIn(login())
    let rekeys = 0
    const answer = (name: string): unknown => {
      if (name === 'data.keyRule') return { maxAgeDays: rule }
      if (name === 'data.whichKey') return { fits: rekeys > 0 ? 'next' : 'key', damagedAside: 0 }
      if (name === 'data.rekey') rekeys += 1
      return undefined
    }
    const later = consoleOn({ laptop, answer, keyMaxAgeDays: own, daysLater: 60 })
    expect(await later.session.start()).toMatchObject({ state: 'open' })
    expect(rekeys > 0).toBe(isReplaced)
  })

  test('by itself that fails opens the place as before', async () => {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    const answer = (name: string): unknown => {
      if (name === 'data.whichKey') return { fits: 'key', damagedAside: 0 }
      if (name === 'data.rekey') throw new AppError(ErrorCode.DiskFull, 'full')
      return undefined
    }
    const { session } = consoleOn({ laptop, answer, keyMaxAgeDays: 90 })
    expect(await session.start()).toMatchObject({ state: 'open' })
  })

  test('is refused where no place is open', async () => {
    const { session, named } = withKeys()
    await session.start()
    await expect(session.replaceKey()).rejects.toMatchObject({ code: 'bad-request' })
    expect(named('data.rekey')).toEqual([])
  })
})

describe('the test runtime', () => {
  test('refuses a hub elsewhere and sends it nothing', async () => {
    const { session, calls } = consoleOn({ isTestRuntime: true })
    await expect(session.signIn(login())).rejects.toMatchObject({ code: 'test-runtime' })
    expect(calls).toEqual([])
  })

  test('opens a hub on this machine', async () => {
    const { session } = consoleOn({ isTestRuntime: true })
    expect(await session.signIn(login('lena@acme.example', '127.0.0.1:4100'))).toMatchObject({
      state: 'open',
    })
  })

  test('does not open a place of a hub elsewhere that another runtime signed in to', async () => {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    const { session, named } = consoleOn({ laptop, isTestRuntime: true })
    await session.start()
    expect(session.get()).toMatchObject({ state: 'trouble', code: 'test-runtime' })
    expect(named('data.open')).toEqual([])
  })
})

describe('the demo', () => {
  const demoAt = (url: string): DemoAccess => ({
    url,
    demo: { email: 'demo@acme.example', password: 'right' },
  })

  test('opens without typing, and finds its place again on another port', async () => {
    const laptop = newLaptop()
    const first = consoleOn({ laptop, demo: demoAt('http://127.0.0.1:4001') })
    await first.session.openDemo()
    expect(first.session.get()).toMatchObject({ state: 'open', place: { isDemo: true } })
    const second = consoleOn({ laptop, demo: demoAt('http://127.0.0.1:4002') })
    await second.session.start()
    expect(second.session.place()).toMatchObject({
      id: first.session.place()?.id,
      hubUrl: 'http://127.0.0.1:4002',
    })
  })

  test('stays the place it is when its agent signs in again with the password', async () => {
    const url = 'http://127.0.0.1:4001'
    const { session } = consoleOn({ demo: demoAt(url) })
    await session.openDemo()
    const before = session.place()
    await session.signIn({ ...demoAt(url).demo, hubUrl: url, workspace: WORKSPACE.slug })
    expect(session.place()).toMatchObject({ id: before?.id, isDemo: true })
    expect(session.get()).toMatchObject({ state: 'open' })
  })

  test('opens by itself on a laptop nobody has worked on, and only there', async () => {
    const laptop = newLaptop()
    const demo = demoAt('http://127.0.0.1:4001')
    const first = consoleOn({ laptop, demo })
    await first.session.start()
    expect(first.session.get()).toMatchObject({ state: 'open', place: { isDemo: true } })
    await first.session.signOut(false)
    const second = consoleOn({ laptop, demo })
    await second.session.start()
    expect(second.session.get()).toMatchObject({ state: 'signed-out', demoAvailable: true })
  })

  test('that does not answer at the first start leaves the choice to the agent', async () => {
    const demo = {
      ...demoAt('http://127.0.0.1:4001'),
      demo: { email: 'demo@acme.example', password: 'wrong' },
    }
    const { session } = consoleOn({ demo })
    await session.start()
    expect(session.get()).toMatchObject({ state: 'signed-out', demoAvailable: true })
  })

  test('is not offered where none was started', async () => {
    const { session } = consoleOn()
    await session.start()
    expect(session.get()).toMatchObject({ state: 'signed-out', demoAvailable: false })
    await expect(session.openDemo()).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('commands given at once run one after another', async () => {
  const { session, states } = consoleOn()
  await Promise.all([session.start(), session.signIn(login()), session.signOut(false)])
  expect(states.map(state => state.state)).toEqual(['signed-out', 'opening', 'open', 'signed-out'])
})

describe('a question asked while a place is being opened', () => {
  /** Opens with the last place while the data process takes its time. */
  async function slowStart(outcome: 'opens' | 'fails') {
    const laptop = newLaptop()
    await consoleOn({ laptop }).session.signIn(login())
    const { promise, resolve, reject } = Promise.withResolvers<object>()
    const { session, states } = consoleOn({
      laptop,
      answer: name => (name === 'data.open' ? promise : undefined),
    })
    const started = session.start()
    let isSettled = false
    const settled = session.settled().then(() => (isSettled = true))
    return {
      session,
      states,
      settled,
      isSettled: () => isSettled,
      finish: async () => {
        if (outcome === 'opens') resolve({})
        else reject(new AppError(ErrorCode.DbCorrupt, 'no'))
        await started
      },
    }
  }

  test.each(['opens', 'fails'] as const)('waits until it %s, and no longer', async outcome => {
    const start = await slowStart(outcome)
    await new Promise(resolve => setImmediate(resolve))
    expect(start.session.get().state).toBe('opening')
    expect(start.isSettled()).toBe(false)

    await start.finish()
    await start.settled
    expect(start.session.get().state).toBe(outcome === 'opens' ? 'open' : 'trouble')
  })

  test('does not wait for a sign-in that goes on beside it', async () => {
    const { session } = consoleOn({ answer: () => new Promise(() => {}) })
    await Promise.race([session.start(), new Promise(resolve => setImmediate(resolve))])
    void session.signIn(login()).catch(() => {})
    await new Promise(resolve => setImmediate(resolve))

    await expect(session.settled()).resolves.toBeUndefined()
  })
})
