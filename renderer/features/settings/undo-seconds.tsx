import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import { limitsFor, MOST_UNDO_SECONDS, ownFor } from '../../../shared/rules/undo-window.ts'
import { changeSettings } from '../../data/change-settings.ts'
import { UNDO_CHANNELS, useUndoWindows } from '../../data/undo-choice.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

export const OFFERED: readonly number[] = [0, 5, 10, 15, 20, 30, 45, MOST_UNDO_SECONDS]
const AS_TEAM = ''

const ownSeconds = (channel: Channel, { undoSeconds: seconds, undoByChannel: byChannel }: Settings) =>
  ownFor(channel, { seconds, byChannel })

/** One channel's own choice among the others, each under its own name from now on. */
function chosen(settings: Settings, channel: Channel, seconds: number | null): Partial<Settings> {
  const all = UNDO_CHANNELS.map(
    each => [each, each === channel ? seconds : ownSeconds(each, settings)] as const,
  )
  return {
    undoSeconds: null,
    undoByChannel: Object.fromEntries(all.filter(([, value]) => value !== null)),
  }
}

/** How long what was sent can be taken back, channel by channel: the agent's choice within the team's limits. */
export function UndoSeconds() {
  const { t } = useTranslation()
  const settings = useSettings()
  const windows = useUndoWindows()
  return (
    <>
      <h3 className={classes['part']}>{t('settings.undoSeconds')}</h3>
      <p className={classes['hint']}>{t('settings.undoSecondsHint')}</p>
      {UNDO_CHANNELS.map(channel => {
        const { seconds, least, most } = limitsFor(channel, windows)
        const name = dynamicText(`channelName.${channel}`) ?? channel
        const text = (value: number): string =>
          value === 0 ? t('settings.undoOff') : t('settings.seconds', { count: value })
        const offered = OFFERED.filter(value => value >= least && value <= most)
        const own = ownSeconds(channel, settings)
        const value = own === null ? null : Math.min(most, Math.max(least, own))
        const all = value === null || offered.includes(value) ? offered : [...offered, value]
        return (
          <Row key={channel} label={name}>
            <NativeSelect
              aria-label={t('settings.undoFor', { channel: name })}
              value={value === null ? AS_TEAM : String(value)}
              disabled={least === most}
              onChange={({ currentTarget }) =>
                void changeSettings(
                  chosen(
                    settings,
                    channel,
                    currentTarget.value === AS_TEAM ? null : Number(currentTarget.value),
                  ),
                )
              }
              data={[
                { value: AS_TEAM, label: t('settings.asTeam', { value: text(seconds) }) },
                ...all.toSorted((a, b) => a - b).map(each => ({ value: String(each), label: text(each) })),
              ]}
            />
          </Row>
        )
      })}
    </>
  )
}
