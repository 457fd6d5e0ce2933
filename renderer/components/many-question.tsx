import { IconShieldExclamation } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkPersonal } from '../../shared/contract/bulk.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { ticketName } from '../lib/ticket-name.ts'
import { PersonalName } from './personal-chip.tsx'
import personal from './personal.module.css'
import { SmallButton } from './small-button.tsx'

/** Tickets that are named; the rest is counted. */
const MOST = 5

type ManyQuestionProps = {
  readonly found: readonly BulkPersonal[]
  readonly onLeaveOut: () => void
  readonly onSend: () => void
}

/** Asked once before replies to many leave in which something personal stands: whose, what, and what to do. */
export function ManyQuestion({ found, onLeaveOut, onSend }: ManyQuestionProps) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.querySelector('button')?.focus(), [])
  const shown = found.slice(0, MOST)
  const names = useLiveValue('tickets.names', { ticketIds: shown.map(({ ticketId }) => ticketId) }) ?? []
  return (
    <div ref={line} className={personal['question']} role="alert">
      <IconShieldExclamation aria-hidden />
      <span>
        <strong>{t('personal.askMany', { count: found.length })}</strong>{' '}
        {shown.map(({ ticketId, findings }) => {
          const name = names.find(each => each.ticketId === ticketId)
          return (
            <span key={ticketId} className={personal['cited']}>
              {name && (
                <bdi>
                  {ticketName(name)} {name.customerName}
                </bdi>
              )}
              {' · '}
              {findings.map(each => (
                <span key={`${each.at} ${each.words}`}>
                  <PersonalName finding={each} /> <q dir="auto">{each.words}</q>{' '}
                </span>
              ))}
            </span>
          )
        })}
        {found.length > MOST && t('personal.more', { count: found.length - MOST })}
      </span>
      <SmallButton onClick={onLeaveOut}>{t('personal.leaveOut')}</SmallButton>
      <SmallButton onClick={onSend}>{t('personal.send')}</SmallButton>
    </div>
  )
}
