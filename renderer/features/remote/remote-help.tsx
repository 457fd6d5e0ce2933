import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Input, Textarea } from '@mantine/core'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { RemoteLine } from '../../../shared/contract/diagnosis.ts'
import { Chip } from '../../components/chip.tsx'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { endRemote } from '../../data/diagnosis-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now, useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { moment, span } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import { closeForm, useDiagnosisForm } from '../../stores/diagnosis-store.ts'
import { RemoteForm } from './remote-form.tsx'
import classes from './remote.module.css'

type RemoteHelpProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** Region "Remote help": who allowed a look from afar, how long it took, what was done. */
export function RemoteHelp({ card, ticketId }: RemoteHelpProps) {
  const { t } = useTranslation()
  const sessions = useLiveValue('remote.list', ticketId === null ? null : { ticketId }) ?? []
  const isOpen = useDiagnosisForm(ticketId) === 'remote'
  if (ticketId === null || (sessions.length === 0 && !isOpen)) return null
  return (
    <Section title={t('remote.title')} detail={sessions.length > 1 ? sessions.length : undefined}>
      {isOpen && <RemoteForm card={card} ticketId={ticketId} onDone={closeForm} />}
      <ul>
        {sessions.map(session => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  )
}

function Session({ session }: { readonly session: RemoteLine }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isWriting, setWriting] = useState(false)
  const { tool, consent, consentBy, consentVia, startedAtMs, endedAtMs, done, agentName } = session
  const isRefused = consent === 'refused'
  const isRunning = endedAtMs === null
  const way = dynamicText(`consentWay.${consentVia}`) ?? consentVia
  const allowed = t(isRefused ? 'remote.refusedBy' : 'remote.allowedBy', { who: consentBy, way })
  const detail = [allowed, agentName && shortName(agentName), moment(startedAtMs, nowMs)]
  const length = span((endedAtMs ?? nowMs) - startedAtMs)
  return (
    <>
      <Line
        title={tool}
        detail={[...detail, done].filter(Boolean).join(' · ')}
        aside={
          isRefused ? (
            <Chip tone="warning">{t('remote.refused')}</Chip>
          ) : (
            <Chip tone={isRunning ? 'support' : 'plain'}>{length}</Chip>
          )
        }
        quiet={
          isRefused || isRunning ? undefined : (
            <LineMenu what={tool} actions={[{ label: t('remote.describe'), run: () => setWriting(true) }]} />
          )
        }
      />
      {isRunning && !isWriting && (
        <li className={classes['end']}>
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {t('remote.end')}
          </Button>
        </li>
      )}
      {isWriting && (
        <li>
          <DoneForm session={session} onDone={() => setWriting(false)} />
        </li>
      )}
    </>
  )
}

type DoneFormProps = { readonly session: RemoteLine; readonly onDone: () => void }

/** What was done on their machine: nobody else was there to see it. */
function DoneForm({ session, onDone }: DoneFormProps) {
  const { t } = useTranslation()
  const [done, setDone] = useState(session.done ?? '')
  const [untilMs, setUntil] = useState(session.endedAtMs)
  const [openedAtMs] = useState(now)
  const save = async (): Promise<void> => {
    const end = { done: done.trim(), endedAtMs: untilMs ?? now() }
    if ((await endRemote(session, end)) !== null) onDone()
  }
  return (
    <FormInPlace
      saveLabel={t('common.save')}
      canSave={done.trim() !== ''}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        label={t('remote.done')}
        value={done}
        onChange={event => setDone(event.currentTarget.value)}
      />
      <Input.Wrapper label={t('remote.until')}>
        <WhenInput isBare label={t('remote.until')} valueMs={untilMs ?? openedAtMs} onChange={setUntil} />
      </Input.Wrapper>
    </FormInPlace>
  )
}
