import i18next from 'i18next'

type Values = Readonly<Record<string, unknown>>

/** Words meant for the customer, in their language where the console speaks it, else in the agent's. */
export function customerText(language: string | null, key: string, values: Values = {}): string {
  const wanted = language?.slice(0, 2).toLowerCase() ?? ''
  const spoken = i18next.hasResourceBundle(wanted, 'translation') ? wanted : i18next.language
  const translate = i18next.getFixedT(spoken) as unknown as (key: string, values: Values) => string
  return translate(key, values)
}
