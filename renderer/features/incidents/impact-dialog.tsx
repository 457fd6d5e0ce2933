import { Button, Group, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPACT_SCOPES } from '../../../shared/domain/incidents.ts'
import type { ImpactScope } from '../../../shared/domain/incidents.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { useAction } from '../../data/use-action.ts'
import { makeId } from '../../lib/make-id.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { assetName, frontAsset, useFrontRecord } from './front-record.ts'
import type { FrontRecord } from './front-record.ts'
import report from '../../components/report.module.css'
import classes from './incidents.module.css'

/** Dialog "Does not work": what is down for the customer in front, and since when. */
export function ImpactDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'impact')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('commands.impact.start')} size="md">
      {isOpen && <Front />}
    </Dialog>
  )
}

function Front() {
  const front = useFrontRecord()
  return front ? <Form front={front} /> : <Skeleton rows={3} />
}

function Form({ front }: { readonly front: FrontRecord }) {
  const { t } = useTranslation()
  const { view, card, diagnosis } = front
  const assets = card.support.assets.filter(({ state }) => state !== 'retired')
  const [assetId, setAssetId] = useState<string | null>(() => frontAsset(front))
  const [scope, setScope] = useState<ImpactScope>('down')
  // When they saw it first, else when they wrote: nearer to the truth than now.
  const [downSinceMs, setDownSinceMs] = useState(
    diagnosis?.diagnosis?.firstSeenAtMs ?? view.ticket.createdAtMs,
  )
  const action = useAction('impact.start')
  const start = async (): Promise<void> => {
    const { id: ticketId, customerId } = view.ticket
    const about = { customerId, ticketId, assetId, scope, downSinceMs }
    if ((await action.run({ ...about, impactId: makeId() })) !== null) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void start()
      }}
    >
      <SegmentedControl<ImpactScope>
        aria-label={t('impact.scopeLabel')}
        value={scope}
        onChange={setScope}
        data={IMPACT_SCOPES.map(value => ({ value, label: t(`impactScope.${value}`) }))}
      />
      {assets.length > 0 && (
        <Select
          label={t('impact.what')}
          clearable
          placeholder={t('impact.everything')}
          value={assetId}
          onChange={setAssetId}
          data={assets.map(asset => ({ value: asset.id, label: assetName(asset) }))}
        />
      )}
      <div>
        <p className={report['label']}>{t('impact.since')}</p>
        <WhenInput label={t('impact.since')} valueMs={downSinceMs} onChange={setDownSinceMs} isBare />
      </div>
      <FormError error={action.error} />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" data-autofocus loading={action.isBusy}>
          {t('impact.start')}
        </Button>
      </Group>
    </form>
  )
}
