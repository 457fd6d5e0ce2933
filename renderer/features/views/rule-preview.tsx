import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeRule } from '../../../shared/rules/saved-views/describe.ts'
import { isSound } from '../../../shared/rules/saved-views/problems.ts'
import type { ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import type { ViewCount } from '../../../shared/contract/views.ts'
import { useVocabulary } from '../../components/conditions/use-vocabulary.ts'
import { shownCount } from '../../data/use-front-view.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import classes from './views.module.css'

const PAUSE_MS = 200

/** The rule a moment after it was last changed: nobody counts for every key. */
function useSettled(rule: ViewRule): ViewRule {
  const [settled, setSettled] = useState(rule)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [rule])
  return settled
}

/** What the view lists, as a sentence, and how many that are now. */
export function RulePreview({ rule }: { readonly rule: ViewRule }) {
  const { t } = useTranslation()
  const words = useVocabulary(rule.groups.flatMap(({ conditions }) => conditions))
  const settled = useSettled(rule)
  const counts = useLiveValue('views.count', isSound(settled) ? { rule: settled } : null)
  const [last, setLast] = useState<ViewCount | null>(null)
  useEffect(() => {
    if (counts) setLast(counts)
  }, [counts])
  const shown = counts ?? last
  return (
    <div className={classes['preview']}>
      <p dir="auto">{describeRule(rule, words)}</p>
      <p role="status">
        {!isSound(rule)
          ? t('view.unfinished')
          : shown === null
            ? t('view.counting')
            : `${t('view.preview', { count: shown.all, shown: shownCount(shown, 'all') })} · ${t(
                'view.previewKinds',
                { service: shownCount(shown, 'service'), support: shownCount(shown, 'support') },
              )}`}
      </p>
    </div>
  )
}
