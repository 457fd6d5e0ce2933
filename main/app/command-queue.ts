import type { AskedCommand } from '../../shared/contract/commands.ts'

export type CommandQueue = {
  readonly ask: (command: AskedCommand) => void
  /** The page was loaded anew and listens to nothing yet. */
  readonly hold: () => void
  /** The page made a call, so its code runs and listens. */
  readonly release: () => void
  readonly isListening: () => boolean
}

/** Commands asked while the page is still loading (a link that started the app) wait for it. */
export function createCommandQueue(send: (command: AskedCommand) => void): CommandQueue {
  let isListening = false
  let waiting: AskedCommand[] = []
  return {
    ask: command => {
      if (isListening) send(command)
      else waiting.push(command)
    },
    hold: () => {
      isListening = false
    },
    release: () => {
      isListening = true
      const held = waiting
      waiting = []
      held.forEach(send)
    },
    isListening: () => isListening,
  }
}
