import { french, portuguese, spanish } from './tone-words-romance.ts'

/** What can be wrong with the words of a reply, and what would be better. Data of our own, by language. */
export type ToneEntry = {
  /** Lower case, words apart by one space. A trailing `*` stands for any ending of the last word. */
  readonly words: string
  /** What to write in its place, or what the word means; in the language of the reply. */
  readonly better: string
}
export type ToneLists = {
  /** Tells the customer that it is their fault. */
  readonly blame: readonly ToneEntry[]
  /** Closes a door where another could be opened. */
  readonly negative: readonly ToneEntry[]
  /** Words of the trade. */
  readonly jargon: readonly ToneEntry[]
}

const english: ToneLists = {
  blame: [
    { words: 'you failed to', better: 'say what is still missing' },
    { words: 'you should have', better: '“next time it helps to …”' },
    { words: 'you forgot to', better: '“… is still missing”' },
    { words: 'you must have', better: 'ask what happened' },
    { words: 'you did not', better: 'say what is still missing' },
    { words: "you didn't", better: 'say what is still missing' },
    { words: 'your fault', better: 'leave out whose fault it was' },
    { words: 'as i already told you', better: 'say it again, in other words' },
    { words: 'as already mentioned', better: 'say it again, in other words' },
    { words: 'as i said before', better: 'say it again, in other words' },
    { words: 'obviously', better: 'leave it out' },
    { words: 'you claim', better: '“you write that …”' },
  ],
  negative: [
    { words: 'we cannot', better: 'begin with what you can do' },
    { words: "we can't", better: 'begin with what you can do' },
    { words: 'unfortunately', better: 'begin with what you can do' },
    { words: 'not possible', better: '“what we can do is …”' },
    { words: 'our policy', better: 'give the reason behind it' },
    { words: 'company policy', better: 'give the reason behind it' },
    { words: 'not our responsibility', better: 'say who helps, and how to reach them' },
    { words: 'not my department', better: 'say who helps, and hand it over' },
    { words: 'calm down', better: '“I understand that this is annoying”' },
    { words: 'there is nothing we can do', better: '“what we can do is …”' },
    { words: 'no idea', better: '“I will find out by …”' },
  ],
  jargon: [
    { words: 'escalat*', better: 'passed on to colleagues who know it best' },
    { words: 'rma', better: 'return' },
    { words: 'asap', better: 'say by when' },
    { words: 'sop', better: 'how we do it' },
    { words: 'sla', better: 'the time we have promised' },
    { words: 'repro', better: 'seeing it happen here' },
    { words: 'root cause', better: 'why it happened' },
    { words: 'hotfix', better: 'a quick correction' },
    { words: 'workaround', better: 'a way to go on until it is fixed' },
    { words: 'provision*', better: 'set up' },
    { words: 'deprecated', better: 'no longer looked after' },
    { words: 'backend', better: 'our servers' },
    { words: 'payload', better: 'the data that was sent' },
    { words: 'ticket id', better: 'your number' },
    { words: 'tier 2', better: 'our specialists' },
    { words: 'firmware', better: 'the program inside the device' },
  ],
}

const german: ToneLists = {
  blame: [
    { words: 'sie haben vergessen', better: '„… fehlt noch“' },
    { words: 'sie hätten', better: '„beim nächsten Mal hilft es, …“' },
    { words: 'sie haben versäumt', better: 'sagen, was noch fehlt' },
    { words: 'ihr fehler', better: 'weglassen, wessen Fehler es war' },
    { words: 'ihre schuld', better: 'weglassen, wessen Schuld es war' },
    { words: 'sie behaupten', better: '„Sie schreiben, dass …“' },
    { words: 'wie bereits erwähnt', better: 'es noch einmal mit anderen Worten sagen' },
    { words: 'wie ich ihnen bereits', better: 'es noch einmal mit anderen Worten sagen' },
    { words: 'wie schon gesagt', better: 'es noch einmal mit anderen Worten sagen' },
    { words: 'offensichtlich', better: 'weglassen' },
  ],
  negative: [
    { words: 'können wir nicht', better: 'mit dem beginnen, was geht' },
    { words: 'können wir leider nicht', better: 'mit dem beginnen, was geht' },
    { words: 'leider nicht', better: 'mit dem beginnen, was geht' },
    { words: 'bedauerlicherweise', better: 'mit dem beginnen, was geht' },
    { words: 'nicht möglich', better: '„möglich ist …“' },
    { words: 'unsere richtlinie*', better: 'den Grund dahinter nennen' },
    { words: 'dafür sind wir nicht zuständig', better: 'sagen, wer hilft und wie man ihn erreicht' },
    { words: 'nicht zuständig', better: 'sagen, wer hilft' },
    { words: 'beruhigen sie sich', better: '„Ich verstehe, dass das ärgerlich ist“' },
    { words: 'da kann man nichts machen', better: '„was wir tun können: …“' },
    { words: 'keine ahnung', better: '„Ich finde es bis … heraus“' },
  ],
  jargon: [
    { words: 'eskalier*', better: 'an Kolleginnen und Kollegen weitergegeben, die es am besten kennen' },
    { words: 'rma', better: 'Rücksendung' },
    { words: 'asap', better: 'sagen, bis wann' },
    { words: 'sla', better: 'die Zeit, die wir zugesagt haben' },
    { words: 'hotfix', better: 'eine schnelle Korrektur' },
    { words: 'workaround', better: 'ein Weg, bis es behoben ist' },
    { words: 'root cause', better: 'warum es geschah' },
    { words: 'backend', better: 'unsere Server' },
    { words: 'provisionier*', better: 'einrichten' },
    { words: 'deprecated', better: 'nicht mehr gepflegt' },
    { words: 'reproduzier*', better: 'hier nachstellen' },
    { words: 'firmware', better: 'das Programm im Gerät' },
    { words: 'second level', better: 'unsere Fachleute' },
  ],
}

export const TONE_LISTS: Readonly<Record<string, ToneLists>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  pt: portuguese,
}
