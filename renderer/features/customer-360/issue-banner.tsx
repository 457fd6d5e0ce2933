import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard, IssueMatch } from '../../../shared/contract/customers.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { showIssue } from '../../stores/issue-store.ts'
import classes from './issue-banner.module.css'

const GOES_ON: ReadonlySet<string> = new Set(['investigating', 'known', 'fixing'])

/** It has hit them, or it can: they run a version it is about. Words alone are a guess, and the support pane has those. */
const concerns = ({ issue, linkId, reasons }: IssueMatch): boolean =>
  GOES_ON.has(issue.state) && (linkId !== null || reasons.some(({ key }) => key === 'version'))

/** Above both panes: what is known to be wrong with what they have, so that service knows it too. */
export function IssueBanner({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const [first, ...others] = card.support.issues.filter(concerns)
  if (!first) return null
  const { issue } = first
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
          others.length > 0 ? t('knownIssues.andOthers', { count: others.length }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </button>
  )
}
