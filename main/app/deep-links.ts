const SCHEME = 'tandem:'

export type DeepLink = { readonly kind: 'ticket'; readonly number: number }

/** Reads `tandem://ticket/1234`. Anything else is null: any web page can make the system open such an address. */
export function parseDeepLink(address: string): DeepLink | null {
  const match = /^tandem:\/\/ticket\/(\d{1,10})\/?$/.exec(address)
  return match?.[1] === undefined ? null : { kind: 'ticket', number: Number(match[1]) }
}

/** The address among a program's arguments, as Windows and Linux pass it. */
export const deepLinkIn = (args: readonly string[]): DeepLink | null => {
  const address = args.find(argument => argument.startsWith(SCHEME))
  return address === undefined ? null : parseDeepLink(address)
}
