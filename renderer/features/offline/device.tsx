import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceUsage } from '../../../shared/contract/offline.ts'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Section } from '../../components/section.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { showNotice } from '../../data/toasts.ts'
import { act } from '../../data/use-action.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { count, fileSize } from '../../lib/format.ts'
import classes from './offline.module.css'

/** What lies on this device, by kind, and what of it can go. */
export function DeviceSection() {
  const { t } = useTranslation()
  const usage = useLiveQuery('offline.usage', {})
  return (
    <Section
      title={t('offline.device')}
      detail={
        usage.state === 'ready' ? fileSize(usage.value.databaseBytes + usage.value.files.bytes) : undefined
      }
    >
      {usage.state === 'loading' && <Skeleton rows={4} />}
      {usage.state === 'failed' && <LoadFailed error={usage.error} onRetry={usage.reload} />}
      {usage.state === 'ready' && <Usage usage={usage.value} />}
    </Section>
  )
}

function Usage({ usage }: { readonly usage: DeviceUsage }) {
  const { t } = useTranslation()
  const { kinds, files, removable } = usage
  const rows = kinds.filter(({ rows: found }) => found > 0)
  return (
    <>
      <table className={classes['usage']}>
        <thead>
          <tr>
            <th scope="col">{t('offline.kindHead')}</th>
            <th scope="col">{t('offline.rowsHead')}</th>
            <th scope="col">{t('offline.sizeHead')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, rows: found, bytes }) => (
            <tr key={kind}>
              <th scope="row">{t(`offline.kind.${kind}`)}</th>
              <td>{count(found)}</td>
              <td>{fileSize(bytes)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('offline.kind.files')}</th>
            <td>{count(files.count)}</td>
            <td>{fileSize(files.bytes)}</td>
          </tr>
        </tbody>
      </table>
      <Remove removable={removable} />
    </>
  )
}

function Remove({ removable }: Pick<DeviceUsage, 'removable'>) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setBusy(true)
    const removed = await act('offline.removeFiles', {})
    setBusy(false)
    if (removed !== null)
      showNotice(t('offline.removed', { count: removed.count, size: fileSize(removed.bytes) }))
  }
  return (
    <div className={classes['remove']}>
      <p className={classes['quiet']}>{t('offline.keptBecause')}</p>
      {removable.count > 0 && (
        <Button variant="default" loading={isBusy} onClick={() => void remove()}>
          {t('offline.removeFiles', { count: removable.count, size: fileSize(removable.bytes) })}
        </Button>
      )}
    </div>
  )
}
