import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../components/form-error.tsx'
import type { Action } from '../../data/use-action.ts'
import classes from './incidents.module.css'

type RecordFormProps = {
  /** What saving does: whether it runs, and why it could not be taken. */
  readonly action: Pick<Action<never>, 'error' | 'isBusy'>
  /** Nothing is saved before this is true. */
  readonly isReady: boolean
  readonly saveLabel: string
  readonly onSave: () => void
  readonly onCancel: () => void
  /** Another way to end it, before the two. */
  readonly otherEnd?: ReactNode
  readonly children: ReactNode
}

/** Something about an incident put on record, with its failure beside the buttons. */
export function RecordForm(props: RecordFormProps) {
  const { t } = useTranslation()
  const { action, isReady, saveLabel, onSave, onCancel, otherEnd, children } = props
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) onSave()
      }}
    >
      {children}
      <FormError error={action.error} />
      <Group justify="flex-end">
        {otherEnd}
        <Button variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy} disabled={!isReady}>
          {saveLabel}
        </Button>
      </Group>
    </form>
  )
}
