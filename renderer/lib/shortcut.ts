/** A key with its modifiers, written as people read it: "Mod+K", "Shift+J", "/", "Escape". */
export type Shortcut = string

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export const isMac = (): boolean => /mac/iu.test(navigator.platform)

const LATIN = /^[a-z]$/u
const LETTER_CODE = /^Key([A-Z])$/u
const DIGIT_CODE = /^Digit([0-9])$/u

/** The key by its meaning: the letter of the layout where it is Latin, else the letter printed at that place. */
function meaning({ key, code }: KeyPress): string {
  const lower = key.toLowerCase()
  if (LATIN.test(lower)) return lower
  const letter = LETTER_CODE.exec(code)?.[1]
  if (letter && lower.length === 1) return letter.toLowerCase()
  const digit = DIGIT_CODE.exec(code)?.[1]
  return digit && !/[!-/:-@]/u.test(key) ? digit : lower
}

/** A press in the one spelling that shortcuts use. Shift counts only with letters and named keys: it is part of a sign. */
export function shortcutOf(press: KeyPress, mac: boolean): Shortcut {
  const key = meaning(press)
  const isSign = key.length === 1 && !/[a-z0-9]/u.test(key)
  const parts = [
    (mac ? press.metaKey : press.ctrlKey) ? 'mod' : null,
    press.altKey ? 'alt' : null,
    press.shiftKey && !isSign ? 'shift' : null,
    key === ' ' ? 'space' : key,
  ]
  return parts.filter(Boolean).join('+')
}

export const normalise = (shortcut: Shortcut): Shortcut => shortcut.toLowerCase()

const NAMES: Readonly<Record<string, string>> = {
  escape: 'Esc',
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  shift: 'Shift',
  pagedown: 'PgDn',
  pageup: 'PgUp',
}

/** How a shortcut is shown: "Ctrl K", "⌘ K". */
export function shownKeys(shortcut: Shortcut, mac: boolean): readonly string[] {
  return normalise(shortcut)
    .split('+')
    .map(part => {
      if (part === 'mod') return mac ? '⌘' : 'Ctrl'
      if (part === 'alt') return mac ? '⌥' : 'Alt'
      return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)
    })
}

/** Somebody is writing: only keys with a modifier, and Escape, may act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  )
}
