import { desk } from '../desk.ts'
import { composerStore } from '../stores/composer-store.ts'
import { presenceStore, takeColleagues, takeWatchers } from '../stores/presence-store.ts'
import { activeTicketId, tabsStore } from '../stores/tabs-store.ts'

/** Without a keystroke for so long nobody is writing. */
const WRITES_MS = 10_000

/** Hears where colleagues are and tells where this agent is; returns a function that stops. */
export function followPresence(): () => void {
  const stops = [
    desk.on('presence.changed', ({ tickets }) => takeWatchers(tickets)),
    desk.on('colleagues.changed', ({ agents }) => takeColleagues(agents)),
    tellPlace(),
    // Nobody is known to be anywhere while another place opens.
    () => presenceStore.setState({ watchers: new Map(), colleagues: null }),
  ]
  void ask()
  return () => {
    for (const stop of stops) stop()
  }
}

async function ask(): Promise<void> {
  const [list, colleagues, status] = await Promise.allSettled([
    desk.call('presence.list', {}),
    desk.call('colleagues.list', {}),
    desk.call('status.get', {}),
  ])
  if (list.status === 'fulfilled') takeWatchers(list.value)
  if (colleagues.status === 'fulfilled') takeColleagues(colleagues.value)
  if (status.status === 'fulfilled') presenceStore.setState({ status: status.value })
}

/** The ticket in front of a window that can be seen, and whether something is being written in it. */
function tellPlace(): () => void {
  let told = ''
  let writing: string | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => {
    const ticketId = document.visibilityState === 'visible' ? activeTicketId(tabsStore.getState()) : null
    const doing = ticketId !== null && ticketId === writing ? 'typing' : 'viewing'
    const next = `${ticketId ?? ''} ${doing}`
    if (next === told) return
    told = next
    // Nobody depends on it: a place that cannot be told now is told with the next change.
    desk.call('presence.set', { ticketId, doing }).catch(() => {})
  }
  const type = (): void => {
    const ticketId = activeTicketId(tabsStore.getState())
    writing = ticketId
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      writing = null
      tell()
    }, WRITES_MS)
    tell()
  }
  const stops = [
    tabsStore.subscribe(tell),
    composerStore.subscribe((state, before) => {
      const isTyped = Object.entries(state.writings).some(
        ([key, { body, isDirty }]) => isDirty && before.writings[key] && before.writings[key].body !== body,
      )
      if (isTyped) type()
    }),
  ]
  document.addEventListener('visibilitychange', tell)
  tell()
  return () => {
    document.removeEventListener('visibilitychange', tell)
    if (timer !== null) clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
