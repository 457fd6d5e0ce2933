import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetLine } from '../../../shared/contract/customers.ts'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { EnvironmentFields } from '../../components/environment-fields.tsx'
import { environmentEdits, updateAsset } from '../../data/customer-intents.ts'
import { useEnvironmentNames } from '../../data/environment-names.ts'

type VersionFormProps = { readonly asset: AssetLine; readonly onDone: () => void }

/** Version, serial number and what it runs in, as the customer reads them out. */
export function VersionForm({ asset, onDone }: VersionFormProps) {
  const { t } = useTranslation()
  const [version, setVersion] = useState(asset.version ?? '')
  const [serial, setSerial] = useState(asset.serial ?? '')
  const [environment, setEnvironment] = useState(asset.environment)
  const names = useEnvironmentNames(asset.productName, asset.environment)
  const save = (): void => {
    const plain = [
      { field: 'version' as const, seen: asset.version, value: version.trim() || null },
      { field: 'serial' as const, seen: asset.serial, value: serial.trim() || null },
    ].filter(({ seen, value }) => seen !== value)
    const wanted = [...plain, ...environmentEdits(asset.environment, environment)]
    if (wanted.length > 0) void updateAsset(asset, wanted)
    onDone()
  }
  return (
    <FormInPlace saveLabel={t('common.save')} onSave={save} onCancel={onDone}>
      <TextInput
        autoFocus
        label={t('field.version')}
        value={version}
        onChange={event => setVersion(event.currentTarget.value)}
      />
      <TextInput
        label={t('field.serial')}
        value={serial}
        onChange={event => setSerial(event.currentTarget.value)}
      />
      <EnvironmentFields names={names} values={environment} onChange={setEnvironment} />
    </FormInPlace>
  )
}
