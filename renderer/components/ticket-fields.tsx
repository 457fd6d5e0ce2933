import { useTranslation } from 'react-i18next'
import { liveThreads } from '../data/current-ticket.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { fieldLines, spokenField } from '../lib/ticket-field-lines.ts'
import type { FieldLine } from '../lib/ticket-field-lines.ts'
import type { MarkKind } from './kind-mark.tsx'
import { Line, Section } from './section.tsx'

type TicketFieldsProps = { readonly ticketId: string | null; readonly kind: MarkKind }

const nameOf = (field: string): string => dynamicText(`ticketField.${field}`) ?? spokenField(field)
/** Values that speak for themselves stand without their name. */
const PLAIN: readonly string[] = ['frequency', 'result', 'since']
const detailOf = ({ details }: FieldLine): string =>
  details
    .map(({ name, value }) =>
      PLAIN.includes(name) ? value : `${nameOf(name).toLocaleLowerCase()}: ${value}`,
    )
    .join(' · ')

/** What was found out for the ticket at hand: in the technical pane where there is technical work, else in the other. */
export function TicketFields({ ticketId, kind }: TicketFieldsProps) {
  const { t } = useTranslation()
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const { lines, known } = fieldLines(view?.ticket.fields ?? {})
  const isTechnical = liveThreads(view?.threads ?? []).some(thread => thread.kind === 'support')
  if (lines.length === 0 || isTechnical !== (kind === 'support')) return null
  return (
    <Section
      title={t(kind === 'support' ? 'support.details' : 'service.details')}
      detail={known === null ? undefined : t('support.known', known)}
    >
      <ul>
        {lines.map(line => (
          <Line
            key={line.name}
            title={`${nameOf(line.name)}: ${line.value}`}
            detail={detailOf(line) || null}
          />
        ))}
      </ul>
    </Section>
  )
}
