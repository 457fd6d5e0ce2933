import { useTranslation } from 'react-i18next'
import type { DraftMode } from '../../../shared/domain/values.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { patchWriting, writingKey, writingOf } from '../../stores/composer-store.ts'
import classes from './composer.module.css'
import { saveLater } from './draft-saver.ts'

type OtherDraftsProps = { readonly ticketId: string; readonly mode: DraftMode }

/** What the same agent wrote on another device: offered, never mixed in by itself. */
export function OtherDrafts({ ticketId, mode }: OtherDraftsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const drafts = useLiveValue('drafts.list', { ticketId }) ?? []
  const others = drafts.filter(draft => !draft.isHere && draft.mode === mode && draft.body.trim() !== '')
  const use = (body: string): void => {
    const key = writingKey(ticketId, mode)
    const own = writingOf(key)
    if (!own) return
    patchWriting(key, { body: own.body.trim() === '' ? body : `${own.body}\n\n${body}`, isDirty: true })
    saveLater({ ticketId, mode })
  }
  return others.map(draft => (
    <div key={draft.id} className={classes['other']}>
      <span dir="auto">
        {t('composer.otherDraft', { time: moment(draft.updatedAtMs, nowMs) })} {draft.body}
      </span>
      <button type="button" onClick={() => use(draft.body)}>
        {t('composer.useDraft')}
      </button>
      <button type="button" onClick={() => void act('draft.discard', { draftId: draft.id })}>
        {t('composer.dropDraft')}
      </button>
    </div>
  ))
}
