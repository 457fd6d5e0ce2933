import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createCommandQueue } from '../../../main/app/command-queue.ts'
import { customerLink, deepLinkIn, parseDeepLink, ticketLink } from '../../../shared/rules/deep-link.ts'
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
    const anywhere = { kind: 'ticket-number', workspaceId: null }
    expect(parseDeepLink('tandem://ticket/1234')).toEqual({ ...anywhere, number: 1234 })
    expect(deepLinkIn(['app', '--flag', 'tandem://ticket/7'])).toEqual({ ...anywhere, number: 7 })
    expect(deepLinkIn(['app'])).toBeNull()
  })

  test('that the console made leads back to its ticket or customer, in its workspace', () => {
    const workspaceId = '01890000-0000-7000-8000-000000000001'
    const customerId = '01890000-0000-7000-8000-0000000000ab'
    expect(parseDeepLink(ticketLink(48213, workspaceId))).toEqual({
      kind: 'ticket-number',
      number: 48213,
      workspaceId,
    })
    expect(parseDeepLink(customerLink(customerId, workspaceId))).toEqual({
      kind: 'customer',
      customerId,
      workspaceId,
    })
  })

  test.each([
    'tandem://ticket/',
    'tandem://ticket/-1',
    'tandem://ticket/1/../2',
    'tandem://ticket/12345678901',
    'tandem://run/calc.exe',
    'tandem://ticket/1?x=<script>',
    'https://ticket/1',
    'tandem://ticket/1?workspace=acme',
    'tandem://ticket/1?workspace=01890000-0000-7000-8000-000000000001&x=1',
    'tandem://ticket/1?workspace=00000000-0000-0000-0000-000000000000',
    'tandem://ticket/01890000-0000-7000-8000-0000000000ab',
    'tandem://customer/1234',
    'tandem://customer/../../etc',
    'TANDEM://ticket/1',
  ])('%s is ignored', address => {
    expect(parseDeepLink(address)).toBeNull()
  })

  test('that started the app waits until the page listens', () => {
    const sent: string[] = []
    const queue = createCommandQueue(({ id }) => sent.push(id))
    queue.ask({
      id: 'target.show',
      target: { kind: 'ticket-number', number: 7, workspaceId: null },
    })
    expect(sent).toEqual([])
    queue.release()
    queue.ask({ id: 'ticket.new' })
    expect(sent).toEqual(['target.show', 'ticket.new'])
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
