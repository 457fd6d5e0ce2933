import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetLine } from '../../../shared/contract/customers.ts'
import { updateAsset } from '../../data/customer-intents.ts'
import classes from './support-pane.module.css'

type VersionFormProps = { readonly asset: AssetLine; readonly onDone: () => void }

/** Version and serial number as the customer reads them out. */
export function VersionForm({ asset, onDone }: VersionFormProps) {
  const { t } = useTranslation()
  const [version, setVersion] = useState(asset.version ?? '')
  const [serial, setSerial] = useState(asset.serial ?? '')
  const save = (): void => {
    const wanted = [
      { field: 'version' as const, seen: asset.version, value: version.trim() || null },
      { field: 'serial' as const, seen: asset.serial, value: serial.trim() || null },
    ].filter(({ seen, value }) => seen !== value)
    if (wanted.length > 0) void updateAsset(asset, wanted)
    onDone()
  }
  return (
    <form
      className={classes['fields']}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onDone()
      }}
    >
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
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('common.save')}</Button>
      </div>
    </form>
  )
}
