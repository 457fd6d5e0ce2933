import i18next from 'i18next'

type Values = Readonly<Record<string, unknown>>

/** Text by a key that comes from data (a mutation's description, an event's type); null when this version has none. */
export function dynamicText(key: string, values: Values = {}): string | null {
  const translate = i18next.t as unknown as (key: string, values: Values) => string
  return i18next.exists(key) ? translate(key, values) : null
}
