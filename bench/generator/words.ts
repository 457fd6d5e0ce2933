import type { Dice } from '../../shared/demo/dice.ts'

const SYLLABLES = [
  'ba',
  'cor',
  'den',
  'fi',
  'gal',
  'hem',
  'in',
  'jo',
  'kel',
  'lum',
  'mar',
  'no',
  'or',
  'pel',
  'qui',
  'ras',
  'sen',
  'ti',
  'ur',
  'ver',
]
const COMMON = [
  'the',
  'order',
  'refund',
  'invoice',
  'scanner',
  'charge',
  'please',
  'delivery',
  'account',
  'error',
  'update',
  'return',
  'reply',
  'today',
  'again',
  'thanks',
]
const OTHER_SCRIPTS = [
  '返品の返金はいつですか',
  '注文番号を教えてください',
  '退款还没有到账',
  '배송이 아직 안 왔어요',
  'أين طلبي من فضلك',
  'ההחזר עדיין לא הגיע',
  '👍🏽',
  '🙏',
  '😀📦',
  '支払いエラー E-310',
  'ขอคืนเงินได้ไหม',
]
const VOCABULARY = 6_000
const SLOTS = 1 << 16

/** Words as often as Zipf says: the n-th is 1/n as frequent as the first, drawn from a table of slots. */
function makeSlots({ pick, whole }: Dice): readonly string[] {
  const words = [...COMMON]
  while (words.length < VOCABULARY) {
    words.push(Array.from({ length: whole(2, 4) }, () => pick(SYLLABLES)).join(''))
  }
  const total = words.reduce((sum, _word, index) => sum + 1 / (index + 2), 0)
  const slots: string[] = []
  for (const [index, word] of words.entries()) {
    const count = Math.max(1, Math.round((SLOTS / total) * (1 / (index + 2))))
    for (let copy = 0; copy < count && slots.length < SLOTS; copy += 1) slots.push(word)
  }
  return slots
}

export type Writer = {
  /** Prose of about so many bytes; about one in seven is in another script or has emoji. */
  readonly prose: (bytes: number) => string
  readonly subject: () => string
  /** Bytes of an ordinary message: median 300, a long tail. */
  readonly bodyBytes: () => number
  readonly html: (bytes: number) => string
}

const OTHER_SCRIPT_SHARE = 0.15
const POOL_WORDS = 400_000

export function makeWriter(dice: Dice): Writer {
  const slots = makeSlots(dice)
  const word = (): string => slots[Math.floor(dice.random() * slots.length)] ?? 'the'
  const latin = cutter(dice, Array.from({ length: POOL_WORDS }, word).join(' '))
  const mixed = cutter(
    dice,
    Array.from({ length: POOL_WORDS / 8 }, () => (dice.chance(0.5) ? dice.pick(OTHER_SCRIPTS) : word())).join(
      ' ',
    ),
  )
  // Other scripts take about two bytes a sign.
  const prose = (bytes: number): string =>
    dice.chance(OTHER_SCRIPT_SHARE) ? mixed(Math.ceil(bytes / 2)) : latin(bytes)
  return {
    prose,
    subject: () => prose(dice.whole(20, 60)),
    bodyBytes: () =>
      Math.round(
        Math.min(8_000, 300 * Math.exp((dice.random() + dice.random() + dice.random() - 1.5) * 1.6)),
      ),
    html: bytes => {
      const cells: string[] = []
      for (let length = 0; length < bytes;) {
        const cell = `<tr><td style="padding:4px 8px;font-family:Arial">${latin(180)}</td></tr>`
        cells.push(cell)
        length += cell.length
      }
      return `<html><body><table>${cells.join('')}</table></body></html>`
    },
  }
}

/** Cuts pieces of whole words out of one long text: no two alike, and far cheaper than writing each word by word. */
function cutter({ random }: Dice, pool: string): (length: number) => string {
  return length => {
    const start = pool.indexOf(' ', Math.floor(random() * Math.max(1, pool.length - length - 200))) + 1
    const end = pool.indexOf(' ', start + length)
    return pool.slice(start, end < 0 ? pool.length : end)
  }
}
