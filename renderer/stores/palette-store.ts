import { createSpotlight } from '@mantine/spotlight'
import { flushSync } from 'react-dom'

const [store, { open }] = createSpotlight()

/** Whether the palette is open, and what is typed in it. */
export const paletteStore = store

export const PALETTE_FIELD_ID = 'palette-field'
export const PALETTE_LIST_ID = 'palette-list'

const chosenLine = (): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#${PALETTE_LIST_ID} [data-selected]`)

const stop = (): void => window.removeEventListener('keydown', typeAhead, true)

/** Until the field has the focus, what is typed goes there all the same, and to nothing else. */
function typeAhead(event: KeyboardEvent): void {
  const field = document.getElementById(PALETTE_FIELD_ID)
  if (!store.getState().opened || (field !== null && field === document.activeElement)) return stop()
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape') return
  event.stopPropagation()
  event.preventDefault()
  if (event.key.length === 1)
    store.setState({ ...store.getState(), query: store.getState().query + event.key })
  else if (event.key === 'Enter') chosenLine()?.click()
  field?.focus()
}

/**
 * Opens the palette; may be called before it is loaded. Once it is, its field has the focus before the next key can come:
 * an input method editor begins its word there, where nobody could bring it afterwards.
 */
export function openPalette(): void {
  flushSync(open)
  const field = document.getElementById(PALETTE_FIELD_ID)
  if (field === null) window.addEventListener('keydown', typeAhead, true)
  else field.focus()
}

/**
 * Chooses the first line of what was typed, for Enter. `isKept` leaves a choice that stands: lines that come after the
 * last key (views are asked for) may take it away with the line it was on, or bring the first there is.
 */
export function chooseFirstLine({ isKept }: { readonly isKept: boolean }): void {
  const { opened, query } = store.getState()
  const list = opened && query !== '' ? document.getElementById(PALETTE_LIST_ID) : null
  const chosen = chosenLine()
  if (!list || (chosen && isKept)) return
  chosen?.removeAttribute('data-selected')
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState(state => ({ ...state, selected: 0 }))
}
