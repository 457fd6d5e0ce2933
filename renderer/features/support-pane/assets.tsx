import { IconPlus } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetLine, CustomerCard } from '../../../shared/contract/customers.ts'
import type { AssetEventLine } from '../../../shared/contract/incidents.ts'
import { LIFE_TAGS, playbookFor } from '../../../shared/rules/guides/playbook-for.ts'
import type { LifeTag } from '../../../shared/rules/guides/playbook-for.ts'
import { isBehind } from '../../../shared/rules/versions.ts'
import { Chip } from '../../components/chip.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { updateAsset } from '../../data/customer-intents.ts'
import { startImpact } from '../../data/incident-intents.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { startPlaybook } from '../../data/start-playbook.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { customerText } from '../../lib/customer-text.ts'
import { environmentWords } from '../../lib/environment-words.ts'
import { AddAsset } from './add-asset.tsx'
import { AssetEvents } from './asset-events.tsx'
import classes from './support-pane.module.css'
import { VersionForm } from './version-form.tsx'

const SHOWN = 6

type AssetsProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** What the customer has, in which version and condition; changed where it stands. */
export function Assets({ card, ticketId }: AssetsProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const assets = card.support.assets.filter(({ state }) => state !== 'retired')
  const events = useLiveValue('assets.events', { customerId: card.customer.id }) ?? []
  const guides = useLiveValue('guides.list', {}) ?? []
  return (
    <Section
      title={t('support.assets')}
      detail={assets.length === 0 ? undefined : assets.length}
      action={
        <IconButton
          label={t('support.addAsset')}
          icon={<IconPlus />}
          onClick={() => setAdding(adding => !adding)}
        />
      }
    >
      {isAdding && <AddAsset customerId={card.customer.id} onDone={() => setAdding(false)} />}
      {assets.length === 0 && !isAdding && <p className={classes['none']}>{t('support.noAssets')}</p>}
      <ul>
        {assets.slice(0, SHOWN).map(asset => (
          <Asset
            key={asset.id}
            asset={asset}
            events={events.filter(({ assetId }) => assetId === asset.id)}
            language={card.customer.language}
            ticketId={ticketId}
            playbooks={LIFE_TAGS.filter(tag => playbookFor(guides, tag, asset.productName) !== null)}
          />
        ))}
      </ul>
    </Section>
  )
}

const isOutdated = ({ version, currentVersion }: AssetLine): boolean => isBehind(version, currentVersion)

type AssetProps = {
  readonly asset: AssetLine
  readonly events: readonly AssetEventLine[]
  readonly language: string | null
  readonly ticketId: string | null
  /** Moments in its life that somebody has written a guide for. */
  readonly playbooks: readonly LifeTag[]
}

function Asset({ asset, events, language, ticketId, playbooks }: AssetProps) {
  const { t } = useTranslation()
  const [isTyping, setTyping] = useState(false)
  const isOld = isOutdated(asset)
  const detail = [
    asset.version === null ? null : t('support.version', { version: asset.version }),
    isOld ? t('support.updateDue') : null,
    asset.state === 'broken' ? t('support.broken') : null,
    ...environmentWords(asset.environment).slice(0, 3),
  ]
  const actions = actionsOf({ asset, language, ticketId, playbooks }, { onType: () => setTyping(true), t })
  return (
    <>
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
        quiet={<LineMenu what={asset.name} actions={actions} />}
      />
      <AssetEvents events={events} />
      {isTyping && (
        <li className={classes['form']}>
          <VersionForm asset={asset} onDone={() => setTyping(false)} />
        </li>
      )}
    </>
  )
}

type Ways = { readonly onType: () => void; readonly t: TFunction }

function actionsOf(
  { asset, language, ticketId, playbooks }: Omit<AssetProps, 'events'>,
  { onType, t }: Ways,
): readonly (LineAction | null)[] {
  const { version: seen, currentVersion } = asset
  const isBroken = asset.state === 'broken' || asset.downSinceMs !== null
  const worksAgain = (): void =>
    void updateAsset(asset, [
      { field: 'state', seen: asset.state, value: 'in-use' },
      { field: 'downSinceMs', seen: asset.downSinceMs, value: null },
    ])
  const words = customerText(language, 'support.updateWords', {
    name: asset.name,
    version: currentVersion ?? '',
  })
  return [
    currentVersion !== null && (seen === null || isOutdated(asset))
      ? {
          label: t('support.nowOn', { version: currentVersion }),
          run: () => void updateAsset(asset, [{ field: 'version', seen, value: currentVersion }]),
        }
      : null,
    { label: t('support.otherVersion'), run: onType },
    isBroken
      ? { label: t('support.worksAgain'), run: worksAgain }
      : { label: t('support.isDown'), run: () => void startImpact(asset, ticketId) },
    isOutdated(asset) && canInsert()
      ? { label: t('support.insertUpdate'), run: () => insertWords(words) }
      : null,
    ticketId !== null && isOutdated(asset) && playbooks.includes('upgrade')
      ? {
          label: t('support.upgradePlaybook'),
          run: () => void startPlaybook('upgrade', { ticketId, productName: asset.productName }),
        }
      : null,
    ticketId !== null && playbooks.includes('end-of-life')
      ? {
          label: t('support.endOfLifePlaybook'),
          run: () => void startPlaybook('end-of-life', { ticketId, productName: asset.productName }),
        }
      : null,
    {
      label: t('support.retire'),
      run: () => void updateAsset(asset, [{ field: 'state', seen: asset.state, value: 'retired' }]),
    },
  ]
}
