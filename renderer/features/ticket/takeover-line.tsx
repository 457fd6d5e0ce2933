import { IconRobot } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { isWaiting } from '../../../shared/rules/takeover/takeover.ts'
import { isTicketDone } from '../../../shared/rules/thread-life.ts'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import classes from './triage-line.module.css'

/** "A bot spoke with them: they want a person", until somebody has it; then who, and since when. */
export function TakeoverLine({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const nowMs = useNow()
  const { takeover, threads } = view
  if (takeover === null || isTicketDone(threads)) return null
  const { takenByName, takenAtMs } = takeover
  const reason = t(`takeover.reason.${takeover.reason}`)
  const who = takenByName === null ? t('ticket.colleague') : shortName(takenByName)
  const because = takeover.words?.trim() ?? ''
  const said = isWaiting(takeover) ? because : t('takeover.before', { reason })
  return (
    <div className={classes['line']} role="group" aria-label={t('takeover.label')}>
      <span className={classes['whole']}>
        <span className={classes['what']} dir="auto" title={takeover.bot}>
          <IconRobot size={15} stroke={1.6} aria-hidden />
          {isWaiting(takeover)
            ? t('takeover.spoke', { reason })
            : t('takeover.taken', { who, time: moment(takenAtMs ?? nowMs, nowMs) })}
        </span>
        {said !== '' && (
          <span className={classes['said']} dir="auto" title={because}>
            {said}
          </span>
        )}
      </span>
      {isWaiting(takeover) && !isGuest && (
        <SmallButton onClick={() => runCommand('ticket.takeOver')}>
          {t('takeover.take')} <Keys shortcut={shortcutFor('ticket.takeOver') ?? ''} />
        </SmallButton>
      )}
    </div>
  )
}
