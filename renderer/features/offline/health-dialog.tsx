import { Button, Group } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '../../../shared/contract/app.ts'
import type { SyncHealth } from '../../../shared/contract/health.ts'
import { diagnosticsOf } from '../../../shared/rules/diagnostics.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Section } from '../../components/section.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { saveFile } from '../../lib/files.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { Failures, Parked } from './health-tables.tsx'
import { HealthFacts } from './health-facts.tsx'
import classes from './offline.module.css'

/** Dialog "Sync health": how sync is, in plain facts, and a file for those who look for a fault. */
export function HealthDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'health')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('health.title')} size={640}>
      {isOpen && <Health />}
    </Dialog>
  )
}

/** As it is now, asked again whenever the status of sync changes. */
function useHealth(): SyncHealth | null {
  const status = useSyncStatus()
  const [health, setHealth] = useState<SyncHealth | null>(null)
  const look = useCallback(async () => {
    const found = await act('sync.health', {})
    if (found !== null) setHealth(found)
  }, [])
  useEffect(() => void look(), [look, status])
  return health
}

function Health() {
  const { t } = useTranslation()
  const health = useHealth()
  const app = useLiveValue('app.info', {})
  if (!health || !app) return <Skeleton rows={6} />
  return (
    <>
      <HealthFacts health={health} />
      <Section title={t('health.parked')} detail={String(health.outbox.parked)}>
        <Parked parkedFor={health.parkedFor} />
      </Section>
      <Section title={t('health.failures')} detail={String(health.failures.length)}>
        <Failures failures={health.failures} />
      </Section>
      <Bundle health={health} app={app} />
    </>
  )
}

function Bundle({ health, app }: { readonly health: SyncHealth; readonly app: AppInfo }) {
  const { t } = useTranslation()
  const save = (): void => {
    const nowMs = now()
    const text = JSON.stringify(diagnosticsOf({ health, app, nowMs }), null, 2)
    const day = new Date(nowMs).toISOString().slice(0, 10)
    saveFile(`tandem-diagnostics-${day}.json`, new TextEncoder().encode(text))
  }
  return (
    <>
      <p className={classes['quiet']}>{t('health.bundleHint')}</p>
      <Group justify="flex-end" mt={12}>
        <Button variant="default" onClick={() => void act('sync.wake', {})}>
          {t('commands.sync.wake')}
        </Button>
        <Button data-autofocus onClick={save}>
          {t('health.saveBundle')}
        </Button>
      </Group>
    </>
  )
}
