import { useTranslation } from 'react-i18next'
import type { CustomerCard, IssueMatch } from '../../../shared/contract/customers.ts'
import { Chip } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { linkIssue, unlinkIssue } from '../../data/customer-intents.ts'
import { useIsGuest } from '../../data/guest.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { act } from '../../data/use-action.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { showIssue } from '../../stores/issue-store.ts'
import { read, searchFor } from '../../stores/ui-store.ts'
import classes from './support-pane.module.css'

const SHOWN = 3
/** What fits less is noise beside a ticket; the search finds it. */
const LEAST = 0.4

type IssuesProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** Known issues the ticket has, then those that fit, each with what speaks for it. */
export function Issues({ card, ticketId }: IssuesProps) {
  const { t } = useTranslation()
  const { issues } = card.support
  const linked = issues.filter(({ linkId }) => linkId !== null)
  const fitting = issues.filter(({ linkId, score }) => linkId === null && score >= LEAST).slice(0, SHOWN)
  if (linked.length + fitting.length === 0) return null
  return (
    <>
      {linked.length > 0 && (
        <Section title={t('support.linkedIssues')} detail={linked.length > 1 ? linked.length : undefined}>
          <ul>
            {linked.map(match => (
              <Issue key={match.issue.id} match={match} ticketId={ticketId} />
            ))}
          </ul>
        </Section>
      )}
      {fitting.length > 0 && (
        <Section title={t('support.issues')}>
          <ul>
            {fitting.map(match => (
              <Issue key={match.issue.id} match={match} ticketId={ticketId} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type IssueProps = { readonly match: IssueMatch; readonly ticketId: string | null }

function Issue({ match, ticketId }: IssueProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const { issue, score, reasons, linkId } = match
  const state = dynamicText(`issueState.${issue.state}`) ?? issue.state
  const { workaround } = issue
  const actions: readonly (LineAction | null)[] = [
    workaround !== null && canInsert()
      ? { label: t('support.insertWorkaround'), run: () => insertWords(workaround) }
      : null,
    workaround === null
      ? null
      : { label: t('support.copyWorkaround'), run: () => void act('app.copyText', { text: workaround }) },
    isGuest ? null : { label: t('knownIssues.openRegister'), run: () => showIssue(issue.id) },
    linkOrUnlink(match, isGuest ? null : ticketId, {
      link: t('support.linkIssue'),
      unlink: t('support.unlinkIssue'),
    }),
  ]
  return (
    <>
      <Line
        title={`${issue.code} ${issue.title}`}
        detail={issue.fixedInVersion ? t('support.fixedIn', { version: issue.fixedInVersion }) : state}
        aside={
          linkId === null ? (
            <Chip tone="support">{t('support.score', { percent: Math.round(score * 100) })}</Chip>
          ) : (
            <Chip tone="support">{t('support.linked')}</Chip>
          )
        }
        quiet={<LineMenu what={issue.code} actions={actions} />}
        onOpen={() => read({ type: 'known-issue', id: issue.id })}
      />
      {reasons.length > 0 && linkId === null && (
        <li className={classes['reasons']}>
          <span>{t('support.because')}</span>
          {reasons.map(({ key, value }) => (
            <button
              key={`${key} ${value}`}
              type="button"
              onClick={() => searchFor({ isOpen: true, text: value, scope: 'all' })}
            >
              {dynamicText(`reason.${key}`, { value }) ?? value}
            </button>
          ))}
        </li>
      )}
    </>
  )
}

type Labels = { readonly link: string; readonly unlink: string }

function linkOrUnlink(
  { issue, linkId }: IssueMatch,
  ticketId: string | null,
  labels: Labels,
): LineAction | null {
  if (ticketId === null) return null
  return linkId === null
    ? { label: labels.link, run: () => void linkIssue(ticketId, issue.id) }
    : { label: labels.unlink, run: () => void unlinkIssue(ticketId, linkId) }
}
