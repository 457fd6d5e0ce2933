import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExperienceView } from '../../../shared/contract/between.ts'
import type { Health, HealthReason, HealthRow } from '../../../shared/rules/health/health.ts'
import { Chip } from '../../components/chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { badMomentText } from '../../lib/bad-moment-text.ts'
import { useNow } from '../../lib/clock.ts'
import { HEALTH_TONES } from '../../lib/health-tones.ts'
import { dateOnly } from '../../lib/format.ts'
import { reasonText, rowText } from '../../lib/portrait-words.ts'
import { openTicket } from '../../stores/tabs-store.ts'
import classes from './portrait.module.css'

type HealthChipProps = { readonly health: Health; readonly experience: ExperienceView | null }

/** How well it goes, as one number; one click says everything that made it so, and each reason opens its rows. */
export function HealthChip({ health, experience }: HealthChipProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { score, band } = health
  const text = t('portrait.health', { score, word: t(`customer.healthWord.${band}`) })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['chipButton']}
          aria-expanded={isOpen}
          aria-label={t('portrait.whyHealth', { health: text })}
          onClick={() => setOpen(!isOpen)}
        >
          <Chip tone={HEALTH_TONES[band]}>{text}</Chip>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['why']}>
          <HealthReasons health={health} experience={experience} />
          <SmallButton onClick={() => setOpen(false)}>{t('triage.close')}</SmallButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The sum, written out: from 100, less what speaks against them, up for what they praised. */
export function HealthReasons({ health, experience }: HealthChipProps) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <strong>{t('portrait.outOf', { score: health.score })}</strong>
        {' · '}
        {t('portrait.risk', { risk: t(`portrait.risks.${health.risk}`) })}
      </p>
      {health.reasons.length === 0 && <p>{t('portrait.nothingAgainst')}</p>}
      <ul>
        {health.reasons.map(reason => (
          <Reason key={reason.signal} reason={reason} experience={experience} />
        ))}
      </ul>
    </>
  )
}

type ReasonProps = { readonly reason: HealthReason; readonly experience: ExperienceView | null }
/** More than this are for the timeline. */
const ROWS_SHOWN = 4

function Reason({ reason, experience }: ReasonProps) {
  const { points, rows } = reason
  const sign = points > 0 ? '+' : '−'
  return (
    <li>
      <span className={classes['points']}>
        {sign}
        {Math.abs(points)}
      </span>
      <div>
        <span>{reasonText(reason)}</span>
        {rows.slice(0, ROWS_SHOWN).map(row => (
          <ReasonRow key={row.id} row={row} experience={experience} />
        ))}
      </div>
    </li>
  )
}

type ReasonRowProps = { readonly row: HealthRow; readonly experience: ExperienceView | null }

function ReasonRow({ row, experience }: ReasonRowProps) {
  const nowMs = useNow()
  const moment = experience?.moments.find(({ id }) => id === row.id)
  const text = moment ? `${badMomentText(moment)} · ${dateOnly(row.atMs, nowMs)}` : rowText(row, nowMs)
  const { ticketId } = row
  if (ticketId === null) return <small dir="auto">{text}</small>
  return (
    <button type="button" className={classes['row']} dir="auto" onClick={() => openTicket(ticketId)}>
      {text}
    </button>
  )
}
