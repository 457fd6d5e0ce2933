import type { Address } from '../../shared/domain/values.ts'
import { addressKey } from '../../shared/rules/receivers.ts'
import type { Receivers } from '../../shared/rules/receivers.ts'

export const nameOf = (address: Address): string => address.name?.trim() || address.address

const same = (a: Address, b: Address): boolean => addressKey(a) === addressKey(b)

/** Who gets it, in words for the button: the first receiver, how many more, how many in copy. */
export function receiversLabel({ to, cc }: Receivers): { name: string | null; more: number; cc: number } {
  const [first, ...rest] = to
  return { name: first ? nameOf(first) : null, more: rest.length, cc: cc.length }
}

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u
const NAMED = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/u

/** Reads what people type or paste: `ana@example.com` or `Ana Ruiz <ana@example.com>`. Null when it is no address. */
export function parseAddress(text: string): Address | null {
  const named = NAMED.exec(text)
  const address = (named?.[2] ?? text).trim()
  if (!ADDRESS.test(address)) return null
  return { name: named?.[1]?.trim() || null, address }
}

/** Several addresses in one go, split at commas, semicolons and lines; what is none comes back as `rest`. */
export function parseAddresses(text: string): { addresses: readonly Address[]; rest: string } {
  const parts = text
    .split(/[,;\n]+/u)
    .map(part => part.trim())
    .filter(Boolean)
  const addresses: Address[] = []
  const rest: string[] = []
  for (const part of parts) {
    const address = parseAddress(part)
    if (address) addresses.push(address)
    else rest.push(part)
  }
  return { addresses, rest: rest.join(', ') }
}

/** The same list without repeats, compared without case. */
export const unique = (addresses: readonly Address[]): readonly Address[] =>
  addresses.filter((address, index) => addresses.findIndex(other => same(other, address)) === index)

export const without = (addresses: readonly Address[], gone: Address): readonly Address[] =>
  addresses.filter(address => !same(address, gone))

export const hasAddress = (addresses: readonly Address[], wanted: Address): boolean =>
  addresses.some(address => same(address, wanted))
