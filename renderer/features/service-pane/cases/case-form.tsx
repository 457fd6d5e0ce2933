import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/errors.ts'
import { FormError } from '../../../components/form-error.tsx'
import { closeCase } from '../../../stores/case-store.ts'
import classes from '../../../components/dialog-form.module.css'

type CaseFormProps = {
  /** What the button that does it says. */
  readonly action: string
  readonly isReady: boolean
  readonly isBusy: boolean
  readonly error: AppError | null
  readonly onSubmit: () => Promise<void>
  /** Beside the button: something else that can be done. */
  readonly also?: ReactNode
  readonly children: ReactNode
}

/** A form about the customer in front: fields, why it could not be taken, and the button that does it. */
export function CaseForm({ action, isReady, isBusy, error, onSubmit, also, children }: CaseFormProps) {
  const { t } = useTranslation()
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void onSubmit()
      }}
    >
      {children}
      <FormError error={error} />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={closeCase}>
          {t('common.cancel')}
        </Button>
        {also}
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {action}
        </Button>
      </Group>
    </form>
  )
}
