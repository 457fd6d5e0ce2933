import { IconCircleCheck, IconLuggage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { runCommand } from '../../commands/command-table.ts'
import { makeReady } from '../../data/make-ready.ts'
import { useReadiness } from '../../data/use-readiness.ts'
import type { Readiness } from '../../data/use-readiness.ts'
import { count, fileSize } from '../../lib/format.ts'
import { useIsMakingReady } from '../../stores/ready-store.ts'
import classes from './sync-status.module.css'

/** The gravest thing that is missing, in a few words. */
function wordsOf({ missing, missingFiles }: Readiness, t: TFunction): string {
  const [gravest] = missing
  if (gravest === undefined) return t('offline.ready')
  if (gravest !== 'files') return t(`offline.missing.${gravest}`)
  const { count: files, bytes } = missingFiles
  return t('offline.missing.files', { count: files, shown: count(files), size: fileSize(bytes) })
}

/** Green: this laptop can go without network for a day. Amber: what is missing, and the one thing to do about it. */
export function ReadyLight() {
  const { t } = useTranslation()
  const readiness = useReadiness()
  const isBusy = useIsMakingReady()
  if (!readiness) return null
  const isReady = readiness.missing.length === 0
  const canFetch = !isReady && !readiness.isAway && readiness.missing[0] !== 'filling'
  const Icon = isReady ? IconCircleCheck : IconLuggage
  return (
    <span className={classes['ready']} data-ready={isReady || undefined}>
      <button type="button" className={classes['light']} onClick={() => runCommand('offline.open')}>
        <Icon size={14} stroke={1.8} aria-hidden />
        {wordsOf(readiness, t)}
      </button>
      {canFetch && (
        <button
          type="button"
          className={classes['act']}
          aria-disabled={isBusy || undefined}
          onClick={() => void makeReady()}
        >
          {t(isBusy ? 'offline.making' : 'offline.make')}
        </button>
      )}
    </span>
  )
}
