import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { probes } from '../../../../scripts/triage/probes/probes.ts'
import { withoutFillers } from '../../../../scripts/triage/steadiness.ts'
import { featuresOf } from '../../../../shared/rules/triage/features.ts'
import { ticketText } from '../../../../shared/rules/triage/readable-text.ts'
import { UNSURE_BELOW } from '../../../../shared/rules/triage/score.ts'
import { tokensOf } from '../../../../shared/rules/triage/tokens.ts'
import { triage } from '../../../../shared/rules/triage/triage.ts'

const isOpposite = (before: string, after: string): boolean =>
  (before === 'service' && after === 'support') || (before === 'support' && after === 'service')

describe('mails of our own that the model never saw', () => {
  const said = probes.map(probe => ({ probe, ...triage(probe) }))

  test.each(['en', 'de', 'es', 'fr', 'pt'])('are told apart in %s', language => {
    const own = said.filter(({ probe }) => probe.language === language)
    const right = own.filter(({ kind, probe }) => kind === probe.kind)
    const turned = own.filter(({ kind, probe }) => isOpposite(probe.kind ?? '', kind))
    expect(own.length).toBeGreaterThan(5)
    // A few mails a language: a floor against breakage; the numbers stand in docs/triage.md.
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.4)
    expect(turned.length).toBeLessThanOrEqual(1)
  })

  test('forced to say one of three, it is right about most', () => {
    const right = said.filter(({ likeliest, probe }) => likeliest === probe.kind)
    expect(right.length / said.length).toBeGreaterThan(0.7)
  })

  test('what is said with confidence is right more often than what is not', () => {
    const rate = (part: typeof said): number =>
      part.filter(({ likeliest, probe }) => likeliest === probe.kind).length / Math.max(1, part.length)
    const sorted = said.toSorted((a, b) => b.confidence - a.confidence)
    const half = Math.floor(sorted.length / 2)
    expect(rate(sorted.slice(0, half))).toBeGreaterThanOrEqual(rate(sorted.slice(half)))
    expect(rate(said.filter(({ confidence }) => confidence >= UNSURE_BELOW))).toBeGreaterThan(0.75)
  })

  test('reasons are words of the mail, of the side they are given for', () => {
    for (const { probe, kind, likeliest, reasons } of said) {
      const text = ticketText(probe.subject, probe.body)
      for (const { text: words } of reasons) expect(text).toContain(words)
      expect(reasons.length).toBeLessThanOrEqual(4)
      if (kind === 'unsure') continue
      expect(reasons.length).toBeGreaterThan(0)
      if (likeliest !== 'both') expect(new Set(reasons.map(({ side }) => side))).toEqual(new Set([likeliest]))
    }
  })

  test('casing says nothing at all', () => {
    for (const { probe, kind, confidence } of said) {
      const loud = triage({ subject: probe.subject.toUpperCase(), body: probe.body.toUpperCase() })
      expect(loud.kind).toBe(kind)
      expect(loud.confidence).toBeCloseTo(confidence, 1)
    }
  })

  test('without function words, and cut short, no mail turns from one kind to the other', () => {
    for (const { probe, kind } of said) {
      expect(isOpposite(kind, triage(withoutFillers(probe)).kind)).toBe(false)
      const half = probe.body.slice(0, Math.ceil(probe.body.length / 2))
      expect(isOpposite(kind, triage({ ...probe, body: half }).kind)).toBe(false)
    }
  })
})

describe('what decides nothing', () => {
  test.each([
    '',
    '   \n\t ',
    'the and of to in is that it for you was with on as',
    'Der die und in von zu das mit sich des auf für ist im dem nicht ein eine als auch',
    'Bonjour, merci, cordialement',
    '12345 67890 2024-01-05',
    'https://example.com/a ana@example.com',
    '😀😀😀 🚀🚀',
    '!!!???...---',
    '日本語のテキストです。',
  ])('%j is unsure', body => {
    expect(triage({ subject: '', body }).kind).toBe('unsure')
  })

  test('a longer row of function words stays unsure', () => {
    expect(triage({ subject: '', body: 'please help me with this and that '.repeat(300) }).kind).toBe(
      'unsure',
    )
  })
})

describe('any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          'refund',
          'Fehler',
          'crash',
          'пароль',
          '請求書',
          '<b>',
          '&#0;',
          '\u202e',
          '\ud800',
          '> ',
          '\n',
        ),
        {
          maxLength: 60,
        },
      )
      .map(parts => parts.join(' ')),
  )

  test('gets the same answer every time, with a chance between 0 and 1 and reasons from itself', () => {
    fc.assert(
      fc.property(anything, anything, (subject, body) => {
        const first = triage({ subject, body })
        expect(triage({ subject, body })).toEqual(first)
        expect(first.confidence).toBeGreaterThanOrEqual(0)
        expect(first.confidence).toBeLessThanOrEqual(1)
        expect(first.kind === 'unsure').toBe(first.confidence < UNSURE_BELOW)
        const text = ticketText(subject, body)
        for (const reason of first.reasons) expect(text).toContain(reason.text)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['one long word', 'a'.repeat(1_000_000)],
    ['a megabyte of mail', 'My printer does not print since the update. '.repeat(23_000)],
    ['open tags', '<div '.repeat(200_000)],
    ['entities', '&amp'.repeat(250_000)],
    ['quotes', '> '.repeat(500_000)],
    ['line ends', '\n'.repeat(1_000_000)],
    ['at signs', 'a@'.repeat(500_000)],
    ['marks without a letter', '\u0301'.repeat(1_000_000)],
    ['header lines', 'From: x\n'.repeat(120_000)],
    ['attributions', 'On a\n'.repeat(200_000)],
  ])('costs a bounded amount of work: %s', (_name, body) => {
    // What is scored is bounded before it is scored; that bounds the time, whatever the machine.
    const text = ticketText(body, body)
    expect(text.length).toBeLessThan(20_000)
    const tokens = tokensOf(text)
    expect(tokens.length).toBeLessThanOrEqual(3200)
    expect(featuresOf(tokens).buckets.length).toBeLessThan(20_000)
    const startedAt = performance.now()
    triage({ subject: body, body })
    // Some hundred times of what it takes: a quadratic step in a megabyte would take minutes.
    expect(performance.now() - startedAt).toBeLessThan(1500)
  })
})
