import { everyday } from './es/everyday.ts'
import { goods } from './es/goods.ts'
import { more } from './es/more.ts'
import { services } from './es/services.ts'
import { work } from './es/work.ts'
import type { TradeLetters } from './letter.ts'

export const es: readonly TradeLetters[] = [...goods, ...services, ...work, ...more, ...everyday]
