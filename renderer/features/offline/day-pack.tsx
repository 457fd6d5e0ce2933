import { Button, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DayPack } from '../../../shared/contract/offline.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { Section } from '../../components/section.tsx'
import { makeReady } from '../../data/make-ready.ts'
import { act } from '../../data/use-action.ts'
import { useReadiness } from '../../data/use-readiness.ts'
import type { Readiness } from '../../data/use-readiness.ts'
import { count, fileSize, moment } from '../../lib/format.ts'
import { now } from '../../lib/clock.ts'
import { useIsMakingReady } from '../../stores/ready-store.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import classes from './offline.module.css'

/** What the day is made of, how much of it is here and how fresh, and the one button that brings the rest. */
export function DayPackSection() {
  const { t } = useTranslation()
  const readiness = useReadiness()
  if (!readiness) return <Skeleton rows={4} />
  const isReady = readiness.missing.length === 0
  return (
    <Section title={t('offline.dayPack')} detail={<Freshness />}>
      <div className={classes['verdict']} data-ready={isReady || undefined} role="status">
        <span>{isReady ? t('offline.readyLong') : <Missing readiness={readiness} />}</span>
        {!isReady && <MakeReady isAway={readiness.isAway} />}
      </div>
      <Parts pack={readiness.pack} />
      <Choice pack={readiness.pack} />
    </Section>
  )
}

function Freshness() {
  const { t } = useTranslation()
  const lastPulledAtMs = useSyncStatus()?.lastPulledAtMs ?? null
  return lastPulledAtMs === null ? null : t('offline.asOf', { time: moment(lastPulledAtMs, now()) })
}

function Missing({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation()
  const { missing, missingFiles } = readiness
  const { count: files, bytes } = missingFiles
  return missing.map(reason => (
    <span key={reason} className={classes['reason']}>
      {reason === 'files'
        ? t('offline.missingLong.files', { count: files, shown: count(files), size: fileSize(bytes) })
        : t(`offline.missingLong.${reason}`)}
    </span>
  ))
}

function MakeReady({ isAway }: { readonly isAway: boolean }) {
  const { t } = useTranslation()
  const isBusy = useIsMakingReady()
  return (
    <Button data-autofocus loading={isBusy} disabled={isAway} onClick={() => void makeReady()}>
      {t(isAway ? 'offline.whenOnline' : 'offline.make')}
    </Button>
  )
}

function Parts({ pack }: { readonly pack: DayPack }) {
  const { t } = useTranslation()
  const { files } = pack
  const rows = (['tickets', 'messages', 'customers', 'orders', 'articles', 'playbooks'] as const).map(
    part => [t(`offline.part.${part}`), count(pack[part])] as const,
  )
  const ofAll = t('offline.ofAll', {
    here: count(files.here.count),
    all: count(files.all.count),
    size: fileSize(files.here.bytes),
    allSize: fileSize(files.all.bytes),
  })
  return (
    <>
      <dl className={classes['parts']}>
        {[...rows, [t('offline.part.files'), ofAll] as const].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {files.leftOut.count > 0 && (
        <p className={classes['quiet']}>
          {t('offline.leftOut', { count: files.leftOut.count, size: fileSize(files.leftOut.bytes) })}
        </p>
      )}
    </>
  )
}

/** What is taken along beside the agent's own work. */
function Choice({ pack }: { readonly pack: DayPack }) {
  const { t } = useTranslation()
  const { choice, chosen } = pack
  const choose = (change: Partial<DayPack['choice']>): void =>
    void act('offline.choose', { ...choice, customerIds: [...choice.customerIds], ...change })
  return (
    <div className={classes['choice']}>
      <Switch
        label={t('offline.withTeams')}
        checked={choice.withTeams}
        onChange={event => choose({ withTeams: event.currentTarget.checked })}
      />
      {chosen.length > 0 && <p className={classes['quiet']}>{t('offline.chosen')}</p>}
      <ul className={classes['chosen']}>
        {chosen.map(({ id, name }) => (
          <li key={id}>
            <span dir="auto">{name.trim() || t('customer.unnamed')}</span>
            <button
              type="button"
              aria-label={t('offline.leaveCustomer', { name })}
              onClick={() => choose({ customerIds: choice.customerIds.filter(each => each !== id) })}
            >
              {t('offline.leave')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
