import i18next from 'i18next'

type Numbered = { readonly number: number | null; readonly localNumber: number | null }

/** "#48213", or "new-3" for a ticket only this laptop knows. */
export function ticketName({ number, localNumber }: Numbered): string {
  if (number !== null) return `#${number}`
  return localNumber === null ? i18next.t('ticket.new') : i18next.t('ticket.newNumber', { n: localNumber })
}
