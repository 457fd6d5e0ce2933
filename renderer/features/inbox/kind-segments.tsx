import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KindFilter } from '../../../shared/contract/threads.ts'
import { shownCount, useFrontCounts } from '../../data/use-front-view.ts'
import { showKind, useUi } from '../../stores/ui-store.ts'
import classes from './inbox.module.css'

/** All, service, support, both, each with how many there are in the view. */
export function KindSegments() {
  const { t } = useTranslation()
  const kind = useUi(state => state.kind)
  const counts = useFrontCounts()
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
              <span className={classes['segmentCount']}>{shownCount(counts, value)}</span>
            </>
          ),
        }))}
      />
    </div>
  )
}
