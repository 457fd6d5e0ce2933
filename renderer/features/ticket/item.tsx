import { memo } from 'react'
import type { ConversationItem } from '../../../shared/contract/tickets.ts'
import { Guard } from '../../components/guard.tsx'
import { EventLine } from './event-line.tsx'
import { MessageCard } from './message-card.tsx'
import { NoteCard } from './note-card.tsx'

type ItemProps = { readonly item: ConversationItem; readonly timeZone: string | null }

/** One thing said or done; what is wrong with it stays with it. */
export const Item = memo(function Item(props: ItemProps) {
  return (
    <Guard part="message">
      <Kind {...props} />
    </Guard>
  )
})

function Kind({ item, timeZone }: ItemProps) {
  switch (item.type) {
    case 'message':
      return <MessageCard item={item} timeZone={timeZone} />
    case 'note':
      return <NoteCard item={item} />
    case 'event':
      return <EventLine event={item.event} actorName={item.actorName} />
  }
}
