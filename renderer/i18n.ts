import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../shared/rules/language.ts'
import de from './locales/de.json'
import en from './locales/en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** Loads all texts; they are small and part of the bundle, so the first paint already speaks. */
export function startI18n(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, de: { translation: de } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  rememberTexts()
}

/**
 * Texts without places to fill are looked up once a language: a screen asks for hundreds, and each look-up goes through
 * languages, plurals and separators.
 */
function rememberTexts(): void {
  const byLanguage = new Map<string, Map<string, string>>()
  const fixedIn = i18next.getFixedT.bind(i18next)
  const remembering = (...of: Parameters<typeof fixedIn>): ReturnType<typeof fixedIn> => {
    const look = fixedIn(...of)
    const [language, , prefix] = of
    // Several languages at once, or a prefix: asked for rarely.
    if (typeof language !== 'string' || prefix !== undefined) return look
    const texts = byLanguage.get(language) ?? new Map<string, string>()
    byLanguage.set(language, texts)
    const ask = look as unknown as (...asked: readonly unknown[]) => string
    const lookOnce = (key: unknown, ...filling: readonly unknown[]): string => {
      if (typeof key !== 'string' || filling.some(part => part !== undefined)) return ask(key, ...filling)
      const text = texts.get(key) ?? ask(key)
      texts.set(key, text)
      return text
    }
    return Object.assign(lookOnce, look) as unknown as typeof look
  }
  i18next.getFixedT = remembering as typeof i18next.getFixedT
}

export function speak(language: Language): void {
  document.documentElement.lang = language
  if (i18next.language !== language) void i18next.changeLanguage(language)
}

/** What lies over a page is a landmark of its own; its element stands outside of what React paints. */
export function nameLayers(): void {
  document.getElementById('layers')?.setAttribute('aria-label', i18next.t('panels.layers'))
}
