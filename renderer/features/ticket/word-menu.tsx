import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/domain/tickets.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { isOffered } from '../../data/guest.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openCoaching, openThanks } from '../../stores/training-store.ts'

type WordMenuProps = {
  /** What a colleague wrote. */
  readonly of: Pick<Message, 'authorId' | 'ticketId'>
  /** Null: a note, which is nobody's answer. */
  readonly messageId: string | null
  readonly name: string
}

/** What can be said to a colleague about what they wrote, where it stands. */
export function WordMenu({ of: { authorId: agentId, ticketId }, messageId, name }: WordMenuProps) {
  const { t } = useTranslation()
  const me = useAgent()
  if (agentId === null || agentId === me?.id || !isOffered('kudos.give')) return null
  return (
    <LineMenu
      what={t('ticket.messageFrom', { name })}
      actions={[
        { label: t('training.kudos.thank', { name }), run: () => openThanks({ ticketId, agentId }) },
        maySupervise(me?.role ?? 'agent')
          ? {
              label: t('training.coaching.aWordTo', { name }),
              run: () => openCoaching({ ticketId, messageId, agentId }),
            }
          : null,
      ]}
    />
  )
}
