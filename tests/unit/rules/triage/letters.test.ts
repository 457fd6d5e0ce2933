import { expect, test } from 'vitest'
import { foldOf, FOLDS } from '../../../../scripts/triage/example.ts'
import { writtenMails } from '../../../../scripts/triage/exam/written-mails.ts'
import { examMails } from '../../../../scripts/triage/exam/mails.ts'
import { languages } from '../../../../scripts/triage/languages.ts'
import { letterTexts } from '../../../../scripts/triage/letter-texts.ts'
import { probes } from '../../../../scripts/triage/probes/probes.ts'
import { foldText } from '../../../../shared/rules/fold-text.ts'

const LEAST_MATTERS = 350
const LEAST_TRADES = 30
const WORDS_IN_A_ROW = 6
const WRITTEN_MAILS = 320

test.each(languages)('the letters in $language come from many trades and hold every kind', ({ letters }) => {
  const matters = letters.flatMap(({ service, support, both }) => [...service, ...support, ...both])
  expect(matters.length).toBeGreaterThanOrEqual(LEAST_MATTERS)
  expect(new Set(matters).size).toBe(matters.length)
  expect(new Set(letters.map(({ trade }) => trade)).size).toBe(letters.length)
  expect(letters.length).toBeGreaterThanOrEqual(LEAST_TRADES)
  for (const { service, support, both } of letters) {
    expect(Math.min(service.length, support.length, both.length)).toBeGreaterThan(0)
  }
})

test('a trade is on one side of a split, in whatever language, and every part has some', () => {
  const texts = letterTexts(9)
  const parts = new Map(texts.map(({ template }) => [template, foldOf(template)]))
  expect(new Set(parts.values()).size).toBe(FOLDS)
  for (const { trade } of languages.flatMap(({ letters }) => letters)) {
    expect(parts.has(`trade:${trade}`)).toBe(true)
  }
  expect(letterTexts(9)).toEqual(texts)
})

function runsOf(text: string): readonly string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((_, at) => words.slice(at, at + WORDS_IN_A_ROW).join(' ')).slice(0, 1 - WORDS_IN_A_ROW)
}

test('no letter has words in a row of a mail that the model is asked about', () => {
  const written = languages.flatMap(({ language }) => [
    ...writtenMails('blind', language),
    ...writtenMails('fresh', language),
  ])
  expect(written).toHaveLength(WRITTEN_MAILS)
  const asked = [...probes, ...Object.values(examMails).flat(), ...written]
  const known = new Set(asked.flatMap(({ subject, body }) => runsOf(`${subject} ${body}`)))
  const matters = languages.flatMap(({ letters }) =>
    letters.flatMap(({ service, support, both }) => [...service, ...support, ...both]),
  )
  expect(matters.filter(matter => runsOf(matter).some(run => known.has(run)))).toEqual([])
})
