import type { MenuItemConstructorOptions } from 'electron'
import type { Texts } from './speech.ts'

/** The menu macOS takes the keys of every text field from; elsewhere the fields know them themselves. */
export function editMenu(texts: Texts['menu'], isMac: boolean): MenuItemConstructorOptions {
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      { type: 'separator' },
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      ...(isMac ? [{ role: 'pasteAndMatchStyle' as const, label: texts.pasteMatching }] : []),
      { role: 'delete', label: texts.delete },
      { type: 'separator' },
      { role: 'selectAll', label: texts.selectAll },
    ],
  }
}
