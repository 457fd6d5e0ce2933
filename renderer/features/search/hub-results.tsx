import { Button } from '@mantine/core'
import { IconCloudSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIND_LEAST_CHARS, FIND_MOST_CHARS } from '../../../shared/protocol/find.ts'
import type { FoundOnHub } from '../../../shared/protocol/find.ts'
import type { LaptopScope } from '../../../shared/contract/scope.ts'
import { Ago } from '../../components/time-text.tsx'
import { fetchBeyond } from '../../data/fetch-beyond.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { openCustomer, openTicket } from '../../stores/tabs-store.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { searchFor } from '../../stores/ui-store.ts'
import classes from './search.module.css'

/** Something may lie on the hub that this laptop does not hold. */
const isBounded = ({ workspace }: LaptopScope): boolean =>
  workspace !== null &&
  (workspace.queues === 'own' || workspace.days !== null || workspace.megabytes !== null)

type Asked = { readonly text: string; readonly hits: readonly FoundOnHub[] }

/** Below what is found here: the way to what is only on the hub. */
export function HubResults({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const scope = useLiveValue('scope.get', {})
  const isAway = useIsAway()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isBusy, setBusy] = useState(false)
  const words = text.trim().slice(0, FIND_MOST_CHARS)
  if (!scope || !isBounded(scope) || words.length < FIND_LEAST_CHARS) return null
  const ask = async (): Promise<void> => {
    setBusy(true)
    const found = await act('hub.find', { text: words })
    setBusy(false)
    if (found) setAsked({ text: words, hits: found.hits })
  }
  const shown = asked?.text === words ? asked.hits : null
  return (
    <section className={classes['onHub']} aria-label={t('beyond.onHub')}>
      {shown === null ? (
        <Button
          variant="subtle"
          leftSection={<IconCloudSearch size={16} />}
          loading={isBusy}
          disabled={isAway}
          onClick={() => void ask()}
        >
          {t(isAway ? 'beyond.searchLater' : 'beyond.search')}
        </Button>
      ) : (
        <h2 className={classes['heading']}>{t('beyond.found', { count: shown.length })}</h2>
      )}
      <ul className={classes['list']}>
        {shown?.map(hit => (
          <Found key={`${hit.customerId} ${hit.ticketId}`} hit={hit} />
        ))}
      </ul>
    </section>
  )
}

/** Opens what is here already; what is not is asked for first and opens where it will stand. */
async function open({ ticketId, customerId }: FoundOnHub): Promise<void> {
  const card = await act('customers.card', { customerId, ticketId: null })
  if (card === null && !(await fetchBeyond({ ticketId, customerId }))) return
  if (ticketId !== null) openTicket(ticketId)
  else openCustomer(customerId)
  searchFor({ isOpen: false, text: '' })
}

function Found({ hit }: { readonly hit: FoundOnHub }) {
  const { t } = useTranslation()
  const { customerName, number, subject, lastActivityAtMs } = hit
  const name = customerName.trim() || t('customer.unnamed')
  return (
    <li>
      <button type="button" className={classes['hit']} onClick={() => void open(hit)}>
        <IconCloudSearch className={classes['icon']} aria-hidden />
        <span className={classes['text']}>
          <span className={classes['title']} dir="auto">
            {hit.ticketId === null ? name : subject.trim() || t('ticket.noSubject')}
          </span>
          <span className={classes['detail']} dir="auto">
            {(hit.ticketId === null
              ? []
              : [number === null ? '' : ticketName({ number, localNumber: null }), name]
            )
              .filter(part => part !== '')
              .join(' · ')}
          </span>
        </span>
        <span className={classes['side']}>
          <Ago atMs={lastActivityAtMs} />
        </span>
      </button>
    </li>
  )
}
