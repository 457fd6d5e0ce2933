import { SegmentedControl, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/contract/settings.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useSettings } from '../../stores/settings-store.ts'
import classes from './settings-dialog.module.css'

type RowProps = {
  readonly label: string
  /** One sentence, where the name alone leaves a question. */
  readonly hint?: string | null
  readonly children: ReactNode
}

/** One setting: its name, what it does where that is not plain, its control. */
export function Row({ label, hint, children }: RowProps) {
  return (
    <div className={classes['row']}>
      <span className={classes['label']}>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      {children}
    </div>
  )
}

type ChoiceName = 'theme' | 'contrast' | 'density' | 'remoteImages' | 'afterSend'
type ChoiceProps<Name extends ChoiceName> = {
  readonly name: Name
  readonly values: readonly Settings[Name][]
}

/** A setting with a few values, all in view. */
export function Choice<Name extends ChoiceName>({ name, values }: ChoiceProps<Name>) {
  const value = useSettings()[name]
  const label = dynamicText(`settings.${name}`) ?? name
  const change = (next: Settings[Name]): void =>
    void changeSettings({ [name]: next } as unknown as Partial<Settings>)
  return (
    <Row label={label} hint={dynamicText(`settings.${name}Hint`)}>
      <SegmentedControl<Settings[Name]>
        aria-label={label}
        value={value}
        onChange={change}
        data={values.map(each => ({
          value: each,
          label: dynamicText(`settings.${name}Choice.${each}`) ?? each,
        }))}
        miw={260}
      />
    </Row>
  )
}

type SwitchRowProps = {
  readonly label: string
  readonly hint?: string | null
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

export function SwitchRow({ label, hint, isOn, isDisabled = false, onChange }: SwitchRowProps) {
  return (
    <Row label={label} hint={hint ?? null}>
      <Switch
        aria-label={label}
        checked={isOn}
        disabled={isDisabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </Row>
  )
}
