import { SegmentedControl, Select, Slider } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import type { Settings } from '../../../shared/contract/settings.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './settings-dialog.module.css'

/** How the window looks and speaks; every change shows at once. */
export function SettingsDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'settings')
  const info = useLiveValue('app.info', {})
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('settings.title')} size="lg">
      <Choices />
      {info && (
        <p className={classes['about']}>
          {t('settings.about', { version: info.version, electron: info.electron, platform: info.platform })}
          {!info.hasKeychain && ` ${t('signIn.noKeychain')}`}
        </p>
      )}
    </Dialog>
  )
}

const set = (change: Partial<Settings>): void => void changeSettings(change)

function Choices() {
  const { theme, contrast, density, remoteImages } = useSettings()
  return (
    <>
      <Choice
        name="theme"
        values={['system', 'light', 'dark']}
        value={theme}
        onChange={value => set({ theme: value })}
      />
      <Choice
        name="contrast"
        values={['normal', 'high']}
        value={contrast}
        onChange={value => set({ contrast: value })}
      />
      <Choice
        name="density"
        values={['compact', 'regular', 'roomy']}
        value={density}
        onChange={value => set({ density: value })}
      />
      <TextSize />
      <Language />
      <Choice
        name="remoteImages"
        values={['ask', 'never']}
        value={remoteImages}
        onChange={value => set({ remoteImages: value })}
      />
    </>
  )
}

function TextSize() {
  const { t } = useTranslation()
  const { textSize } = useSettings()
  return (
    <Row label={t('settings.textSize')}>
      <Slider
        aria-label={t('settings.textSize')}
        min={80}
        max={160}
        step={10}
        marks={[{ value: 100 }]}
        label={value => `${value} %`}
        value={textSize}
        onChange={value => set({ textSize: value })}
        w={260}
        color="ink"
      />
    </Row>
  )
}

function Language() {
  const { t } = useTranslation()
  const { language } = useSettings()
  return (
    <Row label={t('settings.language')}>
      <Select
        aria-label={t('settings.language')}
        value={language}
        onChange={value => value && set({ language: value })}
        data={[
          { value: 'system', label: t('settings.asSystem') },
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        w={260}
      />
    </Row>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes['row']}>
      <span>{label}</span>
      {children}
    </div>
  )
}

type ChoiceProps<Name extends 'theme' | 'contrast' | 'density' | 'remoteImages'> = {
  readonly name: Name
  readonly values: readonly Settings[Name][]
  readonly value: Settings[Name]
  readonly onChange: (value: Settings[Name]) => void
}

function Choice<Name extends 'theme' | 'contrast' | 'density' | 'remoteImages'>(props: ChoiceProps<Name>) {
  const { name, values, value, onChange } = props
  const label = dynamicText(`settings.${name}`) ?? name
  return (
    <Row label={label}>
      <SegmentedControl<Settings[Name]>
        aria-label={label}
        value={value}
        onChange={onChange}
        data={values.map(each => ({
          value: each,
          label: dynamicText(`settings.${name}Choice.${each}`) ?? each,
        }))}
        w={260}
      />
    </Row>
  )
}
