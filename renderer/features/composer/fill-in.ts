const PLACE = /\{\{\s*([a-z]+(?:\.[a-zA-Z]+)?)\s*\}\}/gu

/** Puts values into `{{places}}`; a place nobody knows stays as it is, so that it is noticed before sending. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACE, (place, name: string) => values[name] ?? place)
