import { describe, expect, test } from 'vitest'
import { splitQuoted } from '../../../renderer/lib/quoted-text.ts'
import { splitLinks } from '../../../renderer/lib/split-links.ts'

describe('quoted text', () => {
  test('a tail of quoted lines is folded', () => {
    expect(splitQuoted('Thanks\n\n> old\n> older')).toEqual({ fresh: 'Thanks', quoted: '> old\n> older' })
  })

  test.each([
    'On Tue, 24 Nov 2026 at 09:02, Ana Ruiz <ana@example.com> wrote:',
    'Am 24.11.2026 um 09:02 schrieb Ana Ruiz:',
    'El mar, 24 nov 2026 a las 9:02, Ana Ruiz escribió:',
    '-----Original Message-----',
  ])('%j introduces a quotation', intro => {
    expect(splitQuoted(`Yes\n\n${intro}\n> old`).fresh).toBe('Yes')
  })

  test('answers between quoted lines stay with what they answer', () => {
    const text = '> Which version?\n2.1\n> And how many?\nFive'
    expect(splitQuoted(text)).toEqual({ fresh: text, quoted: '' })
  })

  test('a mail that is only a quotation is shown', () => {
    expect(splitQuoted('> all of it').quoted).toBe('')
  })
})

describe('links in plain text', () => {
  test('addresses are links, the full stop behind them is not', () => {
    expect(splitLinks('See https://example.com/a?b=1. Or ana@example.com')).toEqual([
      { text: 'See ', url: null },
      { text: 'https://example.com/a?b=1', url: 'https://example.com/a?b=1' },
      { text: '. Or ', url: null },
      { text: 'ana@example.com', url: 'mailto:ana@example.com' },
    ])
  })

  test('a script address is text', () => {
    expect(splitLinks('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', url: null }])
  })
})
