import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSettings } from '../../data/change-settings.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { Choice, Row } from './rows.tsx'

const UNDO_SECONDS = [0, 5, 10, 20, 30] as const

export function WorkPage() {
  return (
    <>
      <Choice name="afterSend" values={['stay', 'next', 'list']} />
      <UndoSeconds />
      <Choice name="remoteImages" values={['ask', 'never']} />
    </>
  )
}

function UndoSeconds() {
  const { t } = useTranslation()
  const { undoSeconds } = useSettings()
  return (
    <Row label={t('settings.undoSeconds')} hint={t('settings.undoSecondsHint')}>
      <SegmentedControl
        aria-label={t('settings.undoSeconds')}
        value={String(undoSeconds)}
        onChange={value => void changeSettings({ undoSeconds: Number(value) })}
        data={UNDO_SECONDS.map(seconds => ({
          value: String(seconds),
          label: seconds === 0 ? t('settings.undoOff') : t('settings.seconds', { count: seconds }),
        }))}
        miw={260}
      />
    </Row>
  )
}
