import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { closePortrait } from '../../stores/portrait-store.ts'
import classes from './portrait.module.css'

type FormActionsProps = {
  /** Takes away what is being changed; null: there is nothing yet. */
  readonly onRemove: (() => void) | null
  readonly removeLabel: string
  readonly isDisabled: boolean
}

/** What ends a form: take it away, leave it, save it. */
export function FormActions({ onRemove, removeLabel, isDisabled }: FormActionsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['actions']}>
      {onRemove && (
        <Button variant="subtle" data-danger onClick={onRemove}>
          {removeLabel}
        </Button>
      )}
      <Button variant="subtle" onClick={closePortrait}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" disabled={isDisabled}>
        {t('common.save')}
      </Button>
    </div>
  )
}
