import { languageFor } from '../../shared/rules/language.ts'
import type { Language } from '../../shared/rules/language.ts'
import de from '../locales/de.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }

/** Everything main says to people: menus, the tray, notifications, problems. Windows have their own, larger file. */
export type Texts = typeof en
const texts: Readonly<Record<Language, Texts>> = { en, de }

export type Speech = {
  readonly texts: () => Texts
  readonly language: () => Language
  /** Takes the agent's choice; answers whether the language is another one now. */
  readonly choose: (setting: 'system' | Language) => boolean
}

/** Speaks the system's language until the settings are read. */
export function createSpeech(systemLanguages: () => readonly string[]): Speech {
  let language = languageFor('system', systemLanguages())
  return {
    texts: () => texts[language],
    language: () => language,
    choose: setting => {
      const before = language
      language = languageFor(setting, systemLanguages())
      return language !== before
    },
  }
}

type Values = Readonly<Record<string, string | number>>

/** Puts values into a text: `{{name}}`. What the text does not ask for is ignored. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/gu, (_match, key: string) => String(values[key] ?? ''))

/** English and German know the same two forms. */
export const counted = (
  forms: { readonly one: string; readonly other: string },
  count: number,
  values: Values = {},
): string => fill(count === 1 ? forms.one : forms.other, { ...values, count })
