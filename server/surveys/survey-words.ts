import { de, en } from './words-en-de.ts'
import { es, fr, pt } from './words-es-fr-pt.ts'
import type { SurveyWords } from './words-shape.ts'

export const SURVEY_LANGUAGES = ['en', 'de', 'es', 'fr', 'pt'] as const
export type SurveyLanguage = (typeof SURVEY_LANGUAGES)[number]

/** What customers read. These pages and mails have no window and so no locale file of one. */
const words: Readonly<Record<SurveyLanguage, SurveyWords>> = { en, de, es, fr, pt }
export const surveyWords = (language: SurveyLanguage): SurveyWords => words[language]

/** The language among ours that is wanted most: 'de-AT' is German; English for whatever we do not speak. */
export const surveyLanguage = (wanted: string | null | undefined): SurveyLanguage => {
  const [first = ''] = (wanted ?? '').toLowerCase().split(/[,;-]/u)
  return SURVEY_LANGUAGES.find(language => language === first.trim()) ?? 'en'
}

export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)
