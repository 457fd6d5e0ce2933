import { memo } from 'react'
import type { ConversationItem } from '../../../shared/contract/tickets.ts'
import { EventLine } from './event-line.tsx'
import { MessageCard } from './message-card.tsx'
import { NoteCard } from './note-card.tsx'

type ItemProps = { readonly item: ConversationItem; readonly timeZone: string | null }

export const Item = memo(function Item({ item, timeZone }: ItemProps) {
  switch (item.type) {
    case 'message':
      return <MessageCard item={item} timeZone={timeZone} />
    case 'note':
      return <NoteCard item={item} />
    case 'event':
      return <EventLine event={item.event} actorName={item.actorName} />
  }
})
