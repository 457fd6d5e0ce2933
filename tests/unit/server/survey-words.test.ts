import { expect, test } from 'vitest'
import { surveyWords } from '../../../server/surveys/survey-words.ts'

/** How each language asks for a degree; a question that can be answered with yes has no scale. */
const DEGREE = {
  en: /^How /u,
  de: /^Wie /u,
  es: /grado|probabilidad|facilidad/u,
  fr: /mesure|probabilité/u,
  pt: /grau|probabilidade|Quão/u,
} as const

test.each(['en', 'de', 'es', 'fr', 'pt'] as const)('every question asks for a degree (%s)', language => {
  const { ask, mail } = surveyWords(language)
  for (const { question } of Object.values(ask)) expect(question).toMatch(DEGREE[language])
  for (const line of Object.values(mail))
    expect(line).not.toMatch(/\b(?:whether|ob|saber si|savoir si|saber se)\b/u)
})
