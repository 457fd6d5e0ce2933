import { isMailImage, isOwnPage } from './origin.ts'

/** Schemes that never leave this machine; developer tools exist only in builds made for developers. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['blob:', 'data:', 'devtools:', 'about:'])

/** Whether a window may load this address at all: the second wall behind the content security policy. */
export function mayLoad(address: string): boolean {
  if (isOwnPage(address) || isMailImage(address)) return true
  try {
    return LOCAL_SCHEMES.has(new URL(address).protocol)
  } catch {
    return false
  }
}
