/** Without letters that are read as digits (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 5

/**
 * What people call a known issue that was given no name, from its id: the same on every laptop, also offline. 25 random
 * bits: of a thousand issues two share a name with a chance of one in seventy; the id tells them apart.
 */
export function issueCode(issueId: string): string {
  let rest = Number.parseInt(issueId.replaceAll('-', '').slice(-12), 16)
  let text = ''
  for (let place = 0; place < LENGTH; place += 1) {
    text = (SIGNS[rest % SIGNS.length] ?? '0') + text
    rest = Math.floor(rest / SIGNS.length)
  }
  return `KE-${text}`
}
