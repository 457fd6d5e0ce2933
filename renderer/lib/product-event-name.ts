import { dynamicText } from './dynamic-text.ts'

/** A word of a thing's maker as people read it: ours where there is one, else theirs. */
export const productEventName = (event: string): string =>
  dynamicText(`productEvents.names.${event}`) ?? event.replaceAll('-', ' ')
