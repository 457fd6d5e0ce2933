import { contract } from '../../../shared/contract/index.ts'
import { internalMethods } from '../../../shared/contract/internal.ts'
import { expect, test } from './support/small-app.ts'

const FUZZED_CALLS = 100_000

test('a call is answered as a value, whatever it is', async ({ small }) => {
  const { call } = small
  expect(await call('directory.get', {})).toMatchObject({ ok: true, value: { method: 'directory.get' } })
  expect(await call('sql.run', {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await call('tickets.get', { ticketId: "' OR 1=1 --" })).toMatchObject({
    ok: false,
    error: { code: 'bad-request' },
  })
  for (const name of Object.keys(internalMethods)) {
    expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  }
})

test('bytes and dates travel whole from the page to the data process and back', async ({ small }) => {
  const { window } = small
  const bytes = await window.evaluate(async () => {
    const file = {
      fileName: 'a.bin',
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array([0, 127, 255]),
    }
    const reply = await desk.call('attachments.keep', file)
    const { input } = (reply as { value: { input: { bytes: Uint8Array } } }).value
    return [input.bytes instanceof Uint8Array, ...input.bytes]
  })
  expect(bytes).toEqual([true, 0, 127, 255])
})

test('what cannot be cloned is refused in the page, and an unknown event too', async ({ small }) => {
  const { window } = small
  const seen = await window.evaluate(async () => {
    const uncloneable = await desk.call('directory.get', { callback: () => 1 }).then(
      () => 'taken',
      () => 'refused',
    )
    try {
      desk.on('data.tokensChanged', () => {})
      return [uncloneable, 'heard']
    } catch {
      return [uncloneable, 'not heard']
    }
  })
  expect(seen).toEqual(['refused', 'not heard'])
})

test('a frame within the page has no door', async ({ small }) => {
  const { window } = small
  await window.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<p>mail</p>'
    const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
  })
  const frame = window.frames()[1]
  expect(await frame?.evaluate(() => 'desk' in globalThis)).toBe(false)
})

test('a window that is not ours is refused, even with our page in it and a door of its own making', async ({
  small,
}) => {
  const { app, call } = small
  const reply = await app.evaluate(async ({ BrowserWindow }) => {
    const intruder = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: false, contextIsolation: false, nodeIntegration: true },
    })
    await intruder.loadURL('app://tandem/index.html')
    const code = `require('electron').ipcRenderer.invoke('desk.call', 'directory.get', {})`
    const answer: unknown = await intruder.webContents.executeJavaScript(code)
    intruder.destroy()
    return answer
  })
  expect(reply).toEqual({ ok: false, error: { code: 'not-allowed', message: 'Unknown sender', details: {} } })
  // The same call from our own window is answered.
  expect(await call('directory.get', {})).toMatchObject({ ok: true })
})

test('a hundred thousand calls from wrong frames, origins or shapes are all refused', async ({
  launchSmall,
}) => {
  test.setTimeout(120_000)
  const { app, call } = await launchSmall()
  const refused = await app.evaluate(
    async ({ BrowserWindow, ipcMain }, { count, names }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0] ?? {}
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
        string,
        (event: unknown, ...args: unknown[]) => unknown
      >
      const handle = handlers.get('desk.call')
      if (!webContents || !handle) return 'the door was not found'
      let seed = 42
      const draw = (limit: number): number => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        return seed % limit
      }
      const pick = <T>(list: readonly T[]): T | undefined => list[draw(list.length)]
      const own = { url: 'app://tandem/index.html', parent: null }
      const wrongFrames = [
        null,
        { ...own, parent: own },
        { ...own, url: 'about:srcdoc' },
        { ...own, url: 'https://tandem/index.html' },
        { ...own, url: 'app://tandem.evil/index.html' },
        { ...own, url: 'app://x@tandem/index.html' },
        { ...own, url: '' },
      ]
      const shapes: readonly unknown[] = [
        undefined,
        null,
        0,
        NaN,
        '',
        'x',
        [],
        [1],
        { a: 1 },
        new Map(),
        new Date(0),
        10n,
      ]
      const wrongNames = [
        '',
        '__proto__',
        'constructor',
        'data.open',
        'data.close',
        'tickets.get ',
        'TICKETS.GET',
      ]
      const outcomes: Record<string, number> = {}
      for (let index = 0; index < count; index += 1) {
        const kind = draw(3)
        const senderFrame = kind === 0 ? pick(wrongFrames) : own
        const sender = kind === 1 ? { id: 10_000 + draw(1_000) } : webContents
        const isWrongName = kind === 2 && draw(2) === 0
        const name = isWrongName ? (draw(2) === 0 ? pick(wrongNames) : pick(shapes)) : pick(names)
        const input = kind === 2 && !isWrongName ? { nobody: 'declared this' } : pick(shapes)
        const reply = (await handle({ senderFrame, sender }, name, input)) as {
          ok: boolean
          error?: { code: string }
        }
        const outcome = reply.ok ? `taken: ${String(name)}` : (reply.error?.code ?? 'no code')
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      }
      return outcomes
    },
    { count: FUZZED_CALLS, names: Object.keys(contract) },
  )
  expect(Object.keys(refused).sort()).toEqual(['bad-request', 'not-allowed', 'not-found'])
  expect(Object.values(refused).reduce((sum, count) => sum + Number(count), 0)).toBe(FUZZED_CALLS)
  // Nothing of all that reached the data process: this is the first call it counts.
  expect(await call('directory.get', {})).toMatchObject({ ok: true, value: { calls: 1 } })
})
