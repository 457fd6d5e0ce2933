import i18next from 'i18next'

type Values = Readonly<Record<string, unknown>>

/** What a customer is written to in: their language where the console speaks it, else the agent's. */
function spokenTo(language: string | null): string {
  const wanted = language?.slice(0, 2).toLowerCase() ?? ''
  return i18next.hasResourceBundle(wanted, 'translation') ? wanted : i18next.language
}

/** A day as it stands in a letter: what is today here is not today for whoever reads it. */
export const customerDate = (language: string | null, atMs: number): string =>
  new Intl.DateTimeFormat(spokenTo(language), { day: 'numeric', month: 'long', year: 'numeric' }).format(atMs)

/** Words meant for the customer, in their language where the console speaks it, else in the agent's. */
export function customerText(language: string | null, key: string, values: Values = {}): string {
  const translate = i18next.getFixedT(spokenTo(language)) as unknown as (
    key: string,
    values: Values,
  ) => string
  return translate(key, values)
}
