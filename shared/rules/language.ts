export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value)

/**
 * The language to speak: the agent's choice, else the first of the system's that we speak, else English.
 * `system`: BCP 47 tags, the preferred one first.
 */
export function languageFor(setting: 'system' | Language, system: readonly string[]): Language {
  if (setting !== 'system') return setting
  return system.map(tag => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}
