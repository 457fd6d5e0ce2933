import DOMPurify from 'dompurify'
import { mailPaper } from '../theme/tokens.ts'
import { HEAD_CLASS, quotedNodes } from './quoted-nodes.ts'

export type CleanMail = {
  /** What may stand in the body of a page. */
  readonly inside: string
  /** Addresses of pictures from elsewhere, shown or left out. */
  readonly remoteImages: readonly string[]
  /** Earlier mails are repeated at its end: folded until the root of the document has `data-unfolded`. */
  readonly hasQuoted: boolean
}

export type SafeMail = Omit<CleanMail, 'inside'> & {
  /** A whole document for a frame without scripts. */
  readonly document: string
}

export type MailImages = {
  /** Pictures from elsewhere the agent asked for: address in the mail to the app's own address for it. */
  readonly remoteImages: ReadonlyMap<string, string>
  /** Pictures that came with the mail, by Content-ID, as data: addresses. */
  readonly inlineImages: ReadonlyMap<string, string>
}

export type CleaningOptions = MailImages & {
  /** This is the whole mail: what only repeats earlier ones at its end is folded. */
  readonly foldsQuoted?: boolean
}

export type MailOptions = CleaningOptions & {
  /** Ink and paper for mails that bring no colours of their own; others get black on white. */
  readonly ink: string
  readonly paper: string
  /** Told where only a part of the mail is at hand; else the mail itself tells. */
  readonly hasOwnColours?: boolean
}

const FORBIDDEN_TAGS = [
  'script',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'base',
  'link',
  'meta',
  'form',
  'input',
  'button',
  'select',
  'option',
  'textarea',
  'svg',
  'math',
  'audio',
  'video',
  'source',
  'track',
  'picture',
  'template',
  'portal',
  'dialog',
  'noscript',
]
const FORBIDDEN_ATTRIBUTES = [
  'srcset',
  'ping',
  'action',
  'formaction',
  'background',
  'xlink:href',
  'target',
  'id',
  'name',
]
const SAFE_LINK = /^(?:https?:|mailto:|tel:)/iu
const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|bmp|avif);base64,/iu
const CSS_ADDRESS = /url\s*\(|@import|expression\s*\(|-moz-binding|image-set\s*\(|src\s*\(|\\/iu
/** Positions and layers that could draw over the page around a mail, or hide what it really says. */
const CSS_ESCAPE = /position\s*:\s*(?:fixed|sticky)/iu

/** Keeps the declarations of a style attribute that can load nothing. */
export function safeStyle(style: string): string {
  return style
    .split(';')
    .filter(declaration => !CSS_ADDRESS.test(declaration) && !CSS_ESCAPE.test(declaration))
    .join(';')
}

function contentIdOf(source: string): string | null {
  return /^cid:/iu.test(source) ? decodeURIComponent(source.slice(4)).replace(/^<|>$/gu, '') : null
}

/** Absolute address of a picture from elsewhere; null for everything else. */
function remoteAddress(source: string): string | null {
  if (/^https?:\/\//iu.test(source)) return source
  return source.startsWith('//') ? `https:${source}` : null
}

/** Addresses of pictures from elsewhere, each once. */
export const remoteImagesIn = (body: ParentNode): readonly string[] => [
  ...new Set(
    [...body.querySelectorAll('img')].flatMap(
      image => remoteAddress(image.getAttribute('src')?.trim() ?? '') ?? [],
    ),
  ),
]

/** Puts a picture that came with the mail in place, shows or leaves out one from elsewhere. Answers its address then. */
function settleImage(image: Element, { remoteImages, inlineImages }: MailImages): string | null {
  const source = image.getAttribute('src')?.trim() ?? ''
  if (DATA_IMAGE.test(source)) return null
  const contentId = contentIdOf(source)
  const remote = remoteAddress(source)
  const shown = contentId === null ? remoteImages.get(remote ?? '') : inlineImages.get(contentId)
  if (shown === undefined) image.removeAttribute('src')
  else image.setAttribute('src', shown)
  return remote
}

function settleLink(link: Element): void {
  const address = link.getAttribute('href')?.trim() ?? ''
  if (!SAFE_LINK.test(address)) link.removeAttribute('href')
  link.setAttribute('rel', 'noopener noreferrer nofollow')
  // Where a link leads is shown before it is followed.
  if (SAFE_LINK.test(address)) link.setAttribute('title', address)
}

function settle(body: HTMLElement, images: MailImages): readonly string[] {
  const remote = [...body.querySelectorAll('img')].map(image => settleImage(image, images))
  for (const link of body.querySelectorAll('a, area')) settleLink(link)
  for (const styled of body.querySelectorAll('[style]')) {
    styled.setAttribute('style', safeStyle(styled.getAttribute('style') ?? ''))
  }
  for (const sheet of body.querySelectorAll('style')) {
    const text = sheet.textContent ?? ''
    if (CSS_ADDRESS.test(text) || CSS_ESCAPE.test(text)) sheet.remove()
  }
  return [...new Set(remote.filter(address => address !== null))]
}

/** Ids are taken away, and with them the mark by which Outlook says where the mail begins that it answers. */
export function withHeadClass(html: string): string {
  // A mail that gives its own words this name is no mail program's.
  if (html.includes(HEAD_CLASS)) return html.replaceAll(HEAD_CLASS, 'none')
  return html.replace(/(<[a-z][^<>]*?\s)id\s*=\s*(["']?)(?:x_)?divRplyFwdMsg\2/giu, `$1class="${HEAD_CLASS}"`)
}

const QUOTED_CLASS = 'tandem-quoted'

/** Marks what only repeats earlier mails. Nothing is moved: tables and colours stay as they are when it is unfolded. */
function foldQuoted(body: HTMLElement): boolean {
  // Only what is found here may be folded, whatever names a mail gives to its own words.
  for (const element of body.querySelectorAll(`.${QUOTED_CLASS}`)) element.removeAttribute('class')
  const quoted = quotedNodes(body) as readonly ChildNode[]
  for (const node of quoted) {
    const element = node instanceof Element ? node : wrapped(node)
    element.classList.add(QUOTED_CLASS)
  }
  return quoted.length > 0
}

function wrapped(node: ChildNode): Element {
  const span = node.ownerDocument?.createElement('span') ?? document.createElement('span')
  node.replaceWith(span)
  span.append(node)
  return span
}

/** A mail with colours of its own was written for black on white. */
const OWN_COLOURS = /\b(?:bgcolor|background(?:-color)?|color)\s*[=:]/iu

/** Whether a mail brings colours of its own. Most say no such word at all, which is found out a hundred times faster. */
export function bringsColours(html: string): boolean {
  const lower = html.toLowerCase()
  return (lower.includes('color') || lower.includes('background')) && OWN_COLOURS.test(html)
}

/** Policy of the frame itself: nothing runs, nothing is sent, and pictures come only through the app. */
export const FRAME_POLICY =
  "default-src 'none'; img-src data: app://mail-image; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

/** Takes out of a mail's HTML as it came all that could run, load, send or draw outside of its frame. */
export function cleanMail(html: string, options: CleaningOptions): CleanMail {
  const body = DOMPurify.sanitize(withHeadClass(html), {
    RETURN_DOM: true,
    WHOLE_DOCUMENT: false,
    FORCE_BODY: true,
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
    ADD_TAGS: ['style'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ADD_DATA_URI_TAGS: ['img'],
    // Says of a block quotation that it repeats a mail.
    ADD_URI_SAFE_ATTR: ['type'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|\/\/)/iu,
  }) as unknown as HTMLElement
  const remoteImages = settle(body, options)
  const hasQuoted = options.foldsQuoted === true && foldQuoted(body)
  return { inside: body.innerHTML, remoteImages, hasQuoted }
}

/** A document of its own for a clean mail. The caller puts it into a sandboxed frame as well: either would do alone. */
export function mailPage({ inside, ...mail }: CleanMail, options: MailOptions): SafeMail {
  const hasOwnColours = options.hasOwnColours ?? bringsColours(inside)
  const ink = hasOwnColours ? mailPaper.ink : options.ink
  const paper = hasOwnColours ? mailPaper.paper : options.paper
  const head = `<meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><style>${frameStyle(ink, paper)}</style>`
  return {
    ...mail,
    document: `<!doctype html><html><head><meta charset="utf-8">${head}</head><body dir="auto">${inside}</body></html>`,
  }
}

/** A mail's HTML as it came, cleaned and as a document of its own. */
export const safeMail = (html: string, options: MailOptions): SafeMail =>
  mailPage(cleanMail(html, options), options)

const frameStyle = (ink: string, paper: string): string =>
  `html{background:${paper};color:${ink};font:14px/1.5 "Inter Variable",Inter,system-ui,sans-serif;overflow-wrap:anywhere}` +
  'body{margin:0;padding:2px 0;overflow-x:auto;overflow-y:hidden}img{max-width:100%;height:auto}' +
  `html:not([data-unfolded]) .${QUOTED_CLASS}{display:none!important}` +
  `a{color:inherit}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:8px 0;padding-inline-start:12px;border-inline-start:2px solid ${mailPaper.quote}}`
