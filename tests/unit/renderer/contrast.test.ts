import { DEFAULT_THEME } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariables } from '../../../renderer/theme/css-variables.ts'
import { dark, inHighContrast, light, ofSystem } from '../../../renderer/theme/tokens.ts'
import type { Tokens } from '../../../renderer/theme/tokens.ts'

/** Relative luminance of #rrggbb, as WCAG counts it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['desk', 'sunk', 'sheet', 'noteGround'] as const
const WORDS = ['ink', 'ink2', 'ink3'] as const
const OWN = [
  ['serviceInk', 'serviceGround'],
  ['supportInk', 'supportGround'],
  ['good', 'goodGround'],
  ['warning', 'warningGround'],
  ['bad', 'badGround'],
  ['onPrimary', 'primary'],
] as const satisfies readonly (readonly [keyof Tokens, keyof Tokens])[]
const MARKS = ['edge', 'focus', 'serviceMark', 'supportMark'] as const

const high = { light: inHighContrast(light), dark: inHighContrast(dark) }
const all = { light, dark, 'light, high': high.light, 'dark, high': high.dark }

describe.each(Object.entries(all))('%s', (_name, tokens) => {
  test('words can be read on every ground', () => {
    const pairs = [...GROUNDS.flatMap(ground => WORDS.map(word => [word, ground] as const)), ...OWN]
    const pale = pairs.filter(([word, ground]) => ratio(tokens[word], tokens[ground]) < 4.5)
    expect(pale).toEqual([])
  })

  test('marks, outlines and the ring stand out from the sheet', () => {
    expect(MARKS.filter(mark => ratio(tokens[mark], tokens.sheet) < 3)).toEqual([])
  })
})

test.each(Object.entries(high))(
  'high contrast, %s: words as strong as AAA asks, lines that can be seen, no grounds',
  (_name, tokens) => {
    expect(WORDS.filter(word => ratio(tokens[word], tokens.sheet) < 7)).toEqual([])
    expect((['line', 'faint'] as const).filter(line => ratio(tokens[line], tokens.sheet) < 4.5)).toEqual([])
    const grounds = Object.entries(tokens).filter(([key]) => key.endsWith('Ground'))
    expect(grounds.filter(([, colour]) => colour !== tokens.sheet)).toEqual([])
    // What fills a bar and what it lies on must not become one.
    expect(ratio(tokens.ink, tokens.track)).toBeGreaterThan(7)
  },
)

test("in the system's colours there is no colour of the product, but for what hides", () => {
  const own = Object.entries(ofSystem).filter(([, value]) => /#|rgb\(/u.test(value))
  expect(own).toEqual([['blot', ofSystem.blot]])
  const worn = cssVariables('system')(DEFAULT_THEME)
  expect(worn.light).toEqual(worn.dark)
  expect(worn.light).toMatchObject({ '--ink': 'CanvasText', '--sheet': 'Canvas', '--ink-2': 'CanvasText' })
})
