import { createSpotlight } from '@mantine/spotlight'

const [store, { open }] = createSpotlight()

/** Whether the palette is open, and what is typed in it. */
export const paletteStore = store

export const PALETTE_FIELD_ID = 'palette-field'
export const PALETTE_LIST_ID = 'palette-list'

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
  field?.focus()
}

/** Opens the palette; may be called before it is loaded. */
export function openPalette(): void {
  open()
  window.addEventListener('keydown', typeAhead, true)
}

/** What comes after the last key (views are asked for) leaves nothing chosen: Enter takes the first then. */
export function choosePaletteLine(): void {
  const { opened, query } = store.getState()
  const list = opened && query !== '' ? document.getElementById(PALETTE_LIST_ID) : null
  if (!list || list.querySelector('[data-selected]')) return
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState(state => ({ ...state, selected: 0 }))
}
