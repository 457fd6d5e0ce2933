import type { Settings } from '../../../shared/contract/settings.ts'

/** As in styles/global.css. */
const DENSITY: Readonly<Record<Settings['density'], number>> = { compact: 0.67, regular: 1, roomy: 1.34 }
const REM = 16
const BORDER = 1

/** Two lines of text and one of chips. */
const CARD_TEXT_REM = 2 * 1.4 * 0.8125 + 1.25
/** Space above and below, which density changes, and between the lines, which it does not; px. */
const CARD_PADDING = 18
const CARD_GAPS = 5
const LINE_REM = 1.75

/** Height of every row of the ticket list, px: whole ones, so that no line is drawn across two rows of the screen. */
export function rowHeight(
  form: 'cards' | 'table',
  { density, textSize }: Pick<Settings, 'density' | 'textSize'>,
): number {
  const rem = (REM * textSize) / 100
  const air = DENSITY[density]
  const inside =
    form === 'cards' ? CARD_PADDING * air + CARD_TEXT_REM * rem + CARD_GAPS : LINE_REM * rem * (0.5 + air / 2)
  return Math.ceil(inside + BORDER)
}
