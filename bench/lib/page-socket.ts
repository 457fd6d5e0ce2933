import { once } from 'node:events'
import { WebSocket } from 'ws'

/** Chromium's own protocol on one page: as little as can be between the bench and the window. */
export type PageSocket = {
  readonly send: (method: string, params?: object) => Promise<unknown>
  /** Runs a function's source in the page; a promise is waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>
  readonly close: () => void
}

type Target = { readonly type: string; readonly webSocketDebuggerUrl?: string }
type Answer = {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
type Evaluated = {
  readonly result?: { readonly value?: unknown }
  readonly exceptionDetails?: {
    readonly text: string
    readonly exception?: { readonly description?: string }
  }
}
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** `port`: where the app listens, as it prints it at its start. */
export async function openPage(port: number): Promise<PageSocket> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly Target[]
  const address = targets.find(target => target.type === 'page')?.webSocketDebuggerUrl
  if (address === undefined) throw new Error('The app shows no window')
  const socket = new WebSocket(address, { perMessageDeflate: false })
  await once(socket, 'open')
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  socket.on('message', data => {
    const { id, result, error } = JSON.parse(Buffer.from(data as Buffer).toString('utf8')) as Answer
    const call = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || call === undefined) return
    waiting.delete(id)
    if (error) call.reject(new Error(error.message))
    else call.resolve(result)
  })
  socket.on('close', () => {
    for (const call of waiting.values()) call.reject(new Error('The window is gone'))
  })
  const send = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      socket.send(JSON.stringify({ id: lastId, method, params }))
    })
  return { send, evaluate: expression => evaluate(send, expression), close: () => socket.terminate() }
}

async function evaluate(send: PageSocket['send'], expression: string): Promise<unknown> {
  const options = { expression, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails: thrown } = (await send('Runtime.evaluate', options)) as Evaluated
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text)
  return result?.value
}
