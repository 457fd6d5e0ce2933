import { expect, test } from './support/small-app.ts'

test('the page gets no permission but to copy text', async ({ small }) => {
  const { window } = small
  const answers = await window.evaluate(async () => {
    const outcome = async (attempt: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await attempt())
      } catch (error) {
        return error instanceof Error ? error.name : 'refused'
      }
    }
    const state = (name: string) => () =>
      navigator.permissions.query({ name: name as PermissionName }).then(status => status.state)
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      location: await outcome(
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, e => reject(new Error(String(e.code)))),
          ),
      ),
      midi: await outcome(state('midi')),
      copies: await outcome(state('clipboard-write')),
      reads: await outcome(state('clipboard-read')),
      readClipboard: await outcome(() => navigator.clipboard.readText()),
      storage: await outcome(() => navigator.storage.persist()),
      usb: await outcome(() =>
        (
          navigator as unknown as { usb: { requestDevice: (what: object) => Promise<unknown> } }
        ).usb.requestDevice({ filters: [] }),
      ),
    }
  })
  expect(answers).toMatchObject({
    notifications: 'denied',
    midi: 'denied',
    copies: 'granted',
    reads: 'denied',
    readClipboard: 'NotAllowedError',
    storage: 'false',
    usb: 'SecurityError',
  })
  for (const name of ['camera', 'microphone', 'screen', 'location'] as const) {
    expect(answers[name]).not.toMatch(/MediaStream|Geolocation|granted/)
  }
})

test('what the page copies through main arrives, and the system opens no program for it', async ({
  launchSmall,
}) => {
  const { app, call } = await launchSmall()
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] })
    shell.openExternal = async url => void Reflect.get(globalThis, 'opened').push(url)
  })
  expect(await call('app.copyText', { text: 'hello' })).toEqual({ ok: true, value: { copied: true } })
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('hello')
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'https://bank.example@evil.example/',
  ]) {
    expect(await call('app.openExternal', { url })).toEqual({ ok: true, value: { opened: false } })
  }
  expect(await call('app.openExternal', { url: 'https://example.com/a' })).toEqual({
    ok: true,
    value: { opened: true },
  })
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toEqual([
    'https://example.com/a',
  ])
})
