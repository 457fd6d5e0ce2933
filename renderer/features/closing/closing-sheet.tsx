import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fields } from '../../../shared/domain/values.ts'
import { closingRule } from '../../../shared/rules/closing/closing-rule.ts'
import { FIRST_CONTACT_WINDOW_MS } from '../../../shared/rules/closing/first-contact.ts'
import { unresolvedOf } from '../../../shared/rules/closing/unresolved.ts'
import { isDone } from '../../../shared/rules/thread-life.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { closingSteps } from '../../data/closing-steps.ts'
import type { ClosingAt } from '../../data/closing-steps.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import { now } from '../../lib/clock.ts'
import { focusOn } from '../../lib/focus-targets.ts'
import { moment } from '../../lib/format.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { endClosing, useClosing } from '../../stores/closing-store.ts'
import './builtin-steps.tsx'
import classes from './closing.module.css'
import { recordAnswers } from './record-answers.ts'
import { UnfinishedGuides } from './unfinished-guides.tsx'

const DAY_MS = 86_400_000

/**
 * Asked after a thread was closed, below the conversation: what is not known yet, answered with one key or passed over.
 * It never takes the focus by itself and never keeps anything from happening; the thread is closed already.
 */
export function ClosingSheet() {
  const asked = useClosing(state => state.asked)
  const rule = useTeamRule('closing')
  const view = useLiveValue('tickets.closing', asked === null ? null : { ticketId: asked.ticketId })
  const thread = view?.threads.find(({ id }) => id === asked?.threadId)
  if (!asked || rule === undefined || !view || !thread || !isDone(thread)) return null
  const values = closingRule(rule)
  if (thread.kind === 'other' || !values[thread.kind]) return null
  return <Sheet key={thread.id} at={{ view, thread, rule: values }} />
}

/** Enter in a field; on a button, or choosing from a list, it has a meaning of its own. */
const answersAt = (event: React.KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.defaultPrevented && !(event.target instanceof HTMLButtonElement)

function Sheet({ at }: { readonly at: ClosingAt }) {
  const { t } = useTranslation()
  const root = useRef<HTMLElement>(null)
  const { view, thread } = at
  // What was asked first stays asked: a follow-up that is added meanwhile does not take its own question away.
  const [steps] = useState(() => closingSteps().filter(step => step.isAsked(at)))
  const [answers, setAnswers] = useState<Fields>(() =>
    Object.assign({}, ...steps.map(step => step.defaults(at))),
  )
  const end = (): void => {
    // Whoever was in it goes on where they came from.
    if (root.current?.contains(document.activeElement)) focusOn('conversation')
    endClosing()
  }
  const apt = steps.filter(({ isApt }) => isApt?.(answers, at) ?? true)
  const accept = (): void => {
    end()
    const passed = new Set(
      steps.filter(step => !apt.includes(step)).flatMap(step => Object.keys(step.defaults(at))),
    )
    const given = Object.fromEntries(Object.entries(answers).filter(([key]) => !passed.has(key)))
    void recordAnswers({ at, steps: apt, answers: given })
  }
  useWishes(root, accept)
  const name = ticketName({ number: view.number, localNumber: view.localNumber })
  return (
    <section
      ref={root}
      className={classes['sheet']}
      aria-label={t('between.closing')}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Escape') end()
        if (!answersAt(event)) return
        event.preventDefault()
        accept()
      }}
    >
      <header className={classes['head']}>
        {thread.kind !== 'other' && <KindMark kind={thread.kind} />}
        <h2 dir="auto">{t('between.closingOf', { ticket: name, customer: view.customerName })}</h2>
        <span className={classes['space']} />
        <Ends onPass={end} onAccept={accept} />
      </header>
      <Warnings at={at} answers={answers} />
      <UnfinishedGuides ticketId={view.ticketId} />
      <div className={classes['questions']}>
        {apt.map(({ key, Question }) => (
          <Question
            key={key}
            {...at}
            answers={answers}
            onAnswer={changed => setAnswers(before => ({ ...before, ...changed }))}
          />
        ))}
      </div>
    </section>
  )
}

type EndsProps = { readonly onPass: () => void; readonly onAccept: () => void }

function Ends({ onPass, onAccept }: EndsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Button variant="subtle" size="xs" onClick={onPass}>
        {t('between.passOver')}
      </Button>
      <Button
        size="xs"
        onClick={onAccept}
        rightSection={<Keys shortcut={shortcutFor('closing.accept') ?? ''} />}
      >
        {t('between.record')}
      </Button>
    </>
  )
}

/** Keys reach it from anywhere: one goes there, one accepts what stands. */
function useWishes(root: React.RefObject<HTMLElement | null>, accept: () => void): void {
  const focusWish = useClosing(state => state.focusWish)
  const acceptWish = useClosing(state => state.acceptWish)
  const [seen] = useState({ focusWish, acceptWish })
  const run = useRef(accept)
  useEffect(() => {
    run.current = accept
  })
  useEffect(() => {
    if (focusWish > seen.focusWish) root.current?.querySelector('input')?.focus()
  }, [focusWish, seen, root])
  useEffect(() => {
    if (acceptWish > seen.acceptWish) run.current()
  }, [acceptWish, seen])
}

type WarningsProps = { readonly at: ClosingAt; readonly answers: Fields }

/** What is still owed, what came of a painful incident, and why nobody is asked for an opinion. */
function Warnings({ at: { view, thread }, answers }: WarningsProps) {
  const { t } = useTranslation()
  const isFirst = view.firstContact[thread.id] === 'candidate' && unresolvedOf(answers) === null
  const { openPromises, openFollowUps, handshake, escalatedTo, silence } = view
  const [promise] = openPromises
  const [followUp] = openFollowUps.filter(({ id }) => id !== handshake?.followUpId)
  const at = (dueAtMs: number): string => moment(dueAtMs, now())
  const isOwed = Boolean(promise ?? followUp) || escalatedTo.length > 0
  if (!isOwed && !handshake && !silence && !isFirst) return null
  return (
    <div className={classes['said']}>
      {promise && (
        <Warning
          text={t('between.promiseOpen', {
            count: openPromises.length,
            what: promise.promise,
            when: at(promise.dueAtMs),
          })}
        />
      )}
      {followUp && (
        <p className={classes['known']} dir="auto">
          {t('between.nextKnown', { what: followUp.title, when: at(followUp.dueAtMs) })}
        </p>
      )}
      {handshake && <p className={classes['known']}>{t('between.handshakePlanned')}</p>}
      {escalatedTo.map(tier => (
        <Warning key={tier} text={t('between.stillEscalated', { tier: t(`escalationTier.${tier}`) })} />
      ))}
      {isFirst && (
        <p className={classes['known']}>
          {t('between.firstContact', { count: FIRST_CONTACT_WINDOW_MS / DAY_MS })}
        </p>
      )}
      {silence && <p className={classes['known']}>{t(`between.silence.${silence.because}`)}</p>}
    </div>
  )
}

const Warning = ({ text }: { readonly text: string }) => (
  <p className={classes['warn']}>
    <IconAlertTriangle aria-hidden />
    <span dir="auto">{text}</span>
  </p>
)
