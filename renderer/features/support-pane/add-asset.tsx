import { Autocomplete, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { EnvironmentFields } from '../../components/environment-fields.tsx'
import { useEnvironmentNames } from '../../data/environment-names.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import { makeId } from '../../lib/make-id.ts'

type AddAssetProps = { readonly customerId: string; readonly onDone: () => void }

/** Something they have that nobody had written down: a product of ours, or anything else. */
export function AddAsset({ customerId, onDone }: AddAssetProps) {
  const { t } = useTranslation()
  const products = (useLiveValue('products.list', {}) ?? []).filter(({ isActive }) => isActive)
  const [name, setName] = useState('')
  const [serial, setSerial] = useState('')
  const [version, setVersion] = useState('')
  const [environment, setEnvironment] = useState<Fields>({})
  const names = useEnvironmentNames(name.trim(), environment)
  const add = async (): Promise<void> => {
    const product = products.find(each => each.name === name.trim())
    const made = await act('asset.add', {
      assetId: makeId(),
      customerId,
      productId: product?.id ?? null,
      name: name.trim(),
      serial: serial.trim() || null,
      version: version.trim() || null,
      environment,
    })
    if (made !== null) onDone()
  }
  return (
    <FormInPlace
      saveLabel={t('common.add')}
      canSave={name.trim() !== ''}
      onSave={() => void add()}
      onCancel={onDone}
    >
      <Autocomplete
        autoFocus
        label={t('support.assetName')}
        dir="auto"
        limit={8}
        data={[...new Set(products.map(product => product.name))]}
        value={name}
        onChange={setName}
      />
      <TextInput
        label={t('field.serial')}
        value={serial}
        onChange={event => setSerial(event.currentTarget.value)}
      />
      <TextInput
        label={t('field.version')}
        value={version}
        onChange={event => setVersion(event.currentTarget.value)}
      />
      <EnvironmentFields names={names} values={environment} onChange={setEnvironment} />
    </FormInPlace>
  )
}
