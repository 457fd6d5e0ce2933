import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colours } from '../../../main/app/colours.ts'
import { applyLoginStart, autostartEntry } from '../../../main/app/login-start.ts'
import { countMark, trayMark } from '../../../main/app/paint/marks.ts'
import { encodePng } from '../../../main/app/paint/png.ts'
import { UnreadTickets } from '../../../main/app/alerts/unread-tickets.ts'
import type { StoreFile } from '../../../main/app/store-file.ts'
import { counted, createSpeech, fill } from '../../../main/app/speech.ts'
import { trayState } from '../../../main/app/tray-state.ts'
import { trayTemplate } from '../../../main/app/tray-template.ts'
import de from '../../../main/locales/de.json' with { type: 'json' }
import en from '../../../main/locales/en.json' with { type: 'json' }
import { dark, light } from '../../../renderer/theme/tokens.ts'
import { isCommandId } from '../../../shared/contract/commands.ts'
import type { SessionState } from '../../../shared/contract/session.ts'
import type { SyncStatus } from '../../../shared/contract/sync.ts'

type Tree = { readonly [key: string]: string | Tree }
const textsOf = (tree: Tree, path = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  )
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(match => match[1] ?? '')

describe('what main says', () => {
  test('it says in both languages, with the same values', () => {
    const [english, german] = [textsOf(en), textsOf(de)]
    expect([...german.keys()]).toEqual([...english.keys()])
    for (const [key, text] of english) {
      expect([key, places(german.get(key) ?? '').toSorted()]).toEqual([key, places(text).toSorted()])
    }
    expect([...english, ...german].filter(([, text]) => text.trim() === '' || /!|oops/iu.test(text))).toEqual(
      [],
    )
  })

  test('it says in the language of the agent’s choice, else the system’s, else English', () => {
    const speech = createSpeech(() => ['fr-FR', 'de-CH'])
    expect(speech.language()).toBe('de')
    expect(speech.choose('en')).toBe(true)
    expect(speech.texts().menu.file).toBe('File')
    expect(speech.choose('en')).toBe(false)
    expect(createSpeech(() => ['fr']).language()).toBe('en')
  })

  test('numbers choose their form', () => {
    expect(counted(en.tray.waiting, 1)).toBe('1 change waits')
    expect(counted(en.tray.waiting, 0)).toBe('0 changes wait')
    expect(fill('{{a}} and {{b}}', { a: '$&' })).toBe('$& and ')
  })
})

const place = { id: 'p' } as Extract<SessionState, { state: 'open' }>['place']
const open: SessionState = { state: 'open', place, credentials: 'valid', clientId: 'c', isCut: false }
const status = (change: Partial<SyncStatus> = {}): SyncStatus => ({
  phase: { state: 'idle' },
  waiting: 0,
  oldestWaitingAtMs: null,
  attention: 0,
  lastPulledAtMs: null,
  skewMs: null,
  isFilled: true,
  customersHere: 0,
  doubtful: 0,
  ...change,
})

describe('beside the clock', () => {
  test.each([
    [open, status(), 'online', 'Online · nothing waits'],
    [
      open,
      status({ phase: { state: 'offline', sinceMs: 1 }, waiting: 3 }),
      'offline',
      'Offline · 3 changes wait',
    ],
    [open, status({ attention: 1 }), 'attention', 'Online · nothing waits · 1 needs attention'],
    [open, status({ attention: 1, doubtful: 2 }), 'attention', 'Online · nothing waits · 3 need attention'],
    [open, status({ phase: { state: 'pushing' }, waiting: 1 }), 'online', 'Online, syncing · 1 change waits'],
    [
      { ...open, credentials: 'expired' },
      status({ waiting: 2 }),
      'offline',
      'The hub asks you to sign in again · 2 changes wait',
    ],
    [{ state: 'starting' }, null, 'offline', 'Signed out'],
  ] as const)('%j %j', (session, sync, ...[mark, line]) => {
    expect(trayState(session as SessionState, sync, en.tray)).toEqual({ mark, line })
  })

  test('the menu offers what there is, and commands only where a place is open', () => {
    const facts = {
      texts: en,
      line: 'x',
      attention: 0,
      notices: 0,
      show: () => {},
      ask: () => {},
      tell: () => {},
    }
    const ends = { clear: () => {}, quit: () => {} }
    const closed = trayTemplate({ ...facts, ...ends, isOpen: false })
    expect(closed.find(({ id }) => id === 'ticket.new')?.enabled).toBe(false)
    expect(closed.map(({ id }) => id)).not.toContain('attention.open')
    const busy = trayTemplate({ ...facts, ...ends, isOpen: true, attention: 2, notices: 3 })
    const status = busy.find(({ id }) => id === 'tray.status')?.submenu as { id: string }[]
    expect(status.every(({ id }) => isCommandId(id)) && status.length).toBe(4)
    expect(busy.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['2 need attention', 'Clear 3 notifications', 'New ticket', 'Quit Tandem']),
    )
  })

  test('marks differ by what they say', () => {
    const marks = (['online', 'offline', 'attention'] as const).map(mark => trayMark(mark, 22, false).rgba)
    expect(new Set(marks.map(rgba => Buffer.from(rgba).toString('hex'))).size).toBe(3)
    expect(countMark(9, 32).rgba).not.toEqual(countMark(10, 32).rgba)
    expect(countMark(10, 32).rgba).toEqual(countMark(400, 32).rgba)
  })

  test('a painted mark is a PNG of its pixels', () => {
    const pixels = trayMark('offline', 22, false)
    const png = encodePng(pixels)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([22, 22])
    const length = png.readUInt32BE(33)
    const lines = inflateSync(png.subarray(41, 41 + length))
    expect(lines).toHaveLength(22 * (22 * 4 + 1))
    expect(lines.subarray(1, 22 * 4 + 1)).toEqual(Buffer.from(pixels.rgba.subarray(0, 22 * 4)))
  })

  test('colours are tokens of the window’s theme', () => {
    expect(colours.light.sheet).toBe(light.sheet)
    expect(colours.dark.sheet).toBe(dark.sheet)
    expect([colours.service, colours.support, colours.warning]).toEqual([
      dark.serviceMark,
      dark.supportMark,
      dark.warning,
    ])
    expect([colours.bad, colours.onBad, colours.ink]).toEqual([light.bad, light.sheet, light.ink])
  })
})

describe('starting with the computer', () => {
  const facts = { platform: 'linux', isPackaged: true, program: '/opt/Tandem App/tandem' } as const

  test('is a file on Linux, and gone again when switched off', async () => {
    const configFolder = mkdtempSync(join(tmpdir(), 'tandem-config-'))
    const deps = { ...facts, configFolder, setLoginItem: () => {} }
    await applyLoginStart(true, deps)
    const file = join(configFolder, 'autostart', 'tandem.desktop')
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Tandem App/tandem"')
    await applyLoginStart(false, deps)
    expect(readdirSync(join(configFolder, 'autostart'))).toEqual([])
    await applyLoginStart(false, deps)
    await applyLoginStart(true, { ...deps, isPackaged: false })
    expect(readdirSync(join(configFolder, 'autostart'))).toEqual([])
    rmSync(configFolder, { recursive: true })
  })

  test('is the system’s own list elsewhere', async () => {
    const set: boolean[] = []
    const deps = { ...facts, configFolder: '/nowhere', setLoginItem: (isOn: boolean) => set.push(isOn) }
    await applyLoginStart(true, { ...deps, platform: 'win32' })
    await applyLoginStart(false, { ...deps, platform: 'darwin' })
    expect(set).toEqual([true, false])
  })

  test('quotes a path as desktop entries want it', () => {
    expect(autostartEntry('/a "b" $c %d\\e')).toContain('Exec="/a \\\\"b\\\\" \\\\$c %%d\\\\\\\\e"')
  })
})

describe('unread tickets', () => {
  const file = (): StoreFile => {
    let value: unknown = {}
    return { read: () => value, write: next => void (value = structuredClone(next)), wasReset: false }
  }
  const news = (...ticketIds: string[]) => ({ arrivals: [], catchUp: { count: 1, sinceMs: 1, ticketIds } })

  test('are counted once, not while they are looked at, and are as unread after a restart', () => {
    const [kept, counts] = [file(), [] as number[]]
    const unread = new UnreadTickets(kept, count => counts.push(count))
    unread.show('lena')
    unread.take(news('a', 'b', 'a'), 'b')
    unread.take(news('a', 'c'), null)
    unread.seen('a')
    unread.seen('elsewhere')
    expect(counts).toEqual([0, 1, 2, 1])
    const again = new UnreadTickets(kept, count => counts.push(count))
    again.show('lena')
    again.show('omar')
    again.show(null)
    expect(counts.slice(4)).toEqual([1, 0, 0])
  })

  test('of a file that holds nonsense are none', () => {
    const counts: number[] = []
    const broken = { ...file(), read: () => ({ lena: 'many' }) }
    new UnreadTickets(broken, count => counts.push(count)).show('lena')
    expect(counts).toEqual([0])
  })
})
