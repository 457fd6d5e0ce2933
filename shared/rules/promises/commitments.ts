import { outermost, words } from './words.ts'
import type { Place } from './words.ts'

const APOSTROPHE = `['’]`

/** What a thing, a customer or nobody does is not the desk's word. */
const NOT_US = `(?:kunde|kundin|kunden|app|system|programm|niemand|keiner|wer)`
const NO_NAME = `Nobody|None|Neither|Nothing|Everybody|Everyone|It|This|That|What|Who|Whoever|Which|You|Customer|App|System`

/** How people say that something will be done, in English, German and Spanish. */
const PATTERNS: readonly RegExp[] = [
  // English: of us, of a colleague, of what the customer will have.
  words(`(?:I|we)(?:${APOSTROPHE}ll| will| shall)`),
  words(`(?:I${APOSTROPHE}m|I am|we${APOSTROPHE}re|we are) going to`),
  words(`(?:I|we) promise`),
  words(`let me (?:get|come) back to you`),
  words(`(?:he|she|they|it)(?:${APOSTROPHE}ll| will)`),
  words(`you(?:${APOSTROPHE}ll| will) (?:have|hear|get|receive|find)`),
  colleague(
    `(?:calls|rings|phones|contacts|writes(?: to)?|emails|visits|helps) you|(?:gets|comes) back to you|follows up with you`,
  ),
  words(
    `will (?:be (?:in touch|sent|shipped|refunded|paid|fixed|ready|with you|back|done|there|delivered|on your account)|call|ring|phone|get back|come back|reach|arrive|go out|reply|answer|write|send|let you know|follow up|contact)`,
  ),
  // German: both orders of the words.
  words(`(?:ich|wir) werden?`),
  words(`werden? (?:ich|wir)`),
  words(`wird (?:sich|sie|ihnen|dich|dir|euch)`),
  words(`(?:ich|wir) (?:${germanVerbs()})`),
  words(`(?:${germanVerbs()}) (?:ich|wir)`),
  words(`(?:meldet|kümmert) sich`),
  words(
    `(?<!${NOT_US} )(?:ruft|kontaktiert|informiert|besucht) (?!(?:\\p{L}+ )?${NOT_US} )(?:\\p{L}+ ){0,2}(?:sie|dich|euch)`,
  ),
  words(`(?<!${NOT_US} )(?:schreibt|antwortet|hilft) (?:ihnen|dir|euch)`),
  words(`(?:sie|du) (?:hören|hörst|bekommen|bekommst|erhalten|erhältst)`),
  words(`(?:hören|bekommen|erhalten|haben) sie`),
  words(`(?:hörst|bekommst|erhältst|hast) du`),
  words(`(?:geht|gehen|kommt|kommen) (?:noch )?(?:heute|morgen|übermorgen|am|bis|spätestens)`),
  // Spanish, as far as desks write it.
  words(
    `(?:te|le|os|les) (?:llama|llamo|llamamos|llamaré|llamaremos|llamará|escribo|escribiré|escribiremos)`,
  ),
  words(
    `(?:te|le|os|les) (?:envío|enviamos|enviaré|enviaremos|mando|mandaré|digo|diré|diremos|aviso|avisaré)`,
  ),
  words(`(?:llega|llegará|llegan|llegarán|recibirás|recibirá|tendrás|tendrá)`),
  words(`nos pondremos en contacto|me pondré en contacto`),
]

/** English in the present: somebody by name, with a capital, or a colleague. Only here capitals count. */
function colleague(does: string): RegExp {
  const named = `(?!(?:${NO_NAME})[^\\p{L}])\\p{Lu}[\\p{L}'’.-]*`
  const role = `(?:[Mm]y|[Oo]ur|[Aa]|[Tt]he) (?:\\p{Ll}+ ){0,2}(?:colleague|manager|supervisor|technician|engineer|specialist|team)`
  const who = `${role}|[Hh]e|[Ss]he|[Ss]omebody|[Ss]omeone|[Oo]ne of us|${named}`
  const pattern = `(?<![\\p{L}\\p{N}])(?:${who})(?: then| also)? (?:${does})(?![\\p{L}\\p{N}])`
  return new RegExp(pattern.replaceAll(' ', '\\s+'), 'gu')
}

function germanVerbs(): string {
  const stems =
    'melde rufe schicke sende schreibe gebe kümmere prüfe kläre erstatte überweise liefere sage informiere komme antworte verspreche garantiere sorge bringe erledige buche teile lasse hole tausche repariere'
  return stems
    .split(' ')
    .map(stem => `${stem}n?`)
    .join('|')
}

/** What turns them around. German says it anywhere in the clause. */
const NEGATION = words(
  `not|never|cannot|unable|without|nicht|nichts|nie|niemals|kein(?:e|en|er|em|es)?|nunca|jamás|\\p{L}+n['’]t`,
)
/** Words that look like one and are none. */
const NO_NEGATION = words(
  `(?:not|nicht|no) (?:later|after|only|nur|später|länger)|do not hesitate|don['’]t (?:hesitate|worry)|nicht zögern`,
)
/** Somebody else's word. */
const REPORTED = words(
  `(?:said|says|told|according|promised|wrote|claims|hoped?|sagte|sagt|schrieb|schreibt|laut|angeblich|versprach|dijo|dice)`,
)
/** A clause about what has to happen first. */
const CONDITION = words(
  `if|unless|once|when|whenever|as soon as|in case|until you|provided|wenn|falls|sobald|sofern|solange|nachdem|bis sie|bis du|si|cuando|en cuanto`,
)
const CLAUSE_END = /[,;:]|\s[-–—]\s|(?<![\p{L}])(?:then|dann|but|aber|pero)(?![\p{L}])/giu
const SEGMENT = /[,;:]|\s[-–—]\s|(?<![\p{L}])(?:but|and|aber|und|sondern|pero|y)(?![\p{L}])/giu

/** A time of the day that only greets. */
const GREETING = words(
  `(?:good|guten|buenos|buenas|have a (?:nice|good|great)|einen? schönen?) (?:morning|afternoon|evening|day|weekend|morgen|abend|tag|nachmittag|woche|wochenende|días|tardes|noches)`,
)
const blank = (text: string): string => ' '.repeat(text.length)

/** The sentence with greetings and clauses of condition blanked out: a time in one is no promise's. Same length. */
export function withoutConditions(sentence: string): string {
  let text = sentence.replaceAll(GREETING, blank)
  for (const { index } of sentence.matchAll(CONDITION)) {
    CLAUSE_END.lastIndex = index
    const end = CLAUSE_END.exec(sentence)?.index ?? sentence.length
    text = text.slice(0, index) + blank(text.slice(index, end)) + text.slice(end)
  }
  return text
}

/** Start and end of the clause around a place. */
export function segmentOf(sentence: string, at: number): Place {
  const cuts = [...sentence.matchAll(SEGMENT)]
  const before = cuts.filter(({ index, 0: cut }) => index + cut.length <= at).at(-1)
  const after = cuts.find(({ index }) => index > at)
  return { at: before ? before.index + before[0].length : 0, end: after?.index ?? sentence.length }
}

const has = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** Who speaks for themselves says what they will do, whatever was said before. */
const OWN = /^(?:I|we|let me)(?![\p{L}])|(?<![\p{L}])(?:ich|wir)$/iu

export type Commitment = Place & {
  /** The clause it stands in. */
  readonly segment: Place

  /** It says that something will not be done, or what somebody else has said. */
  readonly isVoid: boolean
}

/** Where a sentence says that something will be done. `sentence` is without conditions. */
export function commitmentsIn(sentence: string): readonly Commitment[] {
  const places = PATTERNS.flatMap(pattern =>
    [...sentence.matchAll(pattern)].map(({ index, 0: found }) => ({ at: index, end: index + found.length })),
  )
  return outermost(places).map(place => {
    const segment = segmentOf(sentence, place.at)
    const own = sentence.slice(segment.at, segment.end).replaceAll(NO_NEGATION, ' ')
    const how = sentence.slice(place.at, place.end)
    const isReported = !OWN.test(how) && has(REPORTED, sentence.slice(0, place.at))
    return { ...place, segment, isVoid: has(NEGATION, own) || isReported }
  })
}
