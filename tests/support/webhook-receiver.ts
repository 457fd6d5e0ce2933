import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Delivered = { readonly headers: Record<string, unknown>; readonly body: string }
export type WebhookReceiver = {
  /** What came in, in order. */
  readonly got: Delivered[]
  /** The status every later delivery is answered with; 200 before. */
  readonly answerWith: (status: number) => void
  /** Answers its address. */
  readonly listen: () => Promise<string>
  readonly close: () => void
}

/** An address of somebody else's that takes what the hub sends, and keeps it. */
export function webhookReceiver(): WebhookReceiver {
  const got: Delivered[] = []
  let status = 200
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      response.statusCode = status
      response.end()
    })
  })
  return {
    got,
    answerWith: next => {
      status = next
    },
    listen: () =>
      new Promise(resolve => {
        server.listen(0, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/taken`),
        )
      }),
    close: () => server.close(),
  }
}

/** Whether a delivery is signed with the secret over its moment and its body, as the receiving side would check it. */
export function isSigned(delivered: Delivered | undefined, secret: string): boolean {
  const [, at = '', signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(String(delivered?.headers['tandem-signature'])) ?? []
  return createHmac('sha256', secret).update(`${at}.${delivered?.body}`).digest('hex') === signature
}
