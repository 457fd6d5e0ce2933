import { Autocomplete, Button, Input, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { CONSENT_WAYS } from '../../../shared/domain/diagnosis.ts'
import type { ConsentWay } from '../../../shared/domain/diagnosis.ts'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { startRemote } from '../../data/diagnosis-intents.ts'
import { likelyAsset } from '../../data/likely-asset.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'

type RemoteFormProps = {
  readonly card: CustomerCard
  readonly ticketId: string
  readonly onDone: () => void
}

/** Programs people know; any other can be written. */
const TOOLS = ['AnyDesk', 'Chrome Remote Desktop', 'Quick Assist', 'RustDesk', 'TeamViewer', 'Zoom']

type ToolFieldProps = { readonly tool: string; readonly onChange: (tool: string) => void }

/** Choices come with the first letter or arrow: the form is in view as it begins. */
function ToolField({ tool, onChange }: ToolFieldProps) {
  const { t } = useTranslation()
  return (
    <Autocomplete
      autoFocus
      openOnFocus={false}
      label={t('remote.tool')}
      data={TOOLS}
      value={tool}
      onChange={onChange}
    />
  )
}

/** First the consent, then the look: without a name and a way nothing begins; a no is kept too. */
export function RemoteForm({ card, ticketId, onDone }: RemoteFormProps) {
  const { t } = useTranslation()
  const [tool, setTool] = useState('')
  const [consentBy, setConsentBy] = useState(card.customer.name)
  const [consentVia, setConsentVia] = useState<ConsentWay>('phone')
  // Null: as it is sent. A look that was forgotten is written down with the time it had.
  const [sinceMs, setSince] = useState<number | null>(null)
  const [openedAtMs] = useState(now)
  const diagnosis = useLiveValue('diagnosis.get', { ticketId })?.diagnosis
  const isReady = tool.trim() !== '' && consentBy.trim() !== ''
  const send = async (consent: 'given' | 'refused'): Promise<void> => {
    const taken = await startRemote({
      ticketId,
      assetId: likelyAsset(card, { ticketId, diagnosedId: diagnosis?.assetId ?? null, impacts: [] }),
      tool: tool.trim(),
      consent,
      consentBy: consentBy.trim(),
      consentVia,
      startedAtMs: sinceMs ?? now(),
    })
    if (taken !== null) onDone()
  }
  return (
    <FormInPlace
      label={t('remote.begin')}
      saveLabel={t('remote.start')}
      canSave={isReady}
      onSave={() => void send('given')}
      onCancel={onDone}
      otherEnd={
        <Button variant="default" disabled={!isReady} onClick={() => void send('refused')}>
          {t('remote.refuse')}
        </Button>
      }
    >
      <ToolField tool={tool} onChange={setTool} />
      <TextInput
        dir="auto"
        label={t('remote.consentBy')}
        value={consentBy}
        onChange={event => setConsentBy(event.currentTarget.value)}
      />
      <Select
        allowDeselect={false}
        label={t('remote.consentVia')}
        data={CONSENT_WAYS.map(value => ({ value, label: t(`consentWay.${value}`) }))}
        value={consentVia}
        onChange={value => setConsentVia((value ?? 'phone') as ConsentWay)}
      />
      <Input.Wrapper label={t('remote.since')}>
        <WhenInput isBare label={t('remote.since')} valueMs={sinceMs ?? openedAtMs} onChange={setSince} />
      </Input.Wrapper>
    </FormInPlace>
  )
}
