import { everyday } from './pt/everyday.ts'
import { goods } from './pt/goods.ts'
import { more } from './pt/more.ts'
import { services } from './pt/services.ts'
import { work } from './pt/work.ts'
import type { TradeLetters } from './letter.ts'

export const pt: readonly TradeLetters[] = [...goods, ...services, ...work, ...more, ...everyday]
