import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/session.ts'
import { KEY_AGES_DAYS } from '../../../shared/rules/key-age.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { replaceKey, useKeyFacts } from '../../data/replace-key.ts'
import { now } from '../../lib/clock.ts'
import { dateOnly, fileSize } from '../../lib/format.ts'
import { roughDuration } from '../../lib/rough-duration.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

/** The key that locks everything this place keeps on the computer, and its replacement. */
export function DataKey() {
  const { t } = useTranslation()
  const facts = useKeyFacts()
  const [isAsked, setAsked] = useState(false)
  if (!facts) return null
  const { madeAtMs } = facts
  return (
    <>
      <Row
        label={t('dataKey.title')}
        hint={
          madeAtMs === null
            ? t('dataKey.what')
            : `${t('dataKey.what')} ${t('dataKey.made', { when: dateOnly(madeAtMs, now()) })}`
        }
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

const NEVER = ''

/** After how long it is replaced without being asked for, as the place is opened. */
function Ages() {
  const { t } = useTranslation()
  const { keyMaxAgeDays } = useSettings()
  const ages = new Set<number>([...KEY_AGES_DAYS, ...(keyMaxAgeDays === null ? [] : [keyMaxAgeDays])])
  return (
    <Row label={t('dataKey.byItself')} hint={t('dataKey.byItselfHint')}>
      <NativeSelect
        aria-label={t('dataKey.byItself')}
        value={keyMaxAgeDays === null ? NEVER : String(keyMaxAgeDays)}
        data={[
          { value: NEVER, label: t('dataKey.never') },
          ...[...ages]
            .toSorted((a, b) => a - b)
            .map(days => ({ value: String(days), label: t('dataKey.days', { count: days }) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          void changeSettings({ keyMaxAgeDays: value === NEVER ? null : Number(value) })
        }
        w={200}
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
