import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/errors.ts'
import { errorText } from '../lib/error-text.ts'
import classes from './empty-state.module.css'

type LoadFailedProps = { readonly error: AppError; readonly onRetry: () => void }

/** A list or page that could not be read: what happened, what is safe, and a way to try again. */
export function LoadFailed({ error, onRetry }: LoadFailedProps) {
  const { t } = useTranslation()
  const { what, safe, next } = errorText(error)
  return (
    <div className={classes['failed']} role="alert">
      <strong>{what}</strong>
      <p>{[safe, next].filter(Boolean).join(' ')}</p>
      <Button variant="default" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  )
}
