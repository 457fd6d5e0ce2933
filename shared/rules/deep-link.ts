import { CustomerId, WorkspaceId } from '../domain/ids.ts'

const SCHEME = 'tandem:'

/**
 * What a link shows. `workspaceId` null: whichever is open; else the link means only that one, because another
 * workspace has a ticket of the same number.
 */
export type DeepLink =
  | { readonly kind: 'ticket-number'; readonly number: number; readonly workspaceId: WorkspaceId | null }
  | { readonly kind: 'customer'; readonly customerId: CustomerId; readonly workspaceId: WorkspaceId | null }

/** `tandem://ticket/48213?workspace=…` */
export const ticketLink = (number: number, workspaceId: WorkspaceId): string =>
  `tandem://ticket/${number}?workspace=${workspaceId}`

/** `tandem://customer/<id>?workspace=…` */
export const customerLink = (customerId: CustomerId, workspaceId: WorkspaceId): string =>
  `tandem://customer/${customerId}?workspace=${workspaceId}`

const FORM = /^tandem:\/\/(ticket|customer)\/([0-9a-f-]{1,36})\/?(?:\?workspace=([0-9a-f-]{36}))?$/u

/** Reads a link. Anything else is null: any web page can make the system open such an address. */
export function parseDeepLink(address: string): DeepLink | null {
  const [, kind, id = '', workspace] = FORM.exec(address) ?? []
  if (workspace !== undefined && !WorkspaceId.safeParse(workspace).success) return null
  const workspaceId = workspace ?? null
  if (kind === 'ticket')
    return /^\d{1,10}$/u.test(id) ? { kind: 'ticket-number', number: Number(id), workspaceId } : null
  if (kind === 'customer')
    return CustomerId.safeParse(id).success ? { kind, customerId: id, workspaceId } : null
  return null
}

/** The link among a program's arguments, as Windows and Linux pass it. */
export function deepLinkIn(args: readonly string[]): DeepLink | null {
  const address = args.find(argument => argument.startsWith(SCHEME))
  return address === undefined ? null : parseDeepLink(address)
}
