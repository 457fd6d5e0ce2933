/** Without letters that are read as digits (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 7

/**
 * What people call a return case on the phone, from its id: the same on every laptop and the hub, also offline.
 * 35 random bits: two of a hundred thousand cases share a number with a chance of one in seven; the id tells them apart.
 */
export function returnNumber(returnId: string): string {
  // The last 12 digits of a UUIDv7 are random.
  let rest = Number.parseInt(returnId.replaceAll('-', '').slice(-12), 16)
  let text = ''
  for (let place = 0; place < LENGTH; place += 1) {
    text = (SIGNS[rest % 32] ?? '0') + text
    rest = Math.floor(rest / 32)
  }
  return `R-${text.slice(0, 3)}-${text.slice(3)}`
}
