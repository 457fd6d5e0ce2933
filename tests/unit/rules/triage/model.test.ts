import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationError, fitJudge, reliability } from '../../../../scripts/triage/calibrate.ts'
import { fitSide, prepare, quantise } from '../../../../scripts/triage/fit.ts'
import { foldOf } from '../../../../scripts/triage/example.ts'
import { examLabels } from '../../../../scripts/triage/exam/labels.ts'
import { examMails } from '../../../../scripts/triage/exam/mails.ts'
import { languages } from '../../../../scripts/triage/languages.ts'
import { longOwnTexts, ownTexts } from '../../../../scripts/triage/own-texts.ts'
import { fingerprintOfFile } from '../../../../scripts/triage/ship.ts'
import { probes } from '../../../../scripts/triage/probes/probes.ts'
import { seededRandom } from '../../../../shared/demo/seeded-random.ts'
import { leanOf } from '../../../../shared/rules/triage/deciding-clauses.ts'
import { FEATURE_COUNT } from '../../../../shared/rules/triage/features.ts'
import { packWeights, unpackWeights } from '../../../../shared/rules/triage/model.ts'
import { packedModel } from '../../../../shared/rules/triage/model-data.ts'
import { judgeScores, logistic, plainScores } from '../../../../shared/rules/triage/score.ts'
import { shippedModel } from '../../../../shared/rules/triage/triage.ts'

test('weights come back as they were packed', () => {
  const random = seededRandom(3)
  const weights = Int8Array.from({ length: FEATURE_COUNT }, () => Math.floor(random() * 256) - 128)
  expect(unpackWeights(packWeights(weights))).toEqual(weights)
})

test('the model that is shipped is small and whole', () => {
  expect(packedModel.service.weights.length + packedModel.support.weights.length).toBeLessThan(3_000_000)
  const { service, support } = shippedModel()
  for (const { weights } of [service, support]) {
    expect(weights.length).toBe(FEATURE_COUNT)
    expect(weights.filter(weight => weight !== 0).length).toBeGreaterThan(1000)
  }
})

test('its version is the fingerprint of its numbers, and the model card names it', () => {
  expect(fingerprintOfFile()).toBe(packedModel.version)
  expect(readFileSync('docs/triage.md', 'utf8')).toContain(`Model \`${packedModel.version}\``)
})

test('more that speaks for a kind never makes it less likely, and nothing at all is a doubt', () => {
  const score = fc.double({ min: -8, max: 8, noNaN: true })
  const { judge } = shippedModel()
  fc.assert(
    fc.property(score, score, (service, support) => {
      const { kind, likeliest, confidence } = judgeScores(judge, plainScores(service, support))
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(kind === 'unsure' || kind === likeliest).toBe(true)
    }),
  )
  const clauses = { parted: 5, clear: 5, lean: 8, shared: 0.5, count: 2 }
  expect(judgeScores(judge, plainScores(5, -5)).kind).toBe('service')
  expect(judgeScores(judge, plainScores(-5, 5)).kind).toBe('support')
  expect(
    judgeScores(judge, { ...plainScores(4, 4), apart: 6, spread: 0.5, lean: 8, words: 12, clauses })
      .likeliest,
  ).toBe('both')
  expect(judgeScores(judge, plainScores(-4, -4)).kind).toBe('unsure')
})

test('training is the same every time', () => {
  const rows = prepare(ownTexts(seededRandom(1)).slice(0, 300))
  const [first, second] = [1, 2].map(() =>
    quantise(fitSide(rows, { side: 'support', random: seededRandom(5) })),
  )
  expect(second).toEqual(first)
})

test('no probe is among what is learnt, and templates of a pair share a part', () => {
  const learnt = new Set(ownTexts(seededRandom(7)).map(({ subject, body }) => `${subject}\n${body}`))
  for (const { subject, body } of probes) expect(learnt.has(`${subject}\n${body}`)).toBe(false)
  expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(foldOf)).size).toBeGreaterThan(1)
})

test('no mail of the exam is among what is learnt or chosen by, and rows of the exam are named once', () => {
  const known = new Set([...ownTexts(seededRandom(7)), ...probes].map(({ body }) => body))
  for (const mails of Object.values(examMails)) {
    for (const { body } of mails) expect(known.has(body)).toBe(false)
  }
  for (const { drawn, service, support, both } of examLabels) {
    const keys = [service, support, both].flatMap(text => text.split(/\s+/).filter(key => key !== ''))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeLessThanOrEqual(drawn)
  }
})

test('longer mails that hold both stay within one part of the lines', () => {
  const long = longOwnTexts(seededRandom(8))
  expect(new Set(long.map(({ kind }) => kind))).toEqual(new Set(['both']))
  const byLine = new Map(
    languages.flatMap(({ service, support }) =>
      [...service, ...support].map(line => [line, foldOf(line)] as const),
    ),
  )
  for (const { body, template } of long) {
    for (const [line, fold] of byLine) if (body.includes(line)) expect(fold).toBe(foldOf(template))
  }
})

test('a text leans to both only as far as its weaker side does', () => {
  const pair = (service: number, support: number) => ({ service, support })
  expect(leanOf([pair(3, -2), pair(-1, 1)])).toBe(2)
  expect(leanOf([pair(3, -2)])).toBe(-3)
  expect(leanOf([])).toBe(-3)
})

test('calibration finds the chances that outcomes were drawn by', () => {
  const random = seededRandom(9)
  const seen = Array.from({ length: 1500 }, () => {
    const [service, support] = [random() * 8 - 4, random() * 8 - 4]
    const isService = random() < logistic(1.5 * service)
    const isSupport = random() < logistic(1.5 * support)
    const outcome = isService ? (isSupport ? 'both' : 'service') : isSupport ? 'support' : 'neither'
    return { scores: plainScores(service, support), outcome, weight: 1 } as const
  })
  const judge = fitJudge(seen)
  const judged = seen
    .filter(({ outcome }) => outcome !== 'neither')
    .map(({ scores, outcome }) => {
      const { likeliest, confidence } = judgeScores(judge, scores)
      return { confidence, isRight: likeliest === outcome }
    })
  expect(calibrationError(reliability(judged))).toBeLessThan(0.12)
  expect(judged.filter(({ isRight }) => isRight).length / judged.length).toBeGreaterThan(0.7)
})
