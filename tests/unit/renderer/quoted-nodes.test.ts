import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotedNodes } from '../../../renderer/lib/quoted-nodes.ts'
import type { MailNode } from '../../../renderer/lib/quoted-nodes.ts'

type Attributes = Readonly<Record<string, string>>
/** A mail as a tree: elements with children, and text. */
class Node implements MailNode {
  readonly nodeType: number
  readonly nodeName: string
  parentNode: Node | null = null
  readonly childNodes: readonly Node[]
  /** Texts that were read, of all mails. */
  static reads = 0
  readonly #text: string
  readonly #attributes: Attributes

  constructor(name: string, attributes: Attributes, content: string | readonly Node[]) {
    const isText = typeof content === 'string'
    this.nodeType = isText ? 3 : 1
    this.nodeName = name
    this.#attributes = attributes
    this.#text = isText ? content : ''
    this.childNodes = isText ? [] : content
    for (const child of this.childNodes) child.parentNode = this
  }
  get textContent(): string {
    Node.reads += 1
    return this.nodeType === 3 ? this.#text : this.childNodes.map(({ textContent }) => textContent).join('')
  }
  getAttribute(name: string): string | null {
    return this.#attributes[name] ?? null
  }
}
const text = (content: string): Node => new Node('#text', {}, content)
const h = (name: string, attributes: Attributes, ...children: readonly (Node | string)[]): Node =>
  new Node(
    name.toUpperCase(),
    attributes,
    children.map(child => (typeof child === 'string' ? text(child) : child)),
  )
const body = (...children: readonly (Node | string)[]): Node => h('body', {}, ...children)
const div = (...children: readonly (Node | string)[]): Node => h('div', {}, ...children)

/** What stays in view, words only. */
function shown(root: Node): string {
  const hidden = new Set<MailNode>(quotedNodes(root))
  const read = (node: Node): string =>
    hidden.has(node) ? '' : node.nodeType === 3 ? `${node.textContent} ` : node.childNodes.map(read).join('')
  return read(root).replace(/\s+/gu, ' ').trim()
}
const INTRO = 'On Tue, 24 Nov 2026 at 09:02, Ana Ruiz <ana@example.com> wrote:'
const gmail = (...inside: readonly (Node | string)[]): Node => h('div', { class: 'gmail_quote' }, ...inside)
const cite = (...inside: readonly (Node | string)[]): Node => h('blockquote', { type: 'cite' }, ...inside)
const old = (): Node => h('blockquote', { class: 'gmail_quote' }, 'what was said before')

describe('mails that answer', () => {
  test('Gmail: the container with its introduction', () => {
    const mail = body(div('It works now.'), h('br', {}), gmail(div(INTRO), old()))
    expect(shown(mail)).toBe('It works now.')
  })

  test('Apple Mail: the introduction stands in front of the citation', () => {
    const mail = body(
      'Thanks',
      h('div', {}, INTRO),
      cite(div('what was said before'), cite('and before that')),
      h('br', {}),
    )
    expect(shown(mail)).toBe('Thanks')
  })

  test('Thunderbird: a prefix in any language', () => {
    const prefix = h('div', { class: 'moz-cite-prefix' }, '24.11.2026 9.02, Ana kirjoitti:')
    expect(shown(body(h('p', {}, 'Kiitos'), prefix, cite('vanha')))).toBe('Kiitos')
  })

  test('Outlook: from the head of the mail it answers to the end', () => {
    const head = h('div', { class: 'tandem-quote-head' }, 'whatever it says')
    expect(shown(body(div('Please see below.'), h('hr', {}), head, div('Dear Tom,'), div('old words')))).toBe(
      'Please see below.',
    )
  })

  test.each([
    'From: Ana Ruiz <ana@example.com> Sent: Tuesday, 24 November 2026 09:02 To: Support Subject: Charged twice',
    'Von: Ana Ruiz Gesendet: Dienstag, 24. November 2026 09:02 An: Support Betreff: Doppelt belastet',
    'De : Ana Ruiz Envoyé : mardi 24 novembre 2026 09:02 À : Support Objet : Débité deux fois',
  ])('Outlook without marks: %s', head => {
    expect(shown(body(div('My answer'), div(head), div('old words')))).toBe('My answer')
  })

  test('what is nested deep in tables folds to the end of the mail', () => {
    const inner = h('td', {}, div('New'), gmail(div(INTRO), old()))
    expect(shown(body(h('table', {}, h('tr', {}, inner)), h('p', {}, '\u00a0')))).toBe('New')
  })
})

describe('never folded', () => {
  test('answers below a quotation, and between quotations', () => {
    const below = body(gmail(div(INTRO), old()), div('My answer stands below.'))
    expect(quotedNodes(below)).toEqual([])
    const between = body(div('See inline'), gmail(div(INTRO), old(), div('Yes, version 2.1'), old()))
    expect(shown(between)).toContain('what was said before Yes, version 2.1')
  })

  test('a mail that is only a quotation, and one that passes another on', () => {
    expect(quotedNodes(body(gmail(div(INTRO), old())))).toEqual([])
    const forward = gmail(
      div('---------- Forwarded message ---------'),
      div('From: Ana Date: today To: you Subject: x'),
      div('text'),
    )
    expect(shown(body(div('FYI'), forward))).toContain('text')
  })

  test('a quotation in somebody’s own words, a list of addresses, a sentence that begins like an introduction', () => {
    expect(quotedNodes(body(div('He said:'), h('blockquote', {}, 'to be or not to be')))).toEqual([])
    expect(quotedNodes(body(div('Ship it'), div('From: the depot'), div('To: Lisbon')))).toEqual([])
    expect(quotedNodes(body(div('Hello'), div('On Tuesday I wrote:'), div('a long letter')))).toEqual([])
  })

  test('an introduction in front of what does not end the mail', () => {
    expect(quotedNodes(body(div('a'), div(INTRO), cite('old'), div('new')))).toEqual([])
  })
})

describe('long mails', () => {
  const readsFor = (mail: Node): number => {
    Node.reads = 0
    quotedNodes(mail)
    return Node.reads
  }

  test('are not read anew for every element around a text', () => {
    const rows = Array.from({ length: 2_000 }, (_, n) =>
      h('tr', {}, h('td', {}, `Item ${n}`), h('td', {}, '12 €')),
    )
    let table = h('table', {}, h('tbody', {}, ...rows))
    for (let depth = 0; depth < 40; depth += 1) table = div(table)
    expect(readsFor(body(table))).toBeLessThan(8 * 4_000)
  })

  test('full of quotations with an answer behind each are judged by what stands last', () => {
    const quotations = Array.from({ length: 2_000 }, () => [cite('old'), div('answer')]).flat()
    expect(readsFor(body(...quotations))).toBeLessThan(8 * 4_000)
    expect(quotedNodes(body(...quotations))).toEqual([])
    expect(shown(body('New', ...quotations, div(INTRO), cite('the last one')))).toMatch(/answer$/u)
  })

  test('with a head that begins behind much space, and one longer than any head', () => {
    const far = h('div', {}, `${' '.repeat(5_000)}From: Ana Sent: today To: you Subject: x`)
    expect(shown(body(div('Mine'), far, div('old')))).toBe('Mine')
    const long = h('div', {}, `From: Ana Sent: today To: you Subject: x ${'and so on '.repeat(200)}`)
    expect(quotedNodes(body(div('Mine'), long))).toEqual([])
  })
})

const word = fc.constantFrom('alpha', 'beta', 'gamma', ' ', INTRO, 'From: somebody', '\u00a0')
const tree = fc.letrec<{ node: Node }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4 },
    word.map(text),
    fc
      .tuple(
        fc.constantFrom('div', 'p', 'span', 'table', 'blockquote'),
        fc.constantFrom(
          {},
          { class: 'gmail_quote' },
          { type: 'cite' },
          { class: 'moz-cite-prefix' },
          { class: 'note' },
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) => new Node(name.toUpperCase(), attributes, children)),
  ),
})).node

test('whatever a mail is made of: what is folded is its end, something stays, and nothing stands behind it', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), children => {
      const root = new Node('BODY', {}, children)
      const hidden = new Set<MailNode>(quotedNodes(root))
      if (hidden.size === 0) return
      const seen: string[] = []
      const read = (node: Node, isIn: boolean): void => {
        const isHidden = isIn || hidden.has(node)
        if (node.nodeType === 3 && node.textContent.replace(/[\s\u00a0]/gu, '') !== '')
          seen.push(isHidden ? 'h' : 's')
        for (const child of node.childNodes) read(child, isHidden)
      }
      read(root, false)
      expect(seen.join('')).toMatch(/^s+h+$/u)
    }),
    { numRuns: 3000 },
  )
})
