import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { method, returns } from './define.ts'
import type { PolicyFacts } from './policy.ts'
import { SettingsPatch } from './settings.ts'
import type { Settings } from './settings.ts'

export type AppInfo = {
  readonly version: string
  readonly electron: string
  readonly node: string
  readonly dataNode: string | null
  readonly platform: string
  /** The old runtime for development and tests: opens only the demo or a hub on loopback. */
  readonly isTestRuntime: boolean
  /** False: tokens and the database key are kept in a file only this user can read; said plainly in the window. */
  readonly hasKeychain: boolean
  /** False for a copy for developers: it must not start with their computer. */
  readonly canStartAtLogin: boolean
  /** Null: the organisation has laid down nothing for this computer. */
  readonly policy: PolicyFacts | null
}

/** Parts of a window that can fail by themselves. */
export const WINDOW_PARTS = [
  'window',
  'list',
  'conversation',
  'message',
  'composer',
  'customer',
  'service-pane',
  'support-pane',
  'timeline',
  'dialogs',
  'supervisor',
] as const
export type WindowPart = (typeof WINDOW_PARTS)[number]

const none = z.strictObject({})
export const appMethods = {
  'app.info': method({ owner: 'main', kind: 'query', input: none, output: returns<AppInfo>() }),
  'settings.get': method({
    owner: 'main',
    kind: 'query',
    input: none,
    output: returns<{
      settings: Settings
      /** The file was unreadable and was put aside. */ wasReset: boolean
    }>(),
  }),
  'settings.patch': method({
    owner: 'main',
    kind: 'command',
    input: SettingsPatch,
    output: returns<Settings>(),
  }),
  /** Opens an http, https, mailto or tel link in the system's program. */
  'app.openExternal': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ url: z.string().max(4000) }),
    output: returns<{ opened: boolean }>(),
  }),
  'app.copyText': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ text: z.string().max(1_000_000) }),
    output: returns<{ copied: boolean }>(),
  }),
  /** Which ticket this window shows: nothing is notified about what the agent looks at. */
  'app.setFront': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ ticketId: TicketId.nullable() }),
    output: returns<{ taken: true }>(),
  }),
  /** The keys commands have now ("Mod+K"), by command: the menus of the system show them and take none. */
  'app.showKeys': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ keys: z.record(z.string().max(60), z.string().max(40)) }),
    output: returns<{ shown: true }>(),
  }),
  /** A part of a window met a defect: for the log, places in our own code and nothing of what was shown. */
  'app.tellDefect': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({
      part: z.enum(WINDOW_PARTS),
      name: z.string().max(80),
      places: z.array(z.string().regex(/^[\w.-]{1,80}:\d+:\d+$/)).max(6),
    }),
    output: returns<{ told: true }>(),
  }),
  /** The agent's answer to `app.confirmQuit`: leaves now; what waits stays on this laptop and goes out next time. */
  'app.quit': method({ owner: 'main', kind: 'command', input: none, output: returns<{ quitting: true }>() }),
  /**
   * The agent asked for the remote images of one message. Answers an address of our own for each image that may be
   * fetched; the page and its mail frames can load nothing else. Refused while `remoteImages` is 'never'.
   */
  'mail.allowImages': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ messageId: RowId, urls: z.array(z.string().max(4000)).max(200) }),
    output: returns<{ images: readonly { readonly url: string; readonly src: string }[] }>(),
  }),
} as const
