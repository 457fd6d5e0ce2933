import type { Serializable } from 'node:child_process'
import type { Port } from '../../shared/rpc/port.ts'

/** What Electron gives a utility process. */
type ElectronParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

function fromElectron(port: ElectronParentPort): Port {
  return {
    post: message => port.postMessage(message),
    onMessage: listener => port.on('message', ({ data }) => listener(data)),
    // There is no channel that closes: Electron lets a utility process go by this signal.
    onClose: listener => void process.once('SIGTERM', listener),
    close: () => process.exit(0),
  }
}

function fromNodeFork(): Port {
  return {
    post: message => {
      if (process.connected) process.send?.(message as Serializable, undefined, {}, () => {})
    },
    onMessage: listener => void process.on('message', listener),
    onClose: listener => {
      if (process.connected) process.once('disconnect', listener)
      else listener()
    },
    close: () => {
      if (process.connected) process.disconnect()
    },
  }
}

/** The only place that knows who the parent is. */
export function parentPort(): Port {
  const { parentPort: electron } = process as { readonly parentPort?: ElectronParentPort }
  if (electron) return fromElectron(electron)
  if (process.send) return fromNodeFork()
  throw new Error('The data process must be started by the app, not by hand')
}
