import { useTranslation } from 'react-i18next'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { CoachingWords } from './coaching-note.tsx'
import classes from './training.module.css'

/** Below the conversation: a word about this ticket that has not been read, or that one has written and is not read yet. */
export function CoachingStrip({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const me = useAgent()
  const notes = useLiveValue('coaching.list', { ticketId })
  const note = notes?.find(({ receiverId, readAtMs }) => receiverId === me?.id && readAtMs === null)
  if (!note) return null
  return (
    <section className={classes['strip']} aria-label={t('training.coaching.one')}>
      <CoachingWords note={note} />
    </section>
  )
}
