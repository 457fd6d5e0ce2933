import { z } from 'zod'
import { Channel } from '../domain/values.ts'
import { MOST_UNDO_SECONDS } from '../rules/undo-window.ts'

/** Wall-clock time of day, for example "18:30". */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What the system may tell while nobody looks at the window. */
export const NotificationSettings = z.object({
  /** Customers who write on my threads, or on those my teams have not given to anybody. */
  messages: z.boolean().default(true),
  assignments: z.boolean().default(true),
  mentions: z.boolean().default(true),
  /** Service levels that are nearly or already missed. */
  deadlines: z.boolean().default(true),
  /** Follow-ups, promises, and snoozes that are over. */
  reminders: z.boolean().default(true),
  sound: z.boolean().default(true),
  /** Nothing of a customer on the lock screen: "New message" and no more. */
  isPrivate: z.boolean().default(false),
  /** From evening to morning nothing is shown; what came stays in the list. Both in local time. */
  quietHours: z
    .object({
      isOn: z.boolean().default(false),
      from: TimeOfDay.default('18:00'),
      to: TimeOfDay.default('08:00'),
    })
    .prefault({}),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

const UndoSeconds = z.int().min(0).max(MOST_UNDO_SECONDS)
/** How long the agent wants replies to rest: null and what is left out: as the team has it. */
export const OwnUndoChoice = z.strictObject({
  seconds: UndoSeconds.nullable(),
  byChannel: z.partialRecord(Channel, UndoSeconds),
})

/** Settings of this computer's user: they belong to no workspace and are never synced. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['normal', 'high']),
  density: z.enum(['compact', 'regular', 'roomy']),
  /** Percent. */
  textSize: z.int().min(80).max(160),
  language: z.enum(['system', 'en', 'de']),
  remoteImages: z.enum(['ask', 'never']),
  /** Where the window goes once a reply has been sent. */
  afterSend: z.enum(['stay', 'next', 'list']),
  /** Seconds a mail and the like rest on this laptop and can be taken back; null: as the team has it. */
  undoSeconds: UndoSeconds.nullable(),
  /** The same for one channel; it goes before `undoSeconds`. */
  undoByChannel: z.partialRecord(Channel, UndoSeconds),
  notifications: NotificationSettings,
  /** Keys given to commands other than those of the product, by command; null: the command has none. */
  keys: z.record(z.string().max(60), z.string().max(40).nullable()),
  startAtLogin: z.boolean(),
  /** Closing the window leaves the app running beside the clock. */
  closeToTray: z.boolean(),
  /** Days after which the key of a place's data is replaced as it is opened; null: only when somebody asks for it. */
  keyMaxAgeDays: z.int().min(1).max(3_650).nullable(),
  /** Widths in px of panels the agent dragged, by panel. */
  panels: z.record(z.string(), z.int()),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  theme: 'system',
  contrast: 'normal',
  density: 'regular',
  textSize: 100,
  language: 'system',
  remoteImages: 'ask',
  afterSend: 'stay',
  undoSeconds: null,
  undoByChannel: {},
  notifications: NotificationSettings.parse({}),
  keys: {},
  startAtLogin: false,
  closeToTray: false,
  keyMaxAgeDays: null,
  panels: {},
}

/** Holds no defaults: a change of one setting must never carry the others back to theirs. */
export const SettingsPatch = Settings.partial().strict()
