import { AppError, ErrorCode } from '../../shared/errors.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

export const isLoopback = (hubUrl: string): boolean => {
  try {
    return LOOPBACK.test(new URL(hubUrl).hostname)
  } catch {
    return false
  }
}

/**
 * Turns what an agent typed into the hub's address without a trailing slash.
 * A hub elsewhere is spoken to over TLS only: passwords and customers' words travel there.
 * Throws `bad-request`.
 */
export function parseHubUrl(typed: string): string {
  const text = typed.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${guessScheme(text)}://${text}`)
  if (!url || url.username || url.password || url.search || url.hash) throw refused('not-an-address')
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))
  if (!isAllowed) throw refused('https-needed')
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

const guessScheme = (text: string): string => (isLoopback(`http://${text}`) ? 'http' : 'https')

const refused = (reason: string): AppError =>
  new AppError(ErrorCode.BadRequest, 'Hub address refused', { where: 'hubUrl', reason })

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
