import { atOnce } from './at-once.ts'
import { quotedNodes, quotedNodesInSteps } from './quoted-nodes.ts'
import { bringsColours, remoteImagesIn, withHeadClass } from './sanitize-html.ts'

/** A mail in pieces that are shown one below the other, each an HTML document of its own. */
export type MailParts = {
  /** As they came, not cleaned yet. */
  readonly parts: readonly string[]
  /** Place of the first part that only repeats earlier mails, as all behind it do; null when none does. */
  readonly quotedFrom: number | null
  /** The mail brings colours of its own, in whichever part. */
  readonly hasOwnColours: boolean
  /** Addresses of pictures from elsewhere, of all parts. */
  readonly remoteImages: readonly string[]
}

/** HTML a part holds, signs: cleaning and laying it out fits between two frames. */
const PART = 24_000
/** Mails up to this stay whole. */
const WHOLE = 2 * PART
/** Of more elements than this nothing is asked how long it is: it is cut. */
const MANY = 300
/** Style sheets go into every part; larger ones are left out of a mail that is cut. */
const LARGEST_SHEET = 20_000

type Cut = {
  readonly parts: string[]
  /** The node from which on the mail only repeats earlier ones. */
  readonly firstQuoted: Node | null
  /** Place of the part that begins there, once the cut has come to it. */
  quotedFrom: number | null
  /** Open elements around the place, outermost first: they begin each part anew. */
  readonly open: Element[]
  text: string
  /** Something besides what is open is in the part. */
  isFilled: boolean
}

/** "<td class=x>" of an element without what is in it. */
function openingTag(element: Element): string {
  const shallow = (element.cloneNode(false) as Element).outerHTML
  const end = shallow.lastIndexOf('</')
  return end < 0 ? shallow : shallow.slice(0, end)
}
const closingTag = ({ localName }: Element): string => `</${localName}>`

/** Ends the part and begins the next one inside the same elements. */
function next(cut: Cut): void {
  if (!cut.isFilled) return
  cut.parts.push(cut.text + cut.open.toReversed().map(closingTag).join(''))
  cut.text = cut.open.map(openingTag).join('')
  cut.isFilled = false
}

function put(cut: Cut, html: string): void {
  if (cut.isFilled && cut.text.length + html.length > PART) next(cut)
  cut.text += html
  cut.isFilled = true
}

/** Text without an end, as a log pasted into a mail, is cut at a space. */
function putText(cut: Cut, node: Text): void {
  const escape = document.createElement('p')
  for (let rest = node.data; rest !== '';) {
    const end = rest.length <= PART ? rest.length : rest.lastIndexOf(' ', PART) + 1 || PART
    escape.textContent = rest.slice(0, end)
    put(cut, escape.innerHTML)
    rest = rest.slice(end)
  }
}

/** Deeper than this nothing is cut: what a sender nests so deep is not a text. */
const DEEPEST = 60

function* putNode(cut: Cut, node: Node): Generator<void, void, void> {
  if (node === cut.firstQuoted) {
    next(cut)
    cut.quotedFrom = cut.parts.length
  }
  if (node instanceof Text) return putText(cut, node)
  if (!(node instanceof Element)) return
  const canBeCut = node.childNodes.length > 0 && cut.open.length < DEEPEST
  if (!canBeCut) return put(cut, node.outerHTML)
  const isWhole = node === cut.firstQuoted || !node.contains(cut.firstQuoted)
  const html = !isWhole || node.getElementsByTagName('*').length > MANY ? null : node.outerHTML
  if (html !== null && html.length <= PART) return put(cut, html)
  cut.text += openingTag(node)
  cut.open.push(node)
  yield* putChildren(cut, node)
  cut.text += closingTag(node)
  cut.open.pop()
}

function* putChildren(cut: Cut, node: Node): Generator<void, void, void> {
  for (const child of node.childNodes) {
    const before = cut.parts.length
    yield* putNode(cut, child)
    if (cut.parts.length > before) yield
  }
}

/** Whether a mail is so long that it is shown in parts. */
export const isLongMail = (html: string): boolean => html.length > WHOLE

/** What is no part of a mail for anybody who reads it: it is cleaned away, and must not count as words behind a quotation. */
const SILENT = 'script, noscript, template, title, xmp, noembed, noframes'

function dropSilent(body: HTMLElement): void {
  for (const element of body.querySelectorAll(SILENT)) element.remove()
  const comments = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Comment[] = []
  while (comments.nextNode()) found.push(comments.currentNode as Comment)
  for (const comment of found) comment.remove()
}

/** HTML the parser takes in one step, signs. */
const STEP = 64_000

/** The document is inert: nothing in it runs or loads. */
function* parsed(html: string): Generator<void, Document, void> {
  const page = document.implementation.createHTMLDocument()
  page.open()
  for (let at = 0; at < html.length; at += STEP) {
    page.write(html.slice(at, at + STEP))
    yield
  }
  page.close()
  return page
}

/** Takes the style sheets out of a mail: each part gets all of them, unless they are larger than any part. */
function takeSheets({ head, body }: Document): string {
  const sheets = [...head.querySelectorAll('style'), ...body.querySelectorAll('style')]
  const style = sheets.map(sheet => sheet.outerHTML).join('')
  for (const sheet of sheets) sheet.remove()
  return style.length <= LARGEST_SHEET ? style : ''
}

const emptyCut = (firstQuoted: Node | null): Cut => ({
  parts: [],
  firstQuoted,
  quotedFrom: null,
  open: [],
  text: '',
  isFilled: false,
})

/**
 * Cuts a long mail into parts between its elements, so that each can be cleaned and laid out when it comes into sight: a
 * megabyte in one piece holds the window for a second. Where earlier mails begin to be repeated a part begins as well, so
 * that they can be left out. Nothing is judged here; every part is cleaned like a mail.
 * Between its steps the window can do something else.
 */
export function* mailPartsInSteps(html: string): Generator<void, MailParts, void> {
  const page = yield* parsed(withHeadClass(html))
  const { body } = page
  const style = takeSheets(page)
  dropSilent(body)
  yield
  // A parser cuts long texts into several nodes, also inside of words.
  body.normalize()
  yield
  const [firstQuoted = null] = (yield* quotedNodesInSteps(body)) as readonly Node[]
  yield
  const cut = emptyCut(firstQuoted)
  yield* putChildren(cut, body)
  next(cut)
  yield
  const hasOwnColours = bringsColours(html)
  yield
  return {
    parts: cut.parts.map(part => style + part),
    // What was written is never hidden: at least one part stands in front of what is folded.
    quotedFrom: cut.quotedFrom === 0 ? null : cut.quotedFrom,
    hasOwnColours,
    remoteImages: remoteImagesIn(body),
  }
}

/**
 * The first part of a long mail, to be read while the others are cut: as the whole cut makes it, where nothing behind it
 * changes it. Null where the beginning of the mail says nothing yet.
 */
export function mailOpening(html: string): MailParts | null {
  // An element that begins in the first part and is longer than one ends behind this, and is cut in both.
  // Half a tag would be read as words, and words between rows of a table move in front of it.
  const half = html.lastIndexOf('<', WHOLE)
  const beginning = html.slice(0, half > html.lastIndexOf('>', WHOLE) ? half : WHOLE)
  const page = new DOMParser().parseFromString(withHeadClass(beginning), 'text/html')
  const style = takeSheets(page)
  dropSilent(page.body)
  page.body.normalize()
  const [firstQuoted = null] = quotedNodes(page.body) as readonly Node[]
  const cut = emptyCut(firstQuoted)
  for (const _ of putChildren(cut, page.body)) if (cut.parts.length > 0) break
  const [first] = cut.parts
  if (first === undefined) return null
  return {
    parts: [style + first],
    quotedFrom: null,
    hasOwnColours: bringsColours(html),
    remoteImages: remoteImagesIn(page.body),
  }
}

/** The parts of a long mail, in one go. */
export const mailParts = (html: string): MailParts => atOnce(mailPartsInSteps(html))
