import { describe, expect, test } from 'vitest'
import { isOwnPage, PAGE_URL } from '../../../main/app/origin.ts'
import { isTrustedSender } from '../../../main/ipc/trusted-sender.ts'

const own = { url: PAGE_URL, parent: null }

describe('a call', () => {
  test('is taken from the main frame of our window that shows our page', () => {
    expect(isTrustedSender(own, true)).toBe(true)
  })

  test('is refused from a frame within the page, such as a mail', () => {
    expect(isTrustedSender({ ...own, parent: own }, true)).toBe(false)
    expect(isTrustedSender({ url: 'about:srcdoc', parent: own }, true)).toBe(false)
  })

  test('is refused from a window that we did not open', () => {
    expect(isTrustedSender(own, false)).toBe(false)
  })

  test('is refused from a frame that is gone', () => {
    expect(isTrustedSender(null, true)).toBe(false)
  })

  test.each([
    'https://tandem/index.html',
    'app://tandem.evil.example/index.html',
    'app://evil@tandem/index.html',
    'app://tandem:8080/index.html',
    'app://mail-image/abc',
    'app:tandem/index.html',
    'file:///tandem/index.html',
    'about:blank',
    'javascript:app://tandem/',
    '',
  ])('is refused from %s', url => {
    expect(isOwnPage(url)).toBe(false)
    expect(isTrustedSender({ url, parent: null }, true)).toBe(false)
  })
})
