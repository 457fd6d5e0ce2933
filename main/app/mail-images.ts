import { net, session } from 'electron'
import type { IncomingMessage, Session } from 'electron'
import { isFetchable } from './image-grants.ts'
import { isPrivateAddress } from './private-host.ts'
import type { ProxyLoginFor } from './proxy-rule.ts'

const MAX_BYTES = 10 * 1_048_576
const MAX_HOPS = 5
const WITHIN_MS = 20_000
/** Pictures only: SVG is a document. */
const IMAGE_TYPE = /^image\/(png|jpeg|jpg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)$/

export type FetchedImage = { readonly bytes: Uint8Array; readonly type: string }
type Answer = { readonly image: FetchedImage } | { readonly movedTo: string } | null

/** In memory and apart from everything else: no cookie, no cache and no login ever goes to a sender's server. */
export const mailImageSession = (): Session => session.fromPartition('mail-images', { cache: false })

/** Fetches one picture; null for anything that is not one, is too large, or leads into a private network. */
export async function fetchMailImage(url: string, loginFor: ProxyLoginFor): Promise<FetchedImage | null> {
  let address = url
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    // Every hop is judged like the first: a public server may point at the router at home.
    const answer = (await isPublic(address)) ? await ask(address, loginFor) : null
    if (answer === null) return null
    if ('image' in answer) return answer.image
    address = answer.movedTo
  }
  return null
}

function ask(url: string, loginFor: ProxyLoginFor): Promise<Answer> {
  return new Promise(resolve => {
    const request = net.request({ url, session: mailImageSession(), redirect: 'manual', credentials: 'omit' })
    const finish = (answer: Answer): void => {
      clearTimeout(timer)
      resolve(answer)
      request.abort()
    }
    const timer = setTimeout(() => finish(null), WITHIN_MS)
    request.on('error', () => finish(null))
    request.on('redirect', (_status, _method, next) => finish({ movedTo: next }))
    request.on('login', ({ isProxy, host, port }, callback) => {
      const login = isProxy ? loginFor(`${host}:${port}`) : null
      callback(login?.user, login?.password)
    })
    request.on('response', response => collect(response, finish))
    request.end()
  })
}

function collect(response: IncomingMessage, finish: (answer: Answer) => void): void {
  const type = [response.headers['content-type']].flat()[0]?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (response.statusCode !== 200 || !IMAGE_TYPE.test(type)) return finish(null)
  const parts: Buffer[] = []
  let size = 0
  response.on('data', part => {
    size += part.length
    if (size > MAX_BYTES) finish(null)
    else parts.push(part)
  })
  response.on('end', () => finish({ image: { bytes: new Uint8Array(Buffer.concat(parts)), type } }))
}

/** A name that leads to a private address is refused; behind a proxy names are looked up elsewhere. */
async function isPublic(url: string): Promise<boolean> {
  if (!isFetchable(url)) return false
  const own = mailImageSession()
  if (!(await own.resolveProxy(url)).startsWith('DIRECT')) return true
  try {
    const { endpoints } = await own.resolveHost(new URL(url).hostname)
    return endpoints.every(({ address }) => !isPrivateAddress(address))
  } catch {
    return false
  }
}
