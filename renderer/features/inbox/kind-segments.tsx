import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KindFilter } from '../../../shared/contract/threads.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { count } from '../../lib/format.ts'
import { showKind, useUi } from '../../stores/ui-store.ts'
import classes from './inbox.module.css'

/** All, service, support, both, each with how many there are in the view. */
export function KindSegments() {
  const { t } = useTranslation()
  const kind = useUi(state => state.kind)
  const view = useUi(state => state.view)
  const counts = useLiveValue('threads.counts', {})?.[view]
  return (
    <div className={classes['segments']}>
      <SegmentedControl<KindFilter>
        aria-label={t('inbox.kinds')}
        value={kind}
        onChange={showKind}
        data={KindFilter.options.map(value => ({
          value,
          label: (
            <>
              {t(`kindFilter.${value}`)}{' '}
              <span className={classes['segmentCount']}>{counts ? count(counts[value]) : ''}</span>
            </>
          ),
        }))}
      />
    </div>
  )
}
