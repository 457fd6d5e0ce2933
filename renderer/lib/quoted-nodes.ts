import { atOnce } from './at-once.ts'

/** What of a DOM this looks at: rules about mails can be tried without a window. */
export type MailNode = {
  /** 1 element, 3 text. */
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: MailNode | null
  readonly childNodes: ArrayLike<MailNode>
  getAttribute?(name: string): string | null
}

/** Stands for the id by which Outlook marks the head of the mail it answers: ids themselves are taken away. */
export const HEAD_CLASS = 'tandem-quote-head'

const ELEMENT = 1
const SPACE = /[\s\u00a0\u200b\u200c\ufeff]+/gu
const LEADING_SPACE = /^[\s\u00a0\u200b\u200c\ufeff]+/u
const FILLED = /[^\s\u00a0\u200b\u200c\ufeff]/u
const childrenOf = ({ childNodes }: MailNode): readonly MailNode[] => Array.from(childNodes)

/** A node and all that is in it, in document order, parents first. */
function* walk(node: MailNode): Generator<MailNode> {
  const left = [node]
  for (let at = left.pop(); at; at = left.pop()) {
    yield at
    const { childNodes } = at
    for (let index = childNodes.length - 1; index >= 0; index -= 1) left.push(childNodes[index] ?? at)
  }
}

/** Texts of a node in the order they stand there. */
function* textsOf(node: MailNode): Generator<string> {
  for (const each of walk(node)) if (each.nodeType !== ELEMENT) yield each.textContent ?? ''
}
const tidy = (text: string): string => text.replace(SPACE, ' ').trim()
/** Lines and cells that are told apart only by elements stay apart. */
const textOf = (node: MailNode): string => tidy([...textsOf(node)].join(' '))

/**
 * The beginning of what a node says, of at least so many signs where there are so many. Asked of every element of a mail,
 * whole texts would be read once for each element around them.
 */
function beginningOf(node: MailNode, length: number): string {
  let text = ''
  for (const each of textsOf(node)) {
    // Far more than is asked for, because spaces may still fall away.
    text = tidy(`${text} ${each.replace(LEADING_SPACE, '').slice(0, 8 * length)}`)
    if (text.length > length) break
  }
  return text
}

const isFilled = (node: MailNode): boolean => {
  for (const text of textsOf(node)) if (FILLED.test(text)) return true
  return false
}

/** The last text of a node that holds words. */
function lastFilled(node: MailNode): MailNode | null {
  if (node.nodeType !== ELEMENT) return isFilled(node) ? node : null
  for (const child of childrenOf(node).toReversed()) {
    const found = lastFilled(child)
    if (found) return found
  }
  return null
}

/** Elements that hold the last words of a mail: behind any other one something is said. */
function lastElements(root: MailNode): ReadonlySet<MailNode> {
  const found = new Set<MailNode>()
  for (let at = lastFilled(root)?.parentNode ?? null; at && at !== root; at = at.parentNode) found.add(at)
  return found
}

const classOf = (node: MailNode): string => ` ${node.getAttribute?.('class') ?? ''} `
const hasClass = (node: MailNode, name: string): boolean => classOf(node).includes(` ${name} `)

/** Containers in which mail programs put what they answer, its introduction included. */
const CONTAINERS = ['gmail_quote', 'yahoo_quoted', 'protonmail_quote', 'tutanota_quote', 'zmail_extra']
const isContainer = (node: MailNode): boolean => CONTAINERS.some(name => hasClass(node, name))
const isCitation = (node: MailNode): boolean =>
  node.nodeName === 'BLOCKQUOTE' && (node.getAttribute?.('type') ?? '').toLowerCase() === 'cite'

const INTRO =
  /^(?:On\b.{4,300}\bwrote|Am\b.{4,300}\bschrieb\b.{0,200}|Le\b.{4,300}\ba écrit|El\b.{4,300}\bescribió|(?:Em|A)\b.{4,300}\bescreveu|Il\b.{4,300}\bha scritto|Op\b.{4,300}\bschreef\b.{0,200}) ?:$/u
/** Longer than what the pattern allows nothing is an introduction. */
const LONGEST_INTRO = 600
const isIntro = (node: MailNode): boolean =>
  hasClass(node, 'moz-cite-prefix') || INTRO.test(beginningOf(node, LONGEST_INTRO))

const HEADS = [
  /^(?:From|Von|De|Da|Van) ?:/iu,
  /(?:^|\s)(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el| em)?|Fecha|Data|Inviato|Verzonden) ?:/iu,
  /(?:^|\s)(?:To|An|À|Para|A|Aan) ?:/iu,
  /(?:^|\s)(?:Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp) ?:/iu,
] as const
/** A head is a few lines: a whole mail that happens to begin with "From:" is none. */
const LONGEST_HEAD = 1_200
const FIRST_WORD = 12
const isHead = (node: MailNode): boolean => {
  if (hasClass(node, HEAD_CLASS)) return true
  if (!HEADS[0].test(beginningOf(node, FIRST_WORD))) return false
  const text = beginningOf(node, LONGEST_HEAD)
  return text.length <= LONGEST_HEAD && HEADS.every(pattern => pattern.test(text))
}

/** Text of a container that is neither quoted in it nor introduces what is. */
function ownTextIn(node: MailNode): string {
  if (node.nodeName === 'BLOCKQUOTE' || isIntro(node)) return ''
  const children = childrenOf(node)
  return children.length === 0 ? textOf(node) : children.map(ownTextIn).join('')
}
const holdsQuotation = (node: MailNode): boolean =>
  node.nodeName === 'BLOCKQUOTE' || childrenOf(node).some(holdsQuotation)

/** All that comes after a node, outside of it: siblings behind it and behind each of its parents. */
function following(node: MailNode, root: MailNode): readonly MailNode[] {
  const found: MailNode[] = []
  for (let at: MailNode | null = node; at && at !== root; at = at.parentNode) {
    const siblings: readonly MailNode[] = at.parentNode ? childrenOf(at.parentNode) : []
    for (const sibling of siblings.slice(siblings.indexOf(at) + 1)) found.push(sibling)
  }
  return found
}

/** The sibling in front that holds words, if there is one. */
function filledBefore(node: MailNode): MailNode | null {
  const siblings = node.parentNode ? childrenOf(node.parentNode) : []
  return siblings.slice(0, siblings.indexOf(node)).findLast(isFilled) ?? null
}

type Mail = { readonly root: MailNode; readonly last: ReadonlySet<MailNode> }

/** What is folded when a quotation begins at a node; null when it is none, or when something stands behind it. */
function foldAt(node: MailNode, { root, last }: Mail): readonly MailNode[] | null {
  if (node === root || node.nodeType !== ELEMENT) return null
  // Nothing marks where these end: all that follows is the earlier mail.
  if (isHead(node)) return [node, ...following(node, root)]
  // Answers below or between quotations belong to the conversation.
  if (!last.has(node)) return null
  const isQuotation =
    isCitation(node) || (isContainer(node) && holdsQuotation(node) && ownTextIn(node).trim() === '')
  if (!isQuotation) return null
  const intro = filledBefore(node)
  return [...(intro && isIntro(intro) ? [intro] : []), node, ...following(node, root)]
}

/** A mail that is passed on says so at its beginning, in what is quoted or right before it. */
const LOOK_BACK = 120
const FORWARDED =
  /\b(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Mensagem encaminhada)\b/iu

/** Nodes that are looked at in one step. */
const STEP = 64

/**
 * Nodes of a mail that only repeat earlier mails at its end, in the order they stand there; empty when there are none.
 * Whatever is not among them is what the writer wrote. A mail that is nothing but a quotation, or passes one on, is
 * shown as it is. Between its steps the window can do something else.
 */
export function* quotedNodesInSteps(root: MailNode): Generator<void, readonly MailNode[], void> {
  const mail = { root, last: lastElements(root) }
  let looked = 0
  for (const node of walk(root)) {
    looked += 1
    if (looked % STEP === 0) yield
    const fold = foldAt(node, mail)
    if (!fold) continue
    yield
    const whole = textOf(root)
    yield
    const quoted = fold.map(textOf).join(' ').trim()
    const isAll = whole.replace(SPACE, '').length <= quoted.replace(SPACE, '').length
    const own = whole.slice(0, whole.length - quoted.length)
    return isAll || FORWARDED.test(own.slice(-LOOK_BACK) + quoted.slice(0, LOOK_BACK)) ? [] : fold
  }
  return []
}

/** The same in one go. */
export const quotedNodes = (root: MailNode): readonly MailNode[] => atOnce(quotedNodesInSteps(root))
