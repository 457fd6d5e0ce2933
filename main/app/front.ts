import type { Windows } from './windows.ts'

/** Which ticket each window shows: what an agent looks at needs no notification. */
export class Front {
  readonly #windows: Pick<Windows, 'all'>
  readonly #tickets = new Map<number, string | null>()

  constructor(windows: Pick<Windows, 'all'>) {
    this.#windows = windows
  }

  set(windowId: number, ticketId: string | null): void {
    this.#tickets.set(windowId, ticketId)
  }

  /** The ticket in the window that has the keyboard; null while the agent works elsewhere. */
  ticket(): string | null {
    const focused = this.#windows.all().find(window => window.isFocused())
    return focused ? (this.#tickets.get(focused.webContents.id) ?? null) : null
  }
}
