import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { LINK_KINDS } from '../../../shared/domain/values.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Line } from '../../components/section.tsx'
import { currentTicket } from '../../data/current-ticket.ts'
import { linkTickets } from '../../data/thread-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

type LinkKind = (typeof LINK_KINDS)[number]

/** Joins the ticket in front to another one, found by number or words. */
export function LinkDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'link')
  const [kind, setKind] = useState<LinkKind>('related')
  const [text, setText] = useState('')
  const ticketId = isOpen ? (currentTicket()?.view.ticket.id ?? null) : null
  const wanted = text.trim()
  const found = useLiveValue(
    'search.query',
    wanted === '' || !isOpen ? null : { text: wanted, subject: 'tickets', limit: 8 },
  )
  const hits = (found?.hits ?? []).filter(hit => hit.ticketId !== null && hit.ticketId !== ticketId)
  const link = async (otherId: string): Promise<void> => {
    if (ticketId !== null && (await linkTickets(ticketId, otherId, kind)) !== null) closeDialog()
  }
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('ticket.linkTo')} size="md">
      <Select<LinkKind>
        label={t('ticket.linkKind')}
        value={kind}
        onChange={value => value && setKind(value)}
        data={LINK_KINDS.map(value => ({ value, label: t(`linkKind.${value}`) }))}
        mb={12}
      />
      <TextInput
        data-autofocus
        label={t('ticket.linkFind')}
        value={text}
        dir="auto"
        onChange={event => setText(event.currentTarget.value)}
      />
      {wanted !== '' && found && hits.length === 0 && (
        <EmptyState>{t('search.nothing', { text: wanted })}</EmptyState>
      )}
      <ul>
        {hits.map(hit => (
          <Line
            key={hit.id}
            title={hit.title}
            detail={hit.detail}
            onOpen={() => void link(hit.ticketId ?? hit.id)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
