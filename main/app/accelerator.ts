/** Keys by the names Electron has for them; letters, digits and signs are their own. */
const NAMES: Readonly<Record<string, string>> = {
  mod: 'CommandOrControl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Escape',
  enter: 'Enter',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  home: 'Home',
  end: 'End',
  plus: 'Plus',
  space: 'Space',
  delete: 'Delete',
  backspace: 'Backspace',
  tab: 'Tab',
}

function nameOf(part: string): string | undefined {
  if (/^(?:[!-*,-~]|f\d{1,2})$/u.test(part)) return part.toUpperCase()
  return NAMES[part]
}

/** A key of the window ("Mod+Shift+A") as Electron's menus write it; undefined for none, and for one they cannot show. */
export function acceleratorOf(shortcut: string): string | undefined {
  const parts = shortcut.toLowerCase().split('+').map(nameOf)
  return parts.every(part => part !== undefined) ? parts.join('+') : undefined
}
