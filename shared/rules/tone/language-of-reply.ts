/** Words that carry a sentence and say nothing else, by language. */
const CARRIERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the and you your we is are of for with will have has not this that it our be to'.split(' ')),
  de: new Set(
    'der die das und ich sie wir ist sind nicht mit ihnen ihr ihre eine den auf für wird zu'.split(' '),
  ),
  es: new Set('el los las que en y su con para por una es lo se usted tu le del hola'.split(' ')),
  fr: new Set('le les et vous nous est pas pour dans une votre des je sur avec du bonjour'.split(' ')),
  pt: new Set('os que em não para com uma seu sua você é do da ao um obrigado olá'.split(' ')),
}
/** Fewer could stand in any language. */
const LEAST = 2

/** What a reply is written in, by the words that carry it; null: too short to say, or another language. */
export function languageOfReply(words: readonly string[]): string | null {
  const counts = Object.entries(CARRIERS)
    .map(([language, carriers]) => ({ language, count: words.filter(word => carriers.has(word)).length }))
    .toSorted((a, b) => b.count - a.count)
  const [first, second] = counts
  if (!first || !second || first.count < LEAST || first.count === second.count) return null
  return first.language
}
