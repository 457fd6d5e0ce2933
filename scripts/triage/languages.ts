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
export type Language = Phrases & { readonly trades: TradeLines; readonly lexicon: Lexicon }

const language = (phrases: Phrases, trades: TradeLines, lexicon: Lexicon): Language => ({
  ...phrases,
  trades,
  lexicon,
  support: [...phrases.support, ...trades.support],
  service: [...phrases.service, ...trades.service],
})

export const languages: readonly Language[] = [
  language(en, enTrades, enWords),
  language(de, deTrades, deWords),
  language(es, esTrades, esWords),
  language(fr, frTrades, frWords),
  language(pt, ptTrades, ptWords),
]
