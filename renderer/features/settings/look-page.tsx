import { Select, Slider } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSettings } from '../../data/change-settings.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { Choice, Row } from './rows.tsx'

const SIZES = { min: 90, max: 150, step: 10 }

export function LookPage() {
  return (
    <>
      <Choice name="theme" values={['system', 'light', 'dark']} />
      <Choice name="contrast" values={['normal', 'high']} />
      <Choice name="density" values={['compact', 'regular', 'roomy']} />
      <TextSize />
      <Language />
    </>
  )
}

function TextSize() {
  const { t } = useTranslation()
  const { textSize } = useSettings()
  return (
    <Row label={t('settings.textSize')}>
      <Slider
        {...SIZES}
        thumbLabel={t('settings.textSize')}
        marks={[{ value: 100 }]}
        label={value => `${value} %`}
        value={textSize}
        onChange={value => void changeSettings({ textSize: value })}
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
        onChange={value => value && void changeSettings({ language: value })}
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
