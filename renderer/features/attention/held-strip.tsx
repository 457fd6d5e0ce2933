import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { openDialog } from '../../stores/ui-store.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { Verdict, Ways, Words } from './act-parts.tsx'
import { actionsFor } from './actions-for.ts'
import classes from './attention.module.css'
import { resolve } from './resolve.ts'

/**
 * Work on this ticket that was held, where it would have stood: below everything that was said meanwhile, with its
 * ways out at hand.
 */
export function HeldStrip({ ticketId }: { readonly ticketId: string }) {
  const hasSome = (useSyncStatus()?.attention ?? 0) > 0
  return hasSome ? <Held ticketId={ticketId} /> : null
}

function Held({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const items = useLiveValue('attention.list', {})
  const item = items?.find(each => each.ticketId === ticketId)
  const [act] = item?.acts ?? []
  if (!item || !act) return null
  return (
    <section aria-label={t('attention.heldHere')} className={classes['strip']}>
      <IconHandStop aria-hidden />
      <div>
        <Verdict act={act} />
        <Words act={act} />
        <div className={classes['ways']}>
          <Ways
            act={act}
            actions={actionsFor(act).filter(action => action !== 'suggested')}
            hasKeys={false}
            onAction={action => void resolve([act], action)}
          />
          <Button
            variant="subtle"
            rightSection={<Keys shortcut={shortcutFor('attention.open') ?? ''} />}
            onClick={() => openDialog('attention')}
          >
            {t('attention.compare', { count: item.acts.length })}
          </Button>
        </div>
      </div>
    </section>
  )
}
