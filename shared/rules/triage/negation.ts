import type { PlainToken } from './tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** They turn what follows. */
const AHEAD = set(
  `not no never cannot cant wont dont doesnt didnt isnt arent wasnt werent couldnt wouldnt hasnt havent hadnt aint without unable
   don doesn didn isn aren wasn weren couldn wouldn hasn haven hadn won
   kein keine keinen keinem keiner keines nie niemals ohne nunca jamas sin tampoco ne jamais sans nao sem nem ni`.trim(),
)
/** They turn what follows, or where nothing does what came before: "druckt nicht", "marche pas". */
const EITHER = set('nicht nichts pas')
/** Words of Portuguese, where "no" is "in the". */
const PORTUGUESE = set('nao uma em ao minha meu')
/** A new clause: what a word turns ends here. */
const CLAUSE = set('and but und aber sondern pero sino mais et mas e y que dass because weil porque car')
const ENDS_CLAUSE = /[.,;:!?\n()]/
/** Words that are looked at behind and before a turning word. */
const REACH = 3

type Text = { readonly text: string; readonly tokens: readonly PlainToken[] }

/** The nearest word that counts, in one direction, in the same clause; or -1. */
function nearest({ text, tokens }: Text, from: number, step: 1 | -1): number {
  for (let index = from + step, seen = 0; seen < REACH; index += step, seen += 1) {
    const token = tokens[index]
    const before = tokens[index - step]
    if (!token || !before) return -1
    const between = step === 1 ? text.slice(before.end, token.start) : text.slice(token.end, before.start)
    if (ENDS_CLAUSE.test(between) || CLAUSE.has(token.form)) return -1
    if (!token.isFiller) return index
  }
  return -1
}

/**
 * Which words a "not" turns, by their place in `tokens`: the next word that counts, or the one before in languages that
 * say it afterwards. So that "does not crash any more" is not read as a crash, and "does not work" not as work.
 */
export function negatedIn(given: Text): ReadonlySet<number> {
  const turned = new Set<number>()
  const isPortuguese = given.tokens.some(({ form }) => PORTUGUESE.has(form))
  given.tokens.forEach(({ form }, index) => {
    const isEither = EITHER.has(form)
    if (!isEither && !AHEAD.has(form)) return
    if (form === 'no' && isPortuguese) return
    const ahead = nearest(given, index, 1)
    const found = ahead < 0 && isEither ? nearest(given, index, -1) : ahead
    if (found >= 0) turned.add(found)
  })
  return turned
}
