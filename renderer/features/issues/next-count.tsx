import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueNextAnswer } from '../../../shared/protocol/issue-next.ts'
import { desk } from '../../desk.ts'
import { count } from '../../lib/format.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import classes from './issues.module.css'

type NextCountProps = {
  readonly issueId: string
  /** Those this laptop shows. */
  readonly held: readonly { readonly customerId: string }[]
}

/** How many the hub would write to beyond this laptop, said before anything begins. */
export function NextCount({ issueId, held }: NextCountProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const [answer, setAnswer] = useState<IssueNextAnswer | null>(null)
  const ids = held.map(({ customerId }) => customerId).join(' ')
  useEffect(() => {
    if (isAway) return
    let isStale = false
    const take = (found: IssueNextAnswer | null): void => {
      if (!isStale) setAnswer(found)
    }
    const exceptCustomerIds = ids === '' ? [] : ids.split(' ')
    desk.call('knownIssues.countNext', { issueId, exceptCustomerIds }).then(take, () => take(null))
    return () => {
      isStale = true
    }
  }, [issueId, ids, isAway])
  const words =
    isAway || answer === null
      ? [t('issueCounts.nextUnknown')]
      : [
          t('issueCounts.nextCount', { count: answer.count, shown: count(answer.count) }),
          answer.left > 0 && t('issueCounts.nextLeft', { count: answer.left, shown: count(answer.left) }),
        ]
  return (
    <p role="status" className={classes['hint']}>
      {words.filter(Boolean).join(' ')}
    </p>
  )
}
