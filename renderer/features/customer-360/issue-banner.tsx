import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard, IssueMatch } from '../../../shared/contract/customers.ts'
import type { KnownIssue } from '../../../shared/domain/knowledge.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { showIssue } from '../../stores/issue-store.ts'
import classes from './issue-banner.module.css'

const GOES_ON: ReadonlySet<string> = new Set(['investigating', 'known', 'fixing'])

/** It has hit them, or it can: they run a version it is about. Words alone are a guess, and the support pane has those. */
const concerns = ({ issue, linkId, reasons }: IssueMatch): boolean =>
  GOES_ON.has(issue.state) && (linkId !== null || reasons.some(({ key }) => key === 'version'))

type Concerning = Pick<KnownIssue, 'id' | 'code' | 'title' | 'state'> & { readonly fixedIn: string | null }

/** Each issue once: what the ticket at hand has or their things run, then what other tickets of theirs have. */
function concerning({ support: { issues, incidents } }: CustomerCard): readonly Concerning[] {
  const own = issues.filter(concerns).map(({ issue }) => ({ ...issue, fixedIn: issue.fixedInVersion }))
  const others = incidents
    .filter(({ issueState }) => GOES_ON.has(issueState))
    .map(({ issueId: id, code, title, issueState: state }) => ({ id, code, title, state, fixedIn: null }))
  return [
    ...new Map([...others.toReversed(), ...own.toReversed()].map(each => [each.id, each])).values(),
  ].toReversed()
}

/** Above both panes: what is known to be wrong with what they have, so that service knows it too. */
export function IssueBanner({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const [issue, ...others] = concerning(card)
  if (!issue) return null
  return (
    <button
      type="button"
      className={classes['banner']}
      title={issue.title}
      onClick={() => showIssue(issue.id)}
    >
      <IconAlertTriangle size={15} aria-hidden />
      <span dir="auto">
        <strong>{issue.code}</strong> {issue.title}
      </span>
      <small>
        {[
          dynamicText(`issueState.${issue.state}`),
          issue.fixedIn === null ? null : t('knownIssues.fixedInShort', { version: issue.fixedIn }),
          others.length > 0 ? t('knownIssues.andOthers', { count: others.length }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </button>
  )
}
