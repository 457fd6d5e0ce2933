import { de as deLetters } from './letters/de.ts'
import { en as enLetters } from './letters/en.ts'
import { es as esLetters } from './letters/es.ts'
import { fr as frLetters } from './letters/fr.ts'
import { pt as ptLetters } from './letters/pt.ts'
import type { TradeLetters } from './letters/letter.ts'
import { de as deWords } from './lexicons/de.ts'
import { en as enWords } from './lexicons/en.ts'
import { es as esWords } from './lexicons/es.ts'
import { fr as frWords } from './lexicons/fr.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { pt as ptWords } from './lexicons/pt.ts'
import { de } from './phrases/de.ts'
import { en } from './phrases/en.ts'
import { es } from './phrases/es.ts'
import { fr } from './phrases/fr.ts'
import type { Phrases } from './phrases/phrases.ts'
import { pt } from './phrases/pt.ts'
import { de as deTrades } from './trades/de.ts'
import { en as enTrades } from './trades/en.ts'
import { es as esTrades } from './trades/es.ts'
import { fr as frTrades } from './trades/fr.ts'
import { pt as ptTrades } from './trades/pt.ts'
import type { TradeLines } from './trades/trade-lines.ts'

/** All that was written for this project in one language; the lines of the trades stand among those of their kind. */
export type Language = Phrases & {
  readonly trades: TradeLines
  readonly lexicon: Lexicon
  readonly letters: readonly TradeLetters[]
}

type Further = Pick<Language, 'trades' | 'lexicon' | 'letters'>

const language = (phrases: Phrases, further: Further): Language => ({
  ...phrases,
  ...further,
  support: [...phrases.support, ...further.trades.support],
  service: [...phrases.service, ...further.trades.service],
})

export const languages: readonly Language[] = [
  language(en, { trades: enTrades, lexicon: enWords, letters: enLetters }),
  language(de, { trades: deTrades, lexicon: deWords, letters: deLetters }),
  language(es, { trades: esTrades, lexicon: esWords, letters: esLetters }),
  language(fr, { trades: frTrades, lexicon: frWords, letters: frLetters }),
  language(pt, { trades: ptTrades, lexicon: ptWords, letters: ptLetters }),
]
