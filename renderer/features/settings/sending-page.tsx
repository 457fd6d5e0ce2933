import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/domain/values.ts'
import { limitsFor, MOST_UNDO_SECONDS } from '../../../shared/rules/undo-window.ts'
import type { UndoLimits } from '../../../shared/rules/undo-window.ts'
import { act } from '../../data/use-action.ts'
import { UNDO_CHANNELS, useUndoWindows } from '../../data/undo-choice.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import classes from './settings-dialog.module.css'

const PARTS = ['seconds', 'least', 'most'] as const
type Part = (typeof PARTS)[number]

/** How long replies rest before they leave, for the whole team: for supervisors and administrators to set. */
export function SendingPage() {
  const { t } = useTranslation()
  const windows = useUndoWindows()
  const isAway = useIsAway()
  return (
    <>
      <p className={classes['hint']}>{t('sending.how')}</p>
      <table className={classes['windows']}>
        <thead>
          <tr>
            <th scope="col">{t('sending.channel')}</th>
            {PARTS.map(part => (
              <th key={part} scope="col">
                {t(`sending.${part}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {UNDO_CHANNELS.map(channel => (
            <ChannelRow key={channel} channel={channel} limits={limitsFor(channel, windows)} />
          ))}
        </tbody>
      </table>
      <p className={classes['hint']}>{t(isAway ? 'sending.later' : 'sending.now')}</p>
    </>
  )
}

const isAllowed = ({ seconds, least, most }: UndoLimits): boolean =>
  least >= 0 && least <= seconds && seconds <= most && most <= MOST_UNDO_SECONDS

type ChannelRowProps = { readonly channel: Channel; readonly limits: UndoLimits }

function ChannelRow({ channel, limits }: ChannelRowProps) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<Partial<UndoLimits>>({})
  const content = { seconds: limits.seconds, least: limits.least, most: limits.most, ...edited }
  const isChanged = PARTS.some(part => content[part] !== limits[part])
  const name = dynamicText(`channelName.${channel}`) ?? channel
  const save = async (): Promise<void> => {
    const { seconds, least, most } = limits
    if (await act('undoWindow.set', { channel, limits: content, seen: { seconds, least, most } }))
      setEdited({})
  }
  const change = (part: Part, value: number | string): void => {
    if (typeof value === 'number') setEdited(before => ({ ...before, [part]: value }))
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      {PARTS.map(part => (
        <td key={part}>
          <NumberInput
            aria-label={t('sending.partOf', { part: t(`sending.${part}`), channel: name })}
            value={content[part]}
            min={0}
            max={MOST_UNDO_SECONDS}
            allowDecimal={false}
            error={isChanged && !isAllowed(content)}
            onChange={value => change(part, value)}
            size="xs"
            w={76}
          />
        </td>
      ))}
      <td>
        <Button
          size="xs"
          variant="default"
          disabled={!isChanged || !isAllowed(content)}
          aria-label={t('sending.setFor', { channel: name })}
          onClick={() => void save()}
        >
          {t('sending.set')}
        </Button>
      </td>
    </tr>
  )
}
