import { dynamicText } from './dynamic-text.ts'

/** A key with its modifiers, written as people read it: "Mod+K", "Shift+J", "/", "Escape". */
export type Shortcut = string

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export const isMac = (): boolean => /mac/iu.test(navigator.platform)

const LATIN = /^[a-z]$/u
const LETTER_CODE = /^Key([A-Z])$/u
const DIGIT_CODE = /^Digit([0-9])$/u
const MODIFIERS: ReadonlySet<string> = new Set(['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock'])

/** The key by its meaning: the letter of the layout where it is Latin, else the letter printed at that place. */
function meaning({ key, code }: KeyPress): string {
  const lower = key.toLowerCase()
  if (LATIN.test(lower)) return lower
  const letter = LETTER_CODE.exec(code)?.[1]
  if (letter && lower.length === 1) return letter.toLowerCase()
  const digit = DIGIT_CODE.exec(code)?.[1]
  return digit && !/[!-/:-@]/u.test(key) ? digit : lower
}

function spell(key: string, press: KeyPress, mac: boolean): Shortcut {
  const isSign = key.length === 1 && !/[a-z0-9]/u.test(key)
  const parts = [
    (mac ? press.metaKey : press.ctrlKey) ? 'mod' : null,
    press.altKey ? 'alt' : null,
    press.shiftKey && !isSign ? 'shift' : null,
    key === ' ' ? 'space' : key === '+' ? 'plus' : key,
  ]
  return parts.filter(Boolean).join('+')
}

/** A press in the one spelling that shortcuts use. Shift counts only with letters and named keys: it is part of a sign. */
export const shortcutOf = (press: KeyPress, mac: boolean): Shortcut => spell(meaning(press), press, mac)

/**
 * What a press can mean, the likeliest first: the sign that is written, then the digit at its place, because French
 * keyboards write "&" where "1" is printed.
 */
export function shortcutsOf(press: KeyPress, mac: boolean): readonly Shortcut[] {
  const first = shortcutOf(press, mac)
  const digit = DIGIT_CODE.exec(press.code)?.[1]
  const second = digit === undefined ? first : spell(digit, { ...press, shiftKey: false }, mac)
  return first === second ? [first] : [first, second]
}

/** Only Shift, Control and their like so far. */
export const isModifierAlone = ({ key }: Pick<KeyPress, 'key'>): boolean => MODIFIERS.has(key.toLowerCase())

/** Acts while somebody writes, too. */
export const hasModifier = (shortcut: Shortcut): boolean => /(?:^|\+)(?:mod|alt)\+/u.test(normalise(shortcut))

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
  plus: '+',
  space: 'Space',
  delete: 'Del',
  backspace: '⌫',
  home: 'Home',
  end: 'End',
  tab: 'Tab',
}

/** How a shortcut is shown, with the names on the keys of the language: "Ctrl K", "Strg K", "⌘ K". */
export function shownKeys(shortcut: Shortcut, mac: boolean): readonly string[] {
  return normalise(shortcut)
    .split('+')
    .map(part => {
      if (part === 'mod') return mac ? '⌘' : (dynamicText('keyName.mod') ?? 'Ctrl')
      if (part === 'alt') return mac ? '⌥' : 'Alt'
      return dynamicText(`keyName.${part}`) ?? NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)
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
