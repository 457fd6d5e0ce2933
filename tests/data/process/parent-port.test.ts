import { EventEmitter } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { parentPort } from '../../../main/data/parent-port.ts'

type WithPort = { parentPort?: unknown }
afterEach(() => {
  delete (process as WithPort).parentPort
  process.removeAllListeners('SIGTERM')
})

test('as a utility process it speaks through the port Electron gives, and ends by the signal Electron sends', () => {
  const posted: unknown[] = []
  const electron = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void posted.push(message),
  })
  ;(process as WithPort).parentPort = electron
  const port = parentPort()
  const heard: unknown[] = []
  let isClosed = false
  port.onMessage(message => void heard.push(message))
  port.onClose(() => {
    isClosed = true
  })
  port.post({ kind: 'event' })
  electron.emit('message', { data: { kind: 'request' } })
  expect([posted, heard]).toEqual([[{ kind: 'event' }], [{ kind: 'request' }]])
  process.emit('SIGTERM')
  expect(isClosed).toBe(true)
})

test('started by hand, without a parent, it says so', () => {
  const { send } = process
  delete (process as { send?: unknown }).send
  try {
    expect(() => parentPort()).toThrow('must be started by the app')
  } finally {
    if (send) process.send = send
  }
})
