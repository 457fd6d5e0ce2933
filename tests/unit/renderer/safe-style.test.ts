import { describe, expect, test } from 'vitest'
import { FRAME_POLICY, safeStyle } from '../../../renderer/lib/sanitize-html.ts'

describe('style of a mail', () => {
  test.each([
    'background:url(https://tracker.example.com/x)',
    'background-image:image-set("https://tracker.example.com/x" 1x)',
    'behavior:url(x.htc)',
    'width:expression(alert(1))',
    'position:fixed',
    'background:\\75rl(https://tracker.example.com)',
  ])('%j is left out', declaration => {
    expect(safeStyle(`color:red;${declaration};margin:0`)).toBe('color:red;margin:0')
  })

  test('plain looks stay', () => {
    expect(safeStyle('color:red; font-weight:bold')).toBe('color:red; font-weight:bold')
  })
})

test("the frame's own policy lets nothing run, load or send", () => {
  expect(FRAME_POLICY).toContain("default-src 'none'")
  expect(FRAME_POLICY).toContain("form-action 'none'")
  expect(FRAME_POLICY).not.toMatch(/https?:|script-src/u)
})
