import { BlockList, isIP } from 'node:net'

const privateRanges = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateRanges.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateRanges.addSubnet(net, bits, 'ipv6')
}
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/

/** Whether an IP address belongs to a machine, a company or nobody; IPv4 written as IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return privateRanges.check(address, 'ipv4')
  return version === 6 && (privateRanges.check(address, 'ipv6') || isMappedPrivate(address))
}

/** Whether a host, as URL writes it, names such an address, or by its name something inside a network. */
export function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (isIP(bare) !== 0) return isPrivateAddress(bare)
  return PRIVATE_NAMES.test(bare) || !bare.includes('.')
}

/** URL writes ::ffff:127.0.0.1 as ::ffff:7f00:1. */
function isMappedPrivate(address: string): boolean {
  const groups = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address)
  const dotted = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (dotted !== undefined) return privateRanges.check(dotted, 'ipv4')
  if (!groups) return false
  const [high, low] = [groups[1], groups[2]].map(group => Number.parseInt(group ?? '0', 16))
  const bytes = [high ?? 0, low ?? 0].flatMap(word => [word >> 8, word & 255])
  return privateRanges.check(bytes.join('.'), 'ipv4')
}
