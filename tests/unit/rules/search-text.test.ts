import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../../shared/rules/fold-text.ts'
import { SEARCH_TEXT_VERSION, searchQuery, searchText } from '../../../shared/rules/search-text.ts'

const tokens = (text: string): string[] => searchText(text).split(' ')

/** Evaluates a query on a text the way FTS5 does: phrases of tokens, a prefix on the last one, AND, OR, brackets. */
function finds(query: string | null, text: string): boolean {
  if (query === null) return false
  const words = tokens(text)
  const hasPhrase = (phrase: string): boolean => {
    const isPrefix = phrase.endsWith('*')
    const wanted = phrase.replace(/^"|"\*?$/g, '').split(' ')
    return words.some((_word, start) =>
      wanted.every((token, offset) => {
        const word = words[start + offset] ?? ''
        return isPrefix && offset === wanted.length - 1 ? word.startsWith(token) : word === token
      }),
    )
  }
  return query.split(' AND ').every(term =>
    term
      .replace(/^\(|\)$/g, '')
      .split(' OR ')
      .some(hasPhrase),
  )
}
const search = (input: string, text: string): boolean => finds(searchQuery(input), text)

describe('search text', () => {
  test('case, diacritics and compatibility forms make no difference', () => {
    expect(foldText('Çà va, STRASSE Straße ﬁne ＡＢＣ Øresund Łódź ΣΟΦΟΣ İzmir')).toBe(
      'ca va, strasse strasse fine abc oresund lodz σοφοσ izmir',
    )
    expect(search('munchen', 'München')).toBe(true)
    expect(search('MÜNCHEN', 'munchen')).toBe(true)
    expect(search('straße', 'STRASSE')).toBe(true)
  })

  test('Chinese, Japanese, Korean and Thai are found in the middle of a sentence', () => {
    expect(search('返金', '返品の返金はいつ')).toBe(true)
    expect(search('いつ', '返品の返金はいつ')).toBe(true)
    expect(search('金', '返品の返金')).toBe(true)
    expect(search('返送', '返品の返金はいつ')).toBe(false)
    expect(search('退款', '我想知道退款什么时候到账')).toBe(true)
    expect(search('คืนเงิน', 'ฉันต้องการขอคืนเงินค่ะ')).toBe(true)
    expect(search('배송', '배송이 늦어요')).toBe(true)
    expect(search('ｶﾞｲﾄﾞ', 'ガイド')).toBe(true)
    expect(search('𠮷野', '𠮷野家')).toBe(true)
  })

  test('vowel signs of Devanagari and Thai are letters, not decoration', () => {
    expect(search('क्षमा', 'क्षमा करें')).toBe(true)
    expect(search('कषमा', 'क्षमा करें')).toBe(false)
  })

  test('Hebrew points and Arabic vowel signs make no difference, digits of other scripts are digits', () => {
    expect(search('שלום', 'שָׁלוֹם')).toBe(true)
    expect(search('مرحبا', 'مَرْحَبًا')).toBe(true)
    expect(search('42', '٤٢')).toBe(true)
    expect(search('42', '४२')).toBe(true)
  })

  test.each(['E-1042', 'e1042', 'E 1042', '1042', 'e-104'])('the error code E-1042 is found as %s', typed => {
    expect(search(typed, 'Scanner shows E-1042 since noon')).toBe(true)
  })

  test('a code is found however the customer wrote it', () => {
    for (const text of ['E-1042', 'E1042', 'E 1042', 'https://help.example/E-1042?x=1']) {
      expect({ text, found: search('E-1042', text) }).toEqual({ text, found: true })
    }
    expect(search('E-1042', 'E-1043')).toBe(false)
  })

  test('numbers, versions and hyphenated words stand whole and in parts', () => {
    expect(tokens('2.3.1')).toEqual(['2', '3', '1', '231'])
    expect(search('2.3.1', 'since 2.3.1')).toBe(true)
    expect(search('1,249.00', 'total 1,249.00 EUR')).toBe(true)
    expect(search('email', 'by e-mail')).toBe(true)
    expect(search('#1042', 'ticket 1042')).toBe(true)
  })

  test('an unfinished last word finds, an unfinished earlier one does not', () => {
    expect(search('charged tw', 'I was charged twice')).toBe(true)
    expect(search('charg twice', 'I was charged twice')).toBe(false)
  })

  test('every piece of a text finds the text', () => {
    const alphabet = fc.constantFrom(
      ...('abcXYZ0123 -_.,äßéøÎ返金の退ไทยเงิ한국दी'.match(/\P{M}\p{M}*/gu) ?? []),
    )
    fc.assert(
      fc.property(fc.array(alphabet, { minLength: 1, maxLength: 40 }), signs => {
        const text = signs.join('')
        for (const word of text.split(/[\s,._-]+/).filter(piece => searchText(piece) !== '')) {
          expect({ word, found: search(word, text) }).toEqual({ word, found: true })
        }
      }),
    )
  })

  test('tokens hold letters, digits and their marks only, whatever goes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(searchText(text)).toMatch(/^([\p{L}\p{N}\p{M}]+( [\p{L}\p{N}\p{M}]+)*)?$/u)
      }),
    )
  })

  test('ASCII takes the same way through the rules as everything else', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 60 })
    fc.assert(
      fc.property(ascii, text => {
        // A sign beyond ASCII behind the text sends it the long way.
        expect(searchText(`${text} é`)).toBe(`${searchText(text)} e`.trim())
      }),
    )
  })

  test('its version is a positive whole number', () => {
    expect(Number.isInteger(SEARCH_TEXT_VERSION) && SEARCH_TEXT_VERSION > 0).toBe(true)
  })
})

describe('search query', () => {
  test('nothing typed can be syntax', () => {
    const safe = /^\(?"[^"()*]+"\*?\)?$/
    for (const typed of ['"', 'a" OR "b', 'NEAR(a b)', '* - ^ :', 'text:foo', "'); DROP", 'a AND NOT b']) {
      const query = searchQuery(typed)
      if (query === null) continue
      for (const piece of query.split(/ AND | OR /)) expect(piece).toMatch(safe)
    }
  })

  test('words in quotes stand side by side and whole, whichever quotes they are', () => {
    const text = 'The refund for order E-1042 came today, 返品の返金はいつ'
    const found = ['"refund for order"', '“order e-1042 came”', '«today» refund', '"返品の返金"', '"の返"']
    for (const typed of found) expect([typed, search(typed, text)]).toEqual([typed, true])
    const missed = ['"refund order"', '"refund for ord"', '"order for"', '"返金の"', 'tod "for order"']
    for (const typed of missed) expect([typed, search(typed, text)]).toEqual([typed, false])
    // Still being typed: words like any others.
    expect(search('"order refu', text)).toBe(true)
    expect(searchQuery('"" "!?" “ ”')).toBeNull()
  })

  test('nothing to search for is null', () => {
    for (const typed of ['', '   ', '"', '* - ()', '!!!']) expect(searchQuery(typed)).toBeNull()
  })

  test('a pasted page becomes a query of bounded size', () => {
    const query = searchQuery('word '.repeat(10_000)) ?? ''
    expect(query.split(' AND ').length).toBeLessThanOrEqual(24)
  })
})

describe('speed of search text', () => {
  const mixed = 'Hallo, können Sie prüfen? E-1042, 返品の返金はいつ, Größe 2.3.1. '
  test.each([
    ['ASCII', 'My scanner shows error E-1042 since the update to 2.3.1 and I was charged twice. '],
    ['mixed scripts', mixed],
  ])('%s takes less than a microsecond for a sign', (_name, line) => {
    const text = line.repeat(Math.ceil(400_000 / line.length))
    // The best of several runs: the machine may be busy with something else in any one of them.
    const runs = Array.from({ length: 5 }, () => {
      const startedAt = performance.now()
      searchText(text)
      return (performance.now() - startedAt) * 1000
    })
    expect(Math.min(...runs) / text.length).toBeLessThan(1)
  })
})
