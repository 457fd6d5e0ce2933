import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Escalation } from '../../../shared/domain/incidents.ts'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { linkEngineering } from '../../data/incident-intents.ts'

type EngineeringLinkProps = { readonly escalation: Escalation; readonly onDone: () => void }

/** Names the issue in engineering's tracker that goes with an escalation. */
export function EngineeringLink({ escalation, onDone }: EngineeringLinkProps) {
  const { t } = useTranslation()
  const [key, setKey] = useState(escalation.engineeringKey ?? '')
  const save = (): void => {
    const wanted = key.trim().toUpperCase() || null
    if (wanted !== escalation.engineeringKey) void linkEngineering(escalation, wanted)
    onDone()
  }
  return (
    <FormInPlace saveLabel={t('common.save')} onSave={save} onCancel={onDone}>
      <TextInput
        autoFocus
        label={t('knownIssues.field.engineeringKey')}
        placeholder="PB-881"
        maxLength={100}
        value={key}
        onChange={event => setKey(event.currentTarget.value)}
      />
    </FormInPlace>
  )
}
