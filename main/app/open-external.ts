const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/** The address in the form the system may open, or null: other schemes start programs. */
export function externalUrl(address: string): string | null {
  try {
    const url = new URL(address)
    // A user name in front of the host is there to make the address look like another one.
    const isPlain = url.username === '' && url.password === ''
    return SCHEMES.has(url.protocol) && isPlain ? url.href : null
  } catch {
    return null
  }
}
