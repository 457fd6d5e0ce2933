import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PolicyFacts } from '../../../shared/contract/policy.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { DataKey } from './data-key.tsx'
import { SwitchRow } from './rows.tsx'
import classes from './settings-dialog.module.css'

/** What the organisation has laid down for this computer, in words. */
function policyText({ hubUrl, isHubFixed, isUnreadable, settings }: PolicyFacts, t: TFunction): string {
  if (isUnreadable) return t('policy.unreadable')
  const hub = hubUrl && t(isHubFixed ? 'policy.onlyHub' : 'policy.hub', { hub: hubUrl })
  const begins = settings.length > 0 && t('policy.settings', { count: settings.length })
  return [t('policy.title'), hub, begins].filter(Boolean).join(' ')
}

export function ComputerPage() {
  const { t } = useTranslation()
  const { startAtLogin, closeToTray } = useSettings()
  const info = useLiveValue('app.info', {})
  const canStart = info?.canStartAtLogin ?? false
  return (
    <>
      <SwitchRow
        label={t('settings.closeToTray')}
        hint={t('settings.closeToTrayHint')}
        isOn={closeToTray}
        onChange={isOn => void changeSettings({ closeToTray: isOn })}
      />
      <SwitchRow
        label={t('settings.startAtLogin')}
        hint={info && !canStart ? t('settings.startAtLoginInstalled') : null}
        isOn={startAtLogin && canStart}
        isDisabled={!canStart}
        onChange={isOn => void changeSettings({ startAtLogin: isOn })}
      />
      <DataKey />
      {info?.policy && <p className={classes['about']}>{policyText(info.policy, t)}</p>}
      {info && (
        <p className={classes['about']}>
          {t('settings.about', { version: info.version, electron: info.electron, platform: info.platform })}
          {!info.hasKeychain && ` ${t('signIn.noKeychain')}`}
        </p>
      )}
    </>
  )
}
