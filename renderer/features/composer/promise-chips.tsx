import { Menu } from '@mantine/core'
import { IconCalendarCheck, IconCalendarQuestion, IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckItem } from '../../components/checked-item.tsx'
import { shortcutFor } from '../../commands/command-table.ts'
import { registerPromises } from '../../commands/promises-now.ts'
import { Keys } from '../../components/keys.tsx'
import { useNow } from '../../lib/clock.ts'
import { shortMoment } from '../../lib/short-moment.ts'
import classes from './composer.module.css'
import { decidePromises, togglePromises } from './use-promises.ts'
import type { WrittenPromise } from './use-promises.ts'

type PromiseChipsProps = {
  /** Of the writing that promises. */
  readonly writingKey: string
  readonly promises: readonly WrittenPromise[]
}

/** What the reply promises and by when: taken into the register with it once somebody says that it is meant. */
export function PromiseChips({ writingKey, promises }: PromiseChipsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  useEffect(() => {
    if (promises.length === 0) return
    return registerPromises(() => togglePromises(writingKey, promises))
  })
  if (promises.length === 0) return null
  const shown = promises.filter(({ isMeant }) => isMeant !== false)
  const isAsked = shown.some(({ isMeant }) => isMeant === null)
  const times = shown.map(({ dueAtMs, isTimed }) => shortMoment(dueAtMs, { nowMs, isTimed })).join(', ')
  const label =
    shown.length === 0
      ? t('promises.none')
      : t(isAsked ? 'promises.found' : 'promises.meant', { count: shown.length, times })
  const all = (isMeant: boolean): void => decidePromises(writingKey, promises, isMeant)
  return (
    <Menu position="top-start" width={360}>
      <Menu.Target>
        <button
          type="button"
          className={classes['promises']}
          data-state={shown.length === 0 ? 'none' : isAsked ? 'asked' : 'meant'}
          title={t('promises.hint', { keys: shortcutFor('promise.confirm') ?? '' })}
        >
          {isAsked ? <IconCalendarQuestion aria-hidden /> : <IconCalendarCheck aria-hidden />}
          <span>{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('promises.how')}</Menu.Label>
        {promises.map(promise => (
          <PromiseItem key={promise.key} promise={promise} writingKey={writingKey} />
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() => all(true)}
          rightSection={<Keys shortcut={shortcutFor('promise.confirm') ?? ''} />}
        >
          {t('promises.all')}
        </Menu.Item>
        <Menu.Item onClick={() => all(false)}>{t('promises.notAny')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type PromiseItemProps = { readonly promise: WrittenPromise; readonly writingKey: string }

function PromiseItem({ promise, writingKey }: PromiseItemProps) {
  const nowMs = useNow()
  const { text, dueAtMs, isMeant } = promise
  return (
    <CheckItem
      isChecked={isMeant === true}
      closeMenuOnClick={false}
      leftSection={isMeant === true ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
      onClick={() => decidePromises(writingKey, [promise], isMeant !== true)}
    >
      <strong>{shortMoment(dueAtMs, { nowMs, isTimed: true })}</strong>
      <span className={classes['promiseText']} dir="auto">
        {text}
      </span>
    </CheckItem>
  )
}
