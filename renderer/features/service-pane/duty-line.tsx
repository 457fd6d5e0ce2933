import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { shortName } from '../../lib/short-name.ts'
import { useAgent } from '../../stores/session-store.ts'
import { DueText } from './due-text.tsx'

type DutyLineProps = {
  readonly title: string
  readonly what: string
  readonly dueAtMs: number
  readonly ownerId: string | null
  /** Of the box in front: "Kept: …", "Done: …". */
  readonly label: string
  readonly onDone: () => void
  readonly onReschedule: (dueAtMs: number) => void
  /** Ends it with words about how it went; not there where words have no place. */
  readonly onOutcome?: (outcome: string) => void
  /** Puts the canned text it is to be written with into the reply; null where there is none. */
  readonly write?: (() => void) | null
  /** Other ways it can end. */
  readonly ends: readonly LineAction[]
}
type Asked = 'when' | 'outcome' | null

/** One thing to be done for the customer: ticked off, moved or ended where it stands. */
export function DutyLine(props: DutyLineProps) {
  const { t } = useTranslation()
  const { title, what, dueAtMs, ownerId, label, onDone, onReschedule, onOutcome, write, ends } = props
  const owner = useOwner(ownerId)
  const [asked, setAsked] = useState<Asked>(null)
  const close = (): void => setAsked(null)
  const actions: readonly (LineAction | null)[] = [
    { label: t('service.reschedule'), run: () => setAsked('when') },
    onOutcome ? { label: t('service.withOutcome'), run: () => setAsked('outcome') } : null,
    write && canInsert() ? { label: t('relation.followUp.write'), run: write } : null,
    canInsert() ? { label: t('service.mention'), run: () => insertWords(title) } : null,
    ...ends,
  ]
  return (
    <>
      <Line
        lead={<Checkbox mt={2} aria-label={label} checked={false} onChange={onDone} />}
        title={title}
        detail={<DueText dueAtMs={dueAtMs} owner={owner} what={what} />}
        quiet={<LineMenu what={title} actions={actions} />}
      />
      {asked !== null && (
        <li>
          {asked === 'when' && (
            <NewTime
              dueAtMs={dueAtMs}
              onSave={at => {
                close()
                onReschedule(at)
              }}
              onCancel={close}
            />
          )}
          {asked === 'outcome' && (
            <Outcome
              onSave={words => {
                close()
                onOutcome?.(words)
              }}
              onCancel={close}
            />
          )}
        </li>
      )}
    </>
  )
}

type NewTimeProps = {
  readonly dueAtMs: number
  readonly onSave: (dueAtMs: number) => void
  readonly onCancel: () => void
}

function NewTime({ dueAtMs, onSave, onCancel }: NewTimeProps) {
  const { t } = useTranslation()
  const [atMs, setAtMs] = useState(dueAtMs)
  return (
    <FormInPlace saveLabel={t('service.move')} onSave={() => onSave(atMs)} onCancel={onCancel}>
      <WhenInput label={t('service.due')} valueMs={atMs} onChange={setAtMs} />
    </FormInPlace>
  )
}

type OutcomeProps = { readonly onSave: (words: string) => void; readonly onCancel: () => void }

function Outcome({ onSave, onCancel }: OutcomeProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  return (
    <FormInPlace saveLabel={t('service.done')} onSave={() => onSave(words.trim())} onCancel={onCancel}>
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        label={t('service.outcome')}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
    </FormInPlace>
  )
}

function useOwner(ownerId: string | null): string | null {
  const { t } = useTranslation()
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  if (ownerId === null) return null
  if (ownerId === me?.id) return t('ticket.youLower')
  const name = directory?.agents.find(agent => agent.id === ownerId)?.name
  return name === undefined ? null : shortName(name)
}
