/** Folded so that "@JOSÉ" and "@jose" are the same person. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

const WORD = /[\p{L}\p{N}]/u

/** "@word" as a whole: "@ana" is nobody in "@anabel" and in "mail@ana.example". */
function names(body: string, word: string): boolean {
  if (word === '') return false
  const wanted = `@${word}`
  for (let at = body.indexOf(wanted); at >= 0; at = body.indexOf(wanted, at + 1)) {
    const [before, after] = [body[at - 1] ?? ' ', body[at + wanted.length] ?? ' ']
    if (!WORD.test(before) && !WORD.test(after)) return true
  }
  return false
}

/** Whether a note calls a colleague: "@Lena Koch" or "@Lena". Where two share a first name, both are called. */
export function mentions(body: string, name: string): boolean {
  if (!body.includes('@')) return false
  const [text, whole] = [fold(body), fold(name)]
  return names(text, whole) || names(text, whole.split(' ')[0] ?? '')
}
