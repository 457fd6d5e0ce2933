import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { KindMark } from '../../components/kind-mark.tsx'
import { cx } from '../../lib/cx.ts'
import { showPane, useUi } from '../../stores/ui-store.ts'
import type { Pane } from '../../stores/ui-store.ts'
import type { PaneSlots } from './customer-360.tsx'
import classes from './customer-360.module.css'
import { FreshStamp } from './fresh-stamp.tsx'
import { PaneMenu } from './pane-menu.tsx'

type PanesProps = {
  readonly card: CustomerCard
  readonly ticketId: string | null
  readonly isTabbed: boolean
  readonly panes: PaneSlots
}

const landmark = { service: 'landmarks.service', support: 'landmarks.support' } as const

/** Service engagement and technical support, side by side; as two tabs with their counts where there is no room. */
export function Panes({ card, ticketId, isTabbed, panes }: PanesProps) {
  const pane = useUi(state => state.pane)
  const shown: readonly Pane[] = isTabbed ? [pane] : ['service', 'support']
  return (
    <div className={classes['panes']} data-tabbed={isTabbed || undefined}>
      {isTabbed && <PaneTabs card={card} pane={pane} ticketId={ticketId} />}
      {shown.map(kind => (
        <PaneRegion key={kind} kind={kind} card={card} ticketId={ticketId} hasHead={!isTabbed}>
          {panes[kind](card)}
        </PaneRegion>
      ))}
    </div>
  )
}

type PaneRegionProps = {
  readonly kind: Pane
  readonly card: CustomerCard
  readonly ticketId: string | null
  readonly hasHead: boolean
  readonly children: React.ReactNode
}

function PaneRegion({ kind, card, ticketId, hasHead, children }: PaneRegionProps) {
  const { t } = useTranslation()
  return (
    <section className={classes['pane']} aria-label={t(landmark[kind])}>
      {hasHead && (
        <header className={cx(classes['paneHead'], classes[`${kind}Head`])}>
          <KindMark kind={kind} />
          <h3>{t(landmark[kind])}</h3>
          <FreshStamp card={card} />
          <PaneMenu kind={kind} ticketId={ticketId} />
        </header>
      )}
      <div className={classes['paneBody']}>{children}</div>
    </section>
  )
}

const openCount = (card: CustomerCard, kind: Pane): number =>
  kind === 'service'
    ? card.service.open.length + card.service.promises.filter(({ state }) => state === 'open').length
    : card.support.open.length + card.support.issues.length

type PaneTabsProps = {
  readonly card: CustomerCard
  readonly pane: Pane
  readonly ticketId: string | null
}

function PaneTabs({ card, pane, ticketId }: PaneTabsProps) {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      showPane(pane === 'service' ? 'support' : 'service')
  }
  return (
    <div className={classes['tabRow']}>
      <div className={classes['tabs']} role="tablist" onKeyDown={onKeyDown}>
        {(['service', 'support'] as const).map(kind => (
          <button
            key={kind}
            type="button"
            role="tab"
            className={classes['tab']}
            data-kind={kind}
            aria-selected={kind === pane}
            tabIndex={kind === pane ? 0 : -1}
            onClick={() => showPane(kind)}
          >
            <KindMark kind={kind} />
            <span>{t(`kind.${kind}`)}</span>
            <span>{openCount(card, kind)}</span>
          </button>
        ))}
      </div>
      <FreshStamp card={card} />
      <PaneMenu kind={pane} ticketId={ticketId} />
    </div>
  )
}
