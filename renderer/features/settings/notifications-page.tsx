import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NotificationSettings } from '../../../shared/contract/settings.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { settingsStore, useSettings } from '../../stores/settings-store.ts'
import { Row, SwitchRow } from './rows.tsx'
import classes from './settings-dialog.module.css'

const KINDS = ['messages', 'assignments', 'mentions', 'deadlines', 'reminders'] as const
const MANNERS = ['sound', 'isPrivate'] as const

function change(part: Partial<NotificationSettings>): void {
  const { notifications } = settingsStore.getState().settings
  void changeSettings({ notifications: { ...notifications, ...part } })
}

/** What the system tells while nobody looks at the window, and how. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const { notifications } = useSettings()
  const row = (name: (typeof KINDS)[number] | (typeof MANNERS)[number]) => (
    <SwitchRow
      key={name}
      label={t(`settings.notify.${name}`)}
      hint={t(`settings.notify.${name}Hint`)}
      isOn={notifications[name]}
      onChange={isOn => change({ [name]: isOn })}
    />
  )
  return (
    <>
      {KINDS.map(row)}
      <h3 className={classes['part']}>{t('settings.notify.how')}</h3>
      {MANNERS.map(row)}
      <QuietHours />
    </>
  )
}

function QuietHours() {
  const { t } = useTranslation()
  const { quietHours } = useSettings().notifications
  const set = (part: Partial<NotificationSettings['quietHours']>): void =>
    change({ quietHours: { ...quietHours, ...part } })
  return (
    <>
      <SwitchRow
        label={t('settings.notify.quietHours')}
        hint={t('settings.notify.quietHoursHint')}
        isOn={quietHours.isOn}
        onChange={isOn => set({ isOn })}
      />
      {quietHours.isOn && (
        <Row label={t('settings.notify.quietTimes')}>
          <span className={classes['times']}>
            {(['from', 'to'] as const).map(end => (
              <TextInput
                key={end}
                type="time"
                aria-label={t(`settings.notify.${end}`)}
                value={quietHours[end]}
                // An emptied field is half a time: the last whole one stays.
                onChange={({ currentTarget: { value } }) => value !== '' && set({ [end]: value })}
              />
            ))}
          </span>
        </Row>
      )}
    </>
  )
}
