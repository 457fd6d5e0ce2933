import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../../../main')

/** Every source of main but the data process, which never touches Electron. */
const sources = readdirSync(MAIN, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => join(entry.parentPath, entry.name))
  .filter(path => !path.startsWith(join(MAIN, 'data') + sep))
  .map(path => ({ path: relative(MAIN, path).replaceAll(sep, '/'), text: readFileSync(path, 'utf8') }))

const filesWith = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort()

test('the sources are found at all', () => {
  expect(sources.length).toBeGreaterThan(40)
})

describe("Electron's checklist holds in the source:", () => {
  test.each([
    ['no sandbox is switched off', /sandbox:\s*false/],
    ['no isolation is switched off', /contextIsolation:\s*false/],
    ['no window gets Node', /nodeIntegration\w*:\s*true/],
    ['web security stays on', /webSecurity:\s*false/],
    ['no insecure content', /allowRunningInsecureContent:\s*true/],
    ['no experimental or blink features', /experimentalFeatures:\s*true|enableBlinkFeatures/],
    ['no webview', /webviewTag:\s*true|allowpopups/],
    ['no switch that weakens Chromium', /appendSwitch(?!\('lang')\(/],
    ['no certificate is waved through', /setCertificateVerifyProc|rejectUnauthorized|certificate-error/],
    ['no page over http or from a file', /loadFile\(|loadURL\((?!windowPlans\[kind\]\.page\))/],
    ['no plan of a window leads elsewhere', /page: (?!PAGE_URL|SUPERVISOR_URL|string)/],
    ['no code made of text', /executeJavaScript|\beval\(|new Function/],
    ['no remote module', /@electron\/remote|enableRemoteModule/],
  ])('%s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([])
  })

  test.each([
    ['windows are opened', /new BrowserWindow\(/, ['app/windows.ts']],
    ['calls are taken', /\bipcMain\b/, ['ipc/register.ts']],
    ['windows are told', /webContents\.send\(/, ['ipc/send-to-windows.ts']],
    ['the page gets its door', /\bipcRenderer\b|\bcontextBridge\b/, ['preload.ts']],
    ['programs of the system are started', /shell\.open/, ['app/desktop.ts']],
    ['the environment is read', /process\.env/, ['index.ts']],
    [
      'other processes are started',
      /\bfork\(/,
      ['data-process/fork-child.ts', 'data-process/utility-child.ts'],
    ],
    ['the keychain is asked', /\bsafeStorage\b/, ['app/keychain.ts']],
  ])('%s in one place', (_what, pattern, places) => {
    expect(filesWith(pattern)).toEqual(places)
  })
})
