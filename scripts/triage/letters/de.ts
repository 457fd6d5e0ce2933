import { everyday } from './de/everyday.ts'
import { goods } from './de/goods.ts'
import { more } from './de/more.ts'
import { services } from './de/services.ts'
import { work } from './de/work.ts'
import type { TradeLetters } from './letter.ts'

export const de: readonly TradeLetters[] = [...goods, ...services, ...work, ...more, ...everyday]
