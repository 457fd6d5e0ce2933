import { foldText } from '../fold-text.ts'
import { isFiller } from './fillers.ts'

const CLOSING =
  /^(?:(?:many |with |kind |best |warm )?(?:thanks|thank you|regards|wishes|cheers|yours|sincerely|respectfully)|(?:mit )?(?:freundlichen?|besten?|vielen?|herzlichen?|liebe|schöne)[a-zäöüß]* (?:gr(?:ü|ue)(?:ß|ss)en?|dank)|mfg|lg|vg|gru(?:ß|ss)|hochachtungsvoll|(?:un |muchos |atentos |mil )?saludos?|atentamente|cordialmente|gracias|danke(?: schön| sehr)?|best[,.!]?$|(?:bien |très )?cordialement|bien à vous|salutations|merci|veuillez agréer|sincères|je vous prie d|atenciosamente|cumprimentos|com os melhores|obrigad[oa]|abraços?|att)(?![\p{L}\p{M}])/iu
const CLOSING_WORDS = 9
const SIGNATURE_LINES = 14
const SENT_FROM =
  /^(?:sent from (?:my|outlook)|get outlook|von meinem .{2,30} gesendet|gesendet von|envoyé de mon|enviado desde|enviado do meu)/iu
/** What people thank for: "thanks for your help" ends a mail, "thanks for the broken parcel" begins a matter. */
const THANKED = new Set(
  `support assistance reply response attention time understanding cooperation patience advance prompt quick effort
   unterstutzung antwort ruckmeldung bemuhungen verstandnis geduld muhe voraus zeit bearbeitung schnelle
   atencion respuesta antemano colaboracion comprension paciencia tiempo apoyo
   reponse retour avance attention comprehension patience soutien collaboration reactivite
   atencao resposta antecipadamente colaboracao compreensao paciencia tempo apoio retorno
   sentiments expression distinguees distingues cordiaux meilleurs melhores cumprimentos abracos besten`
    .trim()
    .split(/\s+/),
)
const FOR = new Set('for fur por pour pela pelo pelos pelas de to zu um'.split(' '))
const CLAUSE = new Set(
  'but and is was are aber und ist sind war pero y es est et mais e que dass because weil if wenn si se'.split(
    ' ',
  ),
)
const NAME_WORDS = 3

/** Whether what follows the word of farewell on its line is part of it: a name, or what one thanks for. */
function isFarewell(rest: string): boolean {
  const words = (rest.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldText)
  if (words.some(word => CLAUSE.has(word)) && !/^\s*(?:und|and|et|y|e)\s/iu.test(rest)) return false
  const unknown = words.filter(word => !isFiller(word) && !THANKED.has(word))
  return words.some(word => FOR.has(word)) ? unknown.length === 0 : unknown.length <= NAME_WORDS
}

/** Index of the line the signature begins at, or the number of lines. The first line is never a signature. */
function signatureStart(lines: readonly string[]): number {
  for (let index = 1; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim()
    if (/^--\s*$/.test(lines[index] ?? '') || line === '__' || SENT_FROM.test(line)) return index
    if (lines.length - index > SIGNATURE_LINES || line.split(/\s+/).length > CLOSING_WORDS) continue
    const said = CLOSING.exec(line)
    if (said && isFarewell(line.slice(said[0].length))) return index
  }
  return lines.length
}

const POSTSCRIPT = /^\s*p\.?\s?s\.?\s*[:.–-]?\s+\S/iu
/** A line of a business card. */
const CONTACT =
  /^(?:(?:tel|telefon|telephone|phone|fon|fax|mobil|mobile|cell|handy|tél|móvil|telefone|e-?mail|web|www)\b\s*[.:+]|www\.|\+\d[\d\s()/-]{6,}$)/iu
const CARD_WORDS = 8

/** A business card as the last paragraph, without a word of farewell above it. */
function withoutCard(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n').trimEnd().split('\n')
  const start = text.findLastIndex(line => line.trim() === '') + 1
  const block = text.slice(start)
  const isCard =
    start > 0 &&
    block.some(line => CONTACT.test(line.trim())) &&
    block.every(line => line.trim().split(/\s+/).length <= CARD_WORDS)
  return isCard ? text.slice(0, start) : lines
}

/** Small print of companies and programs, by the beginning of its paragraph. */
const SMALL_PRINT =
  /(?:this (?:e-?mail|message|communication)\b.{0,120}\b(?:confidential|privileged|intended (?:only|solely))|confidentiality notice|^disclaimer\b|consider the environment|think before (?:you )?print|virus-?free\b|(?:this|the) (?:e-?mail|message) (?:originated|was sent) from (?:an? )?(?:outside|external)|^\[?external (?:e-?mail|sender|message)\]?|diese (?:e-?mail|nachricht)\b.{0,120}\b(?:vertraulich|rechtlich geschützt|ausschließlich für)|an die umwelt|diese e-?mail kommt von außerhalb|^registergericht|^geschäftsführer\b|^sitz der gesellschaft|(?:este (?:mensaje|correo)|la información contenida)\b.{0,160}\bconfidencial|antes de imprimir|ce(?:t e-?mail| message| courriel)\b.{0,160}\bconfidentiel|avant d['’]imprimer|(?:esta mensagem|este e-?mail)\b.{0,160}\bconfidencia|pense (?:no|bem) .{0,20}(?:ambiente|antes))/iu
const LOOKED_AT = 400

/** Paragraphs that are small print fall away, unless nothing else would be left. */
function withoutSmallPrint(text: string): string {
  const paragraphs = text.split(/\n[^\S\n]*\n/)
  const kept = paragraphs.filter(
    paragraph => !SMALL_PRINT.test(paragraph.slice(0, LOOKED_AT).replaceAll('\n', ' ').trim()),
  )
  return kept.some(paragraph => paragraph.trim() !== '') ? kept.join('\n\n') : text
}

/** A mail without what stands below it: signature, business card, small print. What comes as a postscript stays. */
export function withoutEnds(text: string): string {
  const lines = withoutSmallPrint(text).split('\n')
  const end = signatureStart(lines)
  const postscript = lines.findIndex((line, index) => index > end && POSTSCRIPT.test(line))
  const body = end < lines.length ? lines.slice(0, end) : withoutCard(lines)
  return [...body, ...(postscript < 0 ? [] : lines.slice(postscript))].join('\n').trim()
}
