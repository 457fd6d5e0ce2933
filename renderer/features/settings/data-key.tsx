import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/session.ts'
import { allowedKeyAge, shorterAge } from '../../../shared/rules/key-age.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { replaceKey, useKeyFacts } from '../../data/replace-key.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import { calendarDate, fileSize } from '../../lib/format.ts'
import { roughDuration } from '../../lib/rough-duration.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { KeyAgeSelect } from './key-age-select.tsx'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

/** The key that locks everything this place keeps on the computer, and its replacement. */
export function DataKey() {
  const { t } = useTranslation()
  const facts = useKeyFacts()
  const [isAsked, setAsked] = useState(false)
  if (!facts) return null
  const { madeAtMs, filesLeft } = facts
  return (
    <>
      <Row
        label={t('dataKey.title')}
        hint={[
          t('dataKey.what'),
          madeAtMs === null ? '' : t('dataKey.made', { when: calendarDate(madeAtMs) }),
          filesLeft === 0 ? '' : t('dataKey.filesLeft', { count: filesLeft }),
        ]
          .filter(text => text !== '')
          .join(' ')}
      >
        {!isAsked && (
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('dataKey.replace')}
          </Button>
        )}
      </Row>
      {isAsked && <Question facts={facts} onCancel={() => setAsked(false)} />}
      <Ages />
    </>
  )
}

/** After how long it is replaced without being asked for, as the place is opened. */
function Ages() {
  const { t } = useTranslation()
  const { keyMaxAgeDays } = useSettings()
  const most = allowedKeyAge(useTeamRule('laptops') ?? null)
  return (
    <Row
      label={t('dataKey.byItself')}
      hint={
        most === null
          ? t('dataKey.byItselfHint')
          : `${t('dataKey.byItselfHint')} ${t('dataKey.teamAsks', { count: most })}`
      }
    >
      <KeyAgeSelect
        label={t('dataKey.byItself')}
        value={shorterAge(keyMaxAgeDays, most)}
        most={most}
        onChange={days => void changeSettings({ keyMaxAgeDays: days })}
      />
    </Row>
  )
}

type QuestionProps = { readonly facts: KeyFacts; readonly onCancel: () => void }

/** What it takes, before it begins: the console can do nothing else meanwhile. */
function Question({ facts: { bytes, freeBytes, neededBytes, seconds }, onCancel }: QuestionProps) {
  const { t } = useTranslation()
  const hasRoom = freeBytes >= neededBytes
  return (
    <div className={classes['ask']}>
      <p>{t('dataKey.how', { size: fileSize(bytes), duration: roughDuration(seconds * 1000) })}</p>
      {!hasRoom && (
        <p role="alert">
          {t('dataKey.noRoom', { needed: fileSize(neededBytes), free: fileSize(freeBytes) })}
        </p>
      )}
      <div className={classes['askKeys']}>
        <Button autoFocus disabled={!hasRoom} onClick={() => void replaceKey()}>
          {t('dataKey.start')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
