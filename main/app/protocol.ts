import { protocol } from 'electron'
import { PAGE_HEADERS } from './headers.ts'
import type { ImageGrants } from './image-grants.ts'
import { fetchMailImage } from './mail-images.ts'
import { APP_SCHEME, isMailImage, isOwnPage } from './origin.ts'
import { servePageFile } from './page-files.ts'
import type { ProxyLoginFor } from './proxy-rule.ts'

/** Must run before the app is ready: makes our addresses a real, secure origin. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    // Code cache: Chromium keeps what it compiled of the page for the next start, as it does for web pages.
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

export type ProtocolDeps = {
  readonly folder: string
  readonly grants: ImageGrants
  readonly loginFor: ProxyLoginFor
}

export function serveProtocol({ folder, grants, loginFor }: ProtocolDeps): void {
  protocol.handle(APP_SCHEME, async request => {
    if (isOwnPage(request.url)) return servePageFile(folder, request)
    const url = isMailImage(request.url) ? grants.find(request.url) : null
    const image = url === null ? null : await fetchMailImage(url, loginFor)
    if (image === null) return new Response(null, { status: 404, headers: PAGE_HEADERS })
    const headers = {
      ...PAGE_HEADERS,
      'content-type': image.type,
      // A mail's frame has no origin of its own that could be named here.
      'cross-origin-resource-policy': 'cross-origin',
    }
    return new Response(new Uint8Array(image.bytes), { headers })
  })
}
