/** Names a canned text can call for. Others are left as they are: a customer may well write about braces. */
export const PLACE_NAMES = [
  'customer.name',
  'customer.firstName',
  'customer.organisation',
  'agent.name',
  'agent.firstName',
  'ticket.number',
  'ticket.subject',
  'order.number',
  'order.trackingCode',
  'asset.name',
  'asset.serial',
] as const
export type PlaceName = (typeof PLACE_NAMES)[number]
/** What is known to fill in; a place without a value, or with an empty one, stays open. */
export type Places = Readonly<Partial<Record<PlaceName, string>>>

const PLACE = /\{\{\s*([a-zA-Z]+\.[a-zA-Z]+)\s*\}\}/gu

const isPlaceName = (name: string): name is PlaceName => (PLACE_NAMES as readonly string[]).includes(name)
/** A place of ours, or a name under one of our subjects that this version does not know. */
const isOurs = (name: string): boolean =>
  PLACE_NAMES.some(place => place.split('.')[0] === name.split('.')[0])

/** Puts values into `{{places}}`; one without a value stays as it is, so that it is seen before sending. */
export const fillIn = (text: string, values: Places): string =>
  text.replace(PLACE, (place, name: string) => (isPlaceName(name) ? values[name]?.trim() || place : place))

export type OpenPlace = { readonly name: string; readonly at: number; readonly length: number }

/** Places that are still open, in their order, with where they stand in the text. Nothing with one may be sent. */
export const openPlaces = (text: string): readonly OpenPlace[] =>
  [...text.matchAll(PLACE)].flatMap(({ 0: whole, 1: name = '', index }) =>
    isOurs(name) ? [{ name, at: index, length: whole.length }] : [],
  )

/** The name somebody is called by, as far as a whole name says it. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? ''

type Facts = {
  readonly customer: { readonly name: string } | null
  readonly organisation: { readonly name: string } | null
  readonly agent: { readonly name: string } | null
  readonly ticket: { readonly number: number | null; readonly subject: string }
  readonly order: { readonly number: string; readonly trackingCode: string | null } | null
  readonly asset: { readonly name: string; readonly serial: string | null } | null
}

/** Values for all places from the rows at hand. A ticket without a number yet leaves its place open. */
export const placesFrom = ({ customer, organisation, agent, ticket, order, asset }: Facts): Places => ({
  'customer.name': customer?.name ?? '',
  'customer.firstName': firstName(customer?.name ?? ''),
  'customer.organisation': organisation?.name ?? '',
  'agent.name': agent?.name ?? '',
  'agent.firstName': firstName(agent?.name ?? ''),
  'ticket.number': ticket.number === null ? '' : `#${ticket.number}`,
  'ticket.subject': ticket.subject,
  'order.number': order?.number ?? '',
  'order.trackingCode': order?.trackingCode ?? '',
  'asset.name': asset?.name ?? '',
  'asset.serial': asset?.serial ?? '',
})
