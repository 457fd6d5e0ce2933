/** Our own protocol: pages have a real, secure origin, which file:// addresses lack. */
export const APP_SCHEME = 'app'
export const PAGE_HOST = 'tandem'
export const MAIL_IMAGE_HOST = 'mail-image'
export const PAGE_URL = `${APP_SCHEME}://${PAGE_HOST}/index.html`
export const SUPERVISOR_URL = `${APP_SCHEME}://${PAGE_HOST}/supervisor.html`

/** Whether an address lies in our own pages: exact scheme and host, no user, no port. */
export function isOwnPage(address: string): boolean {
  return hasHost(address, PAGE_HOST)
}

export function isMailImage(address: string): boolean {
  return hasHost(address, MAIL_IMAGE_HOST)
}

function hasHost(address: string, host: string): boolean {
  try {
    const url = new URL(address)
    const isBare = url.username === '' && url.password === '' && url.port === ''
    return url.protocol === `${APP_SCHEME}:` && url.hostname === host && isBare
  } catch {
    return false
  }
}
