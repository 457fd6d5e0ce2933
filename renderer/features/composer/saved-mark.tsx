import { useTranslation } from 'react-i18next'
import { clockTime } from '../../lib/format.ts'
import type { Writing } from '../../stores/composer-store.ts'
import classes from './composer.module.css'

/** Says when the words were last put on the disk, or that they are not. */
export function SavedMark({ writing }: { readonly writing: Writing | null }) {
  const { t } = useTranslation()
  if (writing === null) return null
  if (writing.failure !== null) {
    return (
      <span className={classes['saved']} data-failed role="status">
        {t('composer.notSaved')}
      </span>
    )
  }
  const saved = writing.savedAtMs
  return (
    <span className={classes['saved']} role="status">
      {saved !== null && t('composer.saved', { time: clockTime(saved) })}
    </span>
  )
}
