import { returnNumber } from '../return-number.ts'

/** What a customer types in to use a voucher, from the id of the gesture: the same everywhere, also offline. */
export const voucherCode = (goodwillId: string): string => returnNumber(goodwillId).replace(/^R-/, 'G-')
