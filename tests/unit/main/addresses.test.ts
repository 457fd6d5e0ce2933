import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createCommandQueue } from '../../../main/app/command-queue.ts'
import { deepLinkIn, parseDeepLink } from '../../../main/app/deep-links.ts'
import { PAGE_HEADERS } from '../../../main/app/headers.ts'
import { ImageGrants, isFetchable } from '../../../main/app/image-grants.ts'
import { mayLoad } from '../../../main/app/may-load.ts'
import { externalUrl } from '../../../main/app/open-external.ts'
import { filePathOf, servePageFile } from '../../../main/app/page-files.ts'
import { isPrivateAddress, isPrivateHost } from '../../../main/app/private-host.ts'

const folder = join(import.meta.dirname, '../../..')

describe('our own protocol', () => {
  test('serves a file of the page with its type and every security header', async () => {
    const answer = await servePageFile(folder, { url: 'app://tandem/package.json', method: 'GET' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(answer.headers.get(name)).toBe(value)
  })

  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/a/..%5c..%5cpackage.json',
    '/./package.json',
    '/package.json%00.html',
    '/%E0%A4%A',
    '/.git/config',
    '/docs',
    '/tsconfig',
  ])('refuses %s', pathname => {
    expect(filePathOf(join(folder, 'docs'), pathname)).toBeNull()
  })

  test('answers what is not there, and anything but reading, with nothing but the headers', async () => {
    for (const request of [
      { url: 'app://tandem/missing.html', method: 'GET' },
      { url: 'app://tandem/package.json', method: 'POST' },
    ]) {
      const answer = await servePageFile(folder, request)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('')
      expect(answer.headers.get('content-security-policy')).toBe(PAGE_HEADERS['content-security-policy'])
    }
  })

  test('lets a page run and load nothing from elsewhere', () => {
    const policy = PAGE_HEADERS['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/)
  })
})

describe('a window may load', () => {
  test.each([
    ['app://tandem/index.html', true],
    ['app://mail-image/token', true],
    ['blob:app://tandem/x', true],
    ['data:image/png;base64,x', true],
    ['https://example.com/', false],
    ['http://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['ws://127.0.0.1/', false],
    ['app://elsewhere/index.html', false],
    ['nonsense', false],
  ])('%s: %s', (address, expected) => {
    expect(mayLoad(address)).toBe(expected)
  })
})

describe('a link of the system', () => {
  test('to a ticket is understood, among other arguments too', () => {
    expect(parseDeepLink('tandem://ticket/1234')).toEqual({ kind: 'ticket', number: 1234 })
    expect(deepLinkIn(['app', '--flag', 'tandem://ticket/7'])).toEqual({ kind: 'ticket', number: 7 })
  })

  test.each([
    'tandem://ticket/',
    'tandem://ticket/-1',
    'tandem://ticket/1/../2',
    'tandem://ticket/12345678901',
    'tandem://run/calc.exe',
    'tandem://ticket/1?x=<script>',
    'https://ticket/1',
  ])('%s is ignored', address => {
    expect(parseDeepLink(address)).toBeNull()
  })

  test('that started the app waits until the page listens', () => {
    const sent: string[] = []
    const queue = createCommandQueue(({ id }) => sent.push(id))
    queue.ask({ id: 'ticket.openNumber', argument: 7 })
    expect(sent).toEqual([])
    queue.release()
    queue.ask({ id: 'ticket.new' })
    expect(sent).toEqual(['ticket.openNumber', 'ticket.new'])
    queue.hold()
    queue.ask({ id: 'search.open' })
    expect(sent).toHaveLength(2)
    queue.release()
    expect(sent).toHaveLength(3)
  })
})

describe('the system opens', () => {
  test.each([
    'https://example.com/a?b=c',
    'http://example.com/',
    'mailto:ana@example.com',
    'tel:+4930123456',
  ])('%s', url => {
    expect(externalUrl(url)).toBe(url)
  })

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'data:text/html,x',
    'vbscript:x',
    'tandem://ticket/1',
    'https://bank.example@evil.example/',
    '\\\\server\\share',
    '',
  ])('not %s', url => {
    expect(externalUrl(url)).toBeNull()
  })
})

describe('a remote image', () => {
  const grantsWith = () => {
    let made = 0
    return new ImageGrants(() => `token${(made += 1)}`)
  }

  test('has an address only after it was allowed', () => {
    const grants = grantsWith()
    expect(grants.find('app://mail-image/token1')).toBeNull()
    const [image] = grants.allow(['https://shop.example/a.png'])
    expect(image).toEqual({ url: 'https://shop.example/a.png', src: 'app://mail-image/token1' })
    expect(grants.find('app://mail-image/token1')).toBe('https://shop.example/a.png')
    expect(grants.find('app://mail-image/__proto__')).toBeNull()
  })

  test('is left out when it leads into a network of one’s own', () => {
    expect(grantsWith().allow(['https://10.0.0.1/pixel.gif', 'http://shop.example/a.png'])).toEqual([])
  })

  test('of long ago is forgotten', () => {
    const grants = grantsWith()
    grants.allow(Array.from({ length: 2_001 }, (_, index) => `https://shop.example/${index}.png`))
    expect(grants.find('app://mail-image/token1')).toBeNull()
    expect(grants.find('app://mail-image/token2001')).not.toBeNull()
  })

  test.each([
    ['https://shop.example/a.png', true],
    ['https://203.0.113.0/a.png', true],
    ['https://[2606:4700::1111]/a.png', true],
    ['http://shop.example/a.png', false],
    ['https://user:pass@shop.example/a.png', false],
    ['https://localhost/a.png', false],
    ['https://router/a.png', false],
    ['https://printer.local/a.png', false],
    ['https://127.0.0.1/a.png', false],
    ['https://2130706433/a.png', false],
    ['https://0x7f.1/a.png', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://172.20.1.1/', false],
    ['https://100.100.100.200/', false],
    ['https://[::1]/', false],
    ['https://[fe80::1]/', false],
    ['https://[fd00::1]/', false],
    ['https://[::ffff:192.168.0.1]/', false],
    ['https://[64:ff9b::10.0.0.1]/', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s may be fetched: %s', (address, expected) => {
    expect(isFetchable(address)).toBe(expected)
  })

  test('names and addresses are judged alike', () => {
    expect(isPrivateHost('LOCALHOST')).toBe(true)
    expect(isPrivateHost('shop.example')).toBe(false)
    expect(isPrivateAddress('8.8.8.8')).toBe(false)
    expect(isPrivateAddress('::ffff:8.8.8.8')).toBe(false)
    expect(isPrivateAddress('not an address')).toBe(false)
  })
})
