import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './content-form.module.css'

type ContentFormProps = {
  /** There is enough of it to be saved. */
  readonly isReady: boolean
  /** Answers null when it could not be taken: then the form stays with its words. */
  readonly onSave: () => Promise<object | null>
  readonly onDone: () => void
  /** Stands at the beginning of the line with the buttons, which then stays in sight under a long form. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** Something the team shares being written: saved as a version more, or left as it was. */
export function ContentForm({ isReady, onSave, onDone, beside, children }: ContentFormProps) {
  const { t } = useTranslation()
  const save = async (): Promise<void> => {
    if ((await onSave()) !== null) onDone()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void save()
      }}
    >
      {children}
      <div className={classes['actions']} data-sticky={beside !== undefined || undefined}>
        {beside !== undefined && <div className={classes['beside']}>{beside}</div>}
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!isReady}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
