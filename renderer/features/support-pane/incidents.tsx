import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { linkIssue } from '../../data/customer-intents.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { read } from '../../stores/ui-store.ts'

type IncidentsProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** What hit them before: known issues of their other tickets. */
export function Incidents({ card, ticketId }: IncidentsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { incidents } = card.support
  if (incidents.length === 0) return null
  return (
    <Section title={t('support.incidents')} detail={incidents.length}>
      <ul>
        {incidents.map(incident => (
          <Line
            key={incident.id}
            title={`${incident.code} ${incident.title}`}
            detail={[incident.number === null ? null : `#${incident.number}`, dateOnly(incident.atMs, nowMs)]
              .filter(Boolean)
              .join(' · ')}
            onOpen={() => openTicketInTab(incident.ticketId)}
            quiet={
              <LineMenu
                what={incident.code}
                actions={[
                  {
                    label: t('support.readIssue'),
                    run: () => read({ type: 'known-issue', id: incident.issueId }),
                  },
                  ticketId === null
                    ? null
                    : {
                        label: t('support.linkIssue'),
                        run: () => void linkIssue(ticketId, incident.issueId),
                      },
                ]}
              />
            }
          />
        ))}
      </ul>
    </Section>
  )
}
