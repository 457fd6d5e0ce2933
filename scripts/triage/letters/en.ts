import { everyday } from './en/everyday.ts'
import { goods } from './en/goods.ts'
import { more } from './en/more.ts'
import { services } from './en/services.ts'
import { work } from './en/work.ts'
import type { TradeLetters } from './letter.ts'

export const en: readonly TradeLetters[] = [...goods, ...services, ...work, ...more, ...everyday]
