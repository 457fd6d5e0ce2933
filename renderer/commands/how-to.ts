import i18next from 'i18next'
import type { CommandId } from '../../shared/contract/commands.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { isMac, shownKeys } from '../lib/shortcut.ts'
import { shortcutFor } from './command-table.ts'

/** How a command is given, for the middle of a sentence: its key as it is set now, else its name in the palette. */
export function howTo(id: CommandId): string {
  const key = shortcutFor(id)
  if (key !== undefined) return shownKeys(key, isMac()).join('+')
  return i18next.t('palette.byName', { title: dynamicText(`commands.${id}`) ?? id })
}
