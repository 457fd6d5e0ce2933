import { useTranslation } from 'react-i18next'
import type { AssetLine, CustomerCard } from '../../../shared/contract/customers.ts'
import { Chip } from '../../components/chip.tsx'
import { Line, Section } from '../../components/section.tsx'

const SHOWN = 6

/** What the customer has, in which version, and whether there is a newer one. */
export function Assets({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const assets = card.support.assets.filter(({ state }) => state !== 'retired')
  if (assets.length === 0) return null
  return (
    <Section title={t('support.assets')} detail={assets.length}>
      <ul>
        {assets.slice(0, SHOWN).map(asset => (
          <Asset key={asset.id} asset={asset} />
        ))}
      </ul>
    </Section>
  )
}

function Asset({ asset }: { readonly asset: AssetLine }) {
  const { t } = useTranslation()
  const isOld =
    asset.version !== null && asset.currentVersion !== null && asset.version !== asset.currentVersion
  const environment = Object.values(asset.environment)
    .filter(value => value !== null)
    .map(String)
  const detail = [
    asset.version === null ? null : t('support.version', { version: asset.version }),
    isOld ? t('support.updateDue') : null,
    asset.state === 'broken' ? t('support.broken') : null,
    ...environment.slice(0, 3),
  ]
  return (
    <Line
      title={[asset.name, asset.serial === null ? null : `SN ${asset.serial.replace(/^SN\s*/iu, '')}`]
        .filter(Boolean)
        .join(' · ')}
      detail={detail.filter(Boolean).join(' · ')}
      aside={
        isOld ? (
          <Chip tone="warning">{t('support.newer', { version: asset.currentVersion })}</Chip>
        ) : undefined
      }
    />
  )
}
