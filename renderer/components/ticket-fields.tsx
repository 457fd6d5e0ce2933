import { useTranslation } from 'react-i18next'
import { liveThreads } from '../data/current-ticket.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { fieldLines, paneOf, spokenField } from '../lib/ticket-field-lines.ts'
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

/** What was found out for the ticket at hand, each where its kind of work is done. */
export function TicketFields({ ticketId, kind }: TicketFieldsProps) {
  const { t } = useTranslation()
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const { lines: all, known: counted } = fieldLines(view?.ticket.fields ?? {})
  const kinds = liveThreads(view?.threads ?? []).map(thread => thread.kind)
  const lines = all.filter(({ name }) => paneOf(name, kinds) === kind)
  const known = kind === 'support' ? counted : null
  if (lines.length === 0) return null
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
