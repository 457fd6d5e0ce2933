import { everyday } from './fr/everyday.ts'
import { goods } from './fr/goods.ts'
import { more } from './fr/more.ts'
import { services } from './fr/services.ts'
import { work } from './fr/work.ts'
import type { TradeLetters } from './letter.ts'

export const fr: readonly TradeLetters[] = [...goods, ...services, ...work, ...more, ...everyday]
