import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveValue } from '../data/use-live-query.ts'
import { shortName } from '../lib/short-name.ts'
import { ticketName } from '../lib/ticket-name.ts'
import { closeTab, showTab, stepTab, useTabs } from '../stores/tabs-store.ts'
import type { Tab } from '../stores/tabs-store.ts'
import classes from './console.module.css'

const SHORT_ENOUGH = 12

/** What is open, side by side. */
export function TabBar() {
  const { t } = useTranslation()
  const tabs = useTabs(state => state.tabs)
  const active = useTabs(state => state.active)
  if (tabs.length === 0) return null
  return (
    <div className={classes['tabs']} role="tablist" aria-label={t('panels.tabs')}>
      {tabs.map((tab, index) => (
        <TabButton key={`${tab.type} ${tab.id}`} tab={tab} index={index} isFront={index === active} />
      ))}
    </div>
  )
}

type TabButtonProps = { readonly tab: Tab; readonly index: number; readonly isFront: boolean }

function TabButton({ tab, index, isFront }: TabButtonProps) {
  const { t } = useTranslation()
  const { name, number } = useTabLabel(tab)
  const label = `${name}${number}`
  const root = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') closeTab(index)
    if (event.key === 'ArrowRight') stepTab(1)
    if (event.key === 'ArrowLeft') stepTab(-1)
  }
  useEffect(() => {
    const tab = root.current
    if (!isFront || !tab) return undefined
    // Walking by arrow key takes the focus along.
    if (tab.parentElement?.contains(document.activeElement)) tab.querySelector('button')?.focus()
    // With the next frame, which lays out the window anyway: asking now would lay it out twice.
    const frame = requestAnimationFrame(() => tab.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [isFront, label])
  return (
    <div
      ref={root}
      className={classes['tab']}
      role="presentation"
      data-front={isFront || undefined}
      onAuxClick={event => event.button === 1 && closeTab(index)}
    >
      <button
        type="button"
        role="tab"
        aria-selected={isFront}
        tabIndex={isFront ? 0 : -1}
        title={label}
        onClick={() => showTab(index)}
        onKeyDown={onKeyDown}
      >
        <bdi>{name}</bdi>
        {number}
      </button>
      {/* For the pointer only: by key a tab closes with Delete or its shortcut. */}
      <span
        className={classes['tabClose']}
        aria-hidden
        title={t('panels.closeTab', { name: label })}
        onClick={() => closeTab(index)}
      >
        <IconX />
      </span>
    </div>
  )
}

/** Whose tab it is, and which ticket of theirs. */
function useTabLabel({ type, id }: Tab): { readonly name: string; readonly number: string } {
  const { t } = useTranslation()
  const ticket = useLiveValue('tickets.get', type === 'ticket' ? { ticketId: id } : null)
  const card = useLiveValue('customers.card', type === 'customer' ? { customerId: id, ticketId: null } : null)
  if (type === 'customer') return { name: card?.customer.name.trim() || t('customer.unnamed'), number: '' }
  if (!ticket) return { name: '…', number: '' }
  const name = ticket.customerName.trim() || t('customer.unnamed')
  const number = ticketName({ number: ticket.ticket.number, localNumber: ticket.localNumber })
  return { name: name.length <= SHORT_ENOUGH ? name : shortName(name), number: ` · ${number}` }
}
