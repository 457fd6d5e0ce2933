import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../../main/data/search/excerpt.ts'

const marked = (source: string, query: string): string =>
  excerptOf(source, query)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

describe('the piece of a text around its first hit', () => {
  test('marks every hit in it, words by their start and signs anywhere', () => {
    expect(marked('Two refunds came, one Refund did not', 'refund')).toBe(
      'Two [refund]s came, one [Refund] did not',
    )
    expect(marked('返品の返金はいつですか', '返金')).toBe('返品の[返金]はいつですか')
  })

  test('begins a little before the hit and says that there is more on both sides', () => {
    const piece = marked(`${'a '.repeat(200)}invoice ${'b '.repeat(200)}`, 'inv')
    expect(piece).toMatch(/^… (a )+\[inv\]oice (b )+ …$/)
    expect(piece.length).toBeLessThan(180)
  })

  test('of a long mail costs what stands before the hit, not the mail', () => {
    const short = 'an invoice is here '
    const [near, far] = [`${short}${'word '.repeat(60)}`, `${short}${'word '.repeat(200_000)}invoice`]
    expect(marked(far, 'invoice')).toBe(marked(near, 'invoice'))
  })
})
