import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueDetail, Reach, ReachLine } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { PersonalQuestion } from '../../components/personal-question.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reachOut } from '../../data/tell-all.ts'
import type { ReachResult, Words } from '../../data/tell-all.ts'
import { useUndoSeconds } from '../../data/undo-choice.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useAgent } from '../../stores/session-store.ts'
import classes from './issues.module.css'
import { NextCount } from './next-count.tsx'
import { SUBJECT, useWordsToMany } from './use-words-to-many.ts'
import type { WordsToMany } from './use-words-to-many.ts'
import { WordsInLanguages } from './words-in-languages.tsx'

/** Those it can hit next and who have not written: told before they find out. */
export function ReachOut({ detail }: { readonly detail: IssueDetail }) {
  const reach = useLiveQuery('knownIssues.reach', { issueId: detail.issue.id })
  if (reach.state === 'loading') return <Skeleton rows={4} />
  if (reach.state === 'failed') return <LoadFailed error={reach.error} onRetry={reach.reload} />
  return <Reachable detail={detail} reach={reach.value} />
}

type ReachableProps = { readonly detail: IssueDetail; readonly reach: Reach }

function Reachable({ detail, reach }: ReachableProps) {
  const { t } = useTranslation()
  const [results, setResults] = useState<readonly ReachResult[]>([])
  const failed = results.filter(({ problem }) => problem !== null)
  const { issue } = detail
  const hasReach = issue.productId !== null && issue.affectedVersions.length > 0
  const told = results.length - failed.length
  return (
    <>
      {told > 0 && (
        <p role="status" className={classes['hint']}>
          {t('knownIssues.reached', { count: told })}
        </p>
      )}
      {reach.known > 0 && (
        <p className={classes['hint']}>{t('knownIssues.knownAlready', { count: reach.known })}</p>
      )}
      {reach.lines.length === 0 && (
        <EmptyState>{t(hasReach ? 'knownIssues.nobodyLeft' : 'knownIssues.noReach')}</EmptyState>
      )}
      {hasReach && <Form detail={detail} lines={reach.lines} failed={failed} onDone={setResults} />}
    </>
  )
}

type FormProps = {
  readonly detail: IssueDetail
  readonly lines: readonly ReachLine[]
  readonly failed: readonly ReachResult[]
  readonly onDone: (results: readonly ReachResult[]) => void
}

/** Whom a mail goes to, its words, and what is asked before it leaves. */
function useReaching({ detail: { issue }, lines, onDone }: FormProps) {
  const agent = useAgent()
  const [left, setLeft] = useState<ReadonlySet<string>>(
    // Somebody who is being answered already is written to there, or by choice.
    new Set(lines.filter(line => line.openTicketId !== null).map(({ customerId }) => customerId)),
  )
  const [subject, setSubject] = useState(issue.title)
  const [words, setWords] = useState<Words>({ body: '', variants: [] })
  const [isRestMeant, setRestMeant] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const check = useWordsToMany([subject, words.body, ...words.variants.map(({ body }) => body)])
  const holdMs = useUndoSeconds('email') * 1_000
  const chosen = lines.filter(line => line.address !== null && !left.has(line.customerId))
  const isReady = words.body.trim() !== '' && subject.trim() !== '' && (chosen.length > 0 || isRestMeant)
  const send = async (): Promise<void> => {
    if (!agent || !isReady || !check.mayLeave()) return
    setBusy(true)
    const variants = words.variants.filter(({ body }) => body.trim() !== '')
    const text = { body: words.body.trim(), variants, subject: subject.trim() }
    const heldCustomerIds = isRestMeant ? lines.map(({ customerId }) => customerId) : null
    onDone(await reachOut({ ...text, issue, agent, lines: chosen, heldCustomerIds, holdMs }))
    setBusy(false)
  }
  return {
    left,
    setLeft,
    subject,
    setSubject,
    words,
    setWords,
    isRestMeant,
    setRestMeant,
    isBusy,
    check,
    chosen,
    isReady,
    send,
  }
}

function Form(props: FormProps) {
  const { t } = useTranslation()
  const { detail, lines, failed } = props
  const { left, subject, words, isRestMeant, check, ...reaching } = useReaching(props)
  const hasReceivers = lines.length > 0 || isRestMeant
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void reaching.send()
      }}
    >
      {hasReceivers && (
        <MailFields
          mail={{ subject, words }}
          onSubject={reaching.setSubject}
          onWords={reaching.setWords}
          check={check}
          languages={lines.map(({ language }) => language)}
          isForOthers={isRestMeant}
        />
      )}
      {lines.length > 0 && (
        <Receivers lines={lines} failed={failed} left={left} onChange={reaching.setLeft} />
      )}
      <Checkbox
        checked={isRestMeant}
        onChange={event => reaching.setRestMeant(event.currentTarget.checked)}
        label={t('issueCounts.writeRest')}
        description={t('issueCounts.writeRestHow')}
      />
      {isRestMeant && <NextCount issueId={detail.issue.id} held={lines} />}
      <PersonalQuestion
        asked={check.asked}
        onTakeOut={() => check.takeOut()}
        onSend={() => void reaching.send()}
      />
      {hasReceivers && (
        <Group justify="flex-end">
          <Button type="submit" loading={reaching.isBusy} disabled={!reaching.isReady}>
            {isRestMeant
              ? t('issueCounts.writeAll')
              : t('knownIssues.write', { count: reaching.chosen.length })}
          </Button>
        </Group>
      )}
    </form>
  )
}

type MailFieldsProps = {
  readonly mail: { readonly subject: string; readonly words: Words }
  readonly onSubject: (subject: string) => void
  readonly onWords: (change: (words: Words) => Words) => void
  readonly check: WordsToMany
  readonly languages: readonly (string | null)[]
  readonly isForOthers: boolean
}

function MailFields({ mail, onSubject, onWords, check, languages, isForOthers }: MailFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        ref={check.fieldOf(SUBJECT)}
        label={t('field.subject')}
        dir="auto"
        value={mail.subject}
        onChange={event => onSubject(event.currentTarget.value)}
      />
      <WordsInLanguages
        label={t('knownIssues.mail')}
        words={mail.words}
        onChange={onWords}
        check={check}
        languages={languages}
        isForOthers={isForOthers}
      />
    </>
  )
}

type ReceiversProps = Pick<FormProps, 'lines' | 'failed'> & {
  /** Left out by hand. */
  readonly left: ReadonlySet<string>
  readonly onChange: (left: ReadonlySet<string>) => void
}

function Receivers({ lines, failed, left, onChange }: ReceiversProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes['receivers']}>
      <legend>{t('knownIssues.goesTo')}</legend>
      {lines.map(line => (
        <Receiver
          key={line.customerId}
          line={line}
          problem={failed.find(({ customerId }) => customerId === line.customerId)?.problem ?? null}
          isIn={!left.has(line.customerId)}
          onChange={isIn => onChange(withOr(left, line.customerId, !isIn))}
        />
      ))}
    </fieldset>
  )
}

function withOr(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}

type ReceiverProps = {
  readonly line: ReachLine
  readonly problem: string | null
  readonly isIn: boolean
  readonly onChange: (isIn: boolean) => void
}

/** Why they are on the list, and what speaks against writing. */
function Receiver({ line, problem, isIn, onChange }: ReceiverProps) {
  const { t } = useTranslation()
  const { customerName, organisationName, assetName, version, address, openTicketId } = line
  const facts = [
    organisationName,
    `${assetName} ${version}`,
    address ?? t('knownIssues.noAddress'),
    openTicketId === null ? null : t('knownIssues.hasOpenTicket'),
    problem === null ? null : (dynamicText(`bulkReason.${problem}`) ?? t('bulkReason.other')),
  ]
  return (
    <Checkbox
      checked={isIn && address !== null}
      disabled={address === null}
      onChange={event => onChange(event.currentTarget.checked)}
      label={
        <span dir="auto">
          {customerName || t('customer.unnamed')}
          <small data-problem={problem !== null || undefined}>{facts.filter(Boolean).join(' · ')}</small>
        </span>
      }
    />
  )
}
