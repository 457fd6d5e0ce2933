import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repeatedIn, sharedWords } from '../../../../shared/rules/diagnosis/earlier-entries.ts'

type Entry = {
  readonly kind: 'asked' | 'tried'
  readonly words: string
  readonly atMs: number
  readonly outcome: string | null
  readonly result: 'no-effect' | 'not-tried' | null
}
const asked = (words: string, fields: Partial<Entry> = {}): Entry => ({
  kind: 'asked',
  words,
  atMs: 1,
  outcome: null,
  result: null,
  ...fields,
})
const tried = (words: string, result: Entry['result'] = 'no-effect'): Entry => ({
  ...asked(words),
  kind: 'tried',
  result,
})
const hits = (text: string, entries: readonly Entry[]): readonly string[] =>
  repeatedIn(text, entries).map(({ earlier }) => earlier.words)

describe('a question asked again', () => {
  test('is found in other words, in English and in German', () => {
    const english = asked('Which version does the till app show under Help, About?')
    expect(hits('Could you tell us which version the till app shows?', [english])).toEqual([english.words])
    const german = asked('Welche Version zeigt die Kassen-App unter Hilfe, Über?')
    expect(hits('Können Sie mir bitte die Version der Kassen-App nennen?', [german])).toEqual([german.words])
  })

  test('is found whatever the form of its words', () => {
    expect(hits('Have you restarted the scanner?', [tried('Restart of the scanner')])).toHaveLength(1)
    expect(hits('Haben Sie den Drucker neu gestartet?', [tried('Drucker gestartet')])).toHaveLength(1)
  })

  test('is no repetition of something else about the same thing', () => {
    const entries = [asked('What does the light of the scanner do?'), asked('Since when does it happen?')]
    expect(hits('Which cable came with the scanner?', entries)).toEqual([])
    expect(hits('Which error code does it show, E-310 or E-311?', [asked('Is it code E-415?')])).toEqual([])
  })

  test('asks for what was tried, and not for what nobody has tried yet', () => {
    expect(hits('Did you re-pair the scanner?', [tried('re-pair')])).toEqual(['re-pair'])
    expect(hits('Did you re-pair the scanner?', [tried('re-pair', 'not-tried')])).toEqual([])
  })

  test('shows the one with an answer before the one without, then the newest', () => {
    const open = asked('Which firmware version has it?', { atMs: 9 })
    const answered = asked('Which firmware version has it?', { atMs: 3, outcome: '2.1' })
    const older = asked('Which firmware version has it?', { atMs: 1, outcome: '2.0' })
    expect(repeatedIn('Which firmware version has it?', [open, older, answered])[0]?.earlier).toBe(answered)
  })

  test('is looked for in what is asked, not in what is said', () => {
    const entry = asked('Which version does the till app show?')
    expect(hits('The till app shows its version under Help.', [entry])).toEqual([])
  })
})

const WORD = fc.constantFrom(
  ...'scanner printer firmware cable till pairing display terminal receipt label drucker kabel kasse fehler'.split(
    ' ',
  ),
)
const sentence = fc.uniqueArray(WORD, { minLength: 2, maxLength: 6 }).map(words => words.join(' '))

describe('whatever the words', () => {
  test('a question repeats itself, whatever its case, its order and its marks', () => {
    fc.assert(
      fc.property(sentence, fc.boolean(), (words, isTurned) => {
        const other = isTurned ? words.split(' ').toReversed().join(', ') : `  ${words.toUpperCase()} `
        expect(sharedWords(words, other)).toEqual(words.split(' '))
        expect(hits(`And ${other.trim()}?`, [asked(`${words}?`)])).toHaveLength(1)
      }),
    )
  })

  test('two sentences without a common word never meet', () => {
    fc.assert(
      fc.property(sentence, sentence, (one, two) => {
        const apart = two.split(' ').filter(word => !one.includes(word))
        fc.pre(apart.length > 0)
        expect(sharedWords(one, apart.map(word => `x${word}`).join(' '))).toEqual([])
      }),
    )
  })

  test('what is found does not depend on what else is in the mail', () => {
    fc.assert(
      fc.property(sentence, sentence, (question, other) => {
        const entry = asked(`${question}?`)
        const alone = hits(`Is it ${question}?`, [entry])
        expect(hits(`Thank you. We know about ${other}. Is it ${question}? Best regards`, [entry])).toEqual(
          alone,
        )
      }),
    )
  })
})
