import { foldText } from '../../../shared/rules/fold-text.ts'
import type { SettingsPage } from '../../stores/ui-store.ts'

/** What an administrator looks for together, in the order it is listed. */
export const SETTINGS_GROUPS = [
  { group: 'mine', pages: ['look', 'work', 'notifications', 'keys'] },
  { group: 'team', pages: ['levels', 'sending', 'between', 'allowances', 'training', 'guests'] },
  { group: 'answers', pages: ['answers', 'guides', 'forms', 'questions'] },
  { group: 'customers', pages: ['portrait', 'products', 'plans', 'outreach', 'surveys'] },
  { group: 'data', pages: ['computer', 'laptops', 'keeping'] },
] as const satisfies readonly { readonly group: string; readonly pages: readonly SettingsPage[] }[]
export type SettingsGroup = (typeof SETTINGS_GROUPS)[number]['group']

/** What a page can be found by: its name, that of its group, and words of what it holds. */
export type PageWords = { readonly name: string; readonly group: string; readonly words: string }

/** Whether each word that is looked for begins one of the page's. */
export function isFound(query: string, { name, group, words }: PageWords): boolean {
  const known = foldText(`${name} ${group} ${words}`).match(/[\p{L}\p{N}]+/gu) ?? []
  const wanted = foldText(query).match(/[\p{L}\p{N}]+/gu) ?? []
  return wanted.every(word => known.some(each => each.startsWith(word)))
}
