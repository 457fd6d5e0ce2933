import { dynamicText } from './dynamic-text.ts'

/** A way of paying as people say it; one that has no word here as it is written. */
export const methodText = (method: string | null): string | null =>
  method === null ? null : (dynamicText(`paymentMethod.${method}`) ?? method)
