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
}

export function speak(language: Language): void {
  document.documentElement.lang = language
  if (i18next.language !== language) void i18next.changeLanguage(language)
}

/** What lies over a page is a landmark of its own; its element stands outside of what React paints. */
export function nameLayers(): void {
  document.getElementById('layers')?.setAttribute('aria-label', i18next.t('panels.layers'))
}
