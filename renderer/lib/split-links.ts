type Part = { readonly text: string; readonly url: string | null }

const LINK = /\bhttps?:\/\/[^\s<>"'`]+|\b[^\s<>@,;:"'()[\]]+@[^\s<>@,;:"'()[\]]+\.[a-z]{2,}\b/giu
/** Signs that end a sentence, not an address. */
const TRAILING = /[.,;:!?)\]}]+$/u

/** Text in pieces, addresses apart from the rest. */
export function splitLinks(text: string): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    const shown = match[0].replace(TRAILING, '')
    if (match.index > from) parts.push({ text: text.slice(from, match.index), url: null })
    parts.push({ text: shown, url: shown.includes('://') ? shown : `mailto:${shown}` })
    from = match.index + shown.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), url: null })
  return parts
}
