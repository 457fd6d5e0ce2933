import { isPrivateHost } from './private-host.ts'
import { APP_SCHEME, MAIL_IMAGE_HOST } from './origin.ts'

/** Images of about twenty large newsletters; older grants are forgotten and asked for again. */
const MAX_GRANTS = 2_000

/** Which remote images the agent asked for, by a token that nobody can guess. In memory only. */
export class ImageGrants {
  readonly #urls = new Map<string, string>()
  readonly #newToken: () => string

  constructor(newToken: () => string) {
    this.#newToken = newToken
  }

  /** Grants each address that may be fetched at all; the others are left out. */
  allow(urls: readonly string[]): readonly { readonly url: string; readonly src: string }[] {
    return [...new Set(urls)].filter(isFetchable).map(url => {
      const token = this.#newToken()
      this.#urls.set(token, url)
      this.#forgetOldest()
      return { url, src: `${APP_SCHEME}://${MAIL_IMAGE_HOST}/${token}` }
    })
  }

  find(src: string): string | null {
    return this.#urls.get(new URL(src).pathname.slice(1)) ?? null
  }

  #forgetOldest(): void {
    const [oldest] = this.#urls.keys()
    if (this.#urls.size > MAX_GRANTS && oldest !== undefined) this.#urls.delete(oldest)
  }
}

/** Only TLS, only names and addresses of the public network: a mail must not reach into the company's own. */
export function isFetchable(address: string): boolean {
  try {
    const url = new URL(address)
    return (
      url.protocol === 'https:' && url.username === '' && url.password === '' && !isPrivateHost(url.hostname)
    )
  } catch {
    return false
  }
}
