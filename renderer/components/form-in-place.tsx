import { Button } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './form-in-place.module.css'

type FormInPlaceProps = {
  /** Name of the form for people who do not see it. */
  readonly label?: string
  readonly saveLabel: string
  /** Nothing is saved before this is true. */
  readonly canSave?: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
  /** Another way to end it, between the two. */
  readonly otherEnd?: ReactNode
  readonly children: ReactNode
}

/** Fields that open where the thing stands: Enter or Mod+Enter saves, Escape leaves it as it was. */
export function FormInPlace(props: FormInPlaceProps) {
  const { t } = useTranslation()
  const { label, saveLabel, canSave = true, onSave, onCancel, otherEnd, children } = props
  const save = (): void => {
    if (canSave) onSave()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  }
  return (
    <form
      className={classes['form']}
      aria-label={label}
      onKeyDown={onKey}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      {children}
      <div className={classes['ends']}>
        <Button variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        {otherEnd}
        <Button type="submit" disabled={!canSave}>
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}
