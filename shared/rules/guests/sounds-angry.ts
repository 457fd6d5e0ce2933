import { foldText } from '../fold-text.ts'

/** Words of people who have had enough, folded: English, German, Spanish, French, Portuguese. Data of our own. */
const ANGRY: readonly string[] = (
  'unacceptable|outrageous|ridiculous|furious|angry|disgusted|worst|scam|lawyer|third time|fed up|' +
  'cancel everything|never again|complaint|still nothing|disappointed|unverschamt|unmoglich|' +
  'frechheit|wutend|verargert|anwalt|nie wieder|beschwerde|zum dritten mal|reicht mir|enttauscht|' +
  'katastrophe|kundigen|inaceptable|indignante|estafa|abogado|nunca mas|harto|harta|reclamacion|' +
  'inacceptable|scandaleux|arnaque|avocat|plus jamais|furieux|furieuse|inaceitavel|absurdo|golpe|' +
  'advogado|nunca mais|reclamacao|decepcionado'
).split('|')
const SHOUTED_MARKS = /[!?]{3,}|!{2,}/u
const LEAST_SHOUTED = 3

const isShouted = (word: string): boolean =>
  word.length > 2 && /^\p{Lu}+$/u.test(word) && word !== word.toLowerCase()

/** Whether a message sounds as if an experienced colleague had better answer it. Rather too often than too seldom. */
export function soundsAngry(text: string): boolean {
  const folded = ` ${foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  if (ANGRY.some(words => folded.includes(` ${words} `)) || SHOUTED_MARKS.test(text)) return true
  return text.split(/\s+/u).filter(isShouted).length >= LEAST_SHOUTED
}
