import { useTranslation } from 'react-i18next'
import type { RelationLine } from '../../../shared/contract/people.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { endRelation, removeRelation } from '../../data/people-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { openRelation } from '../../stores/people-store.ts'
import { openCustomer } from '../../stores/tabs-store.ts'

/** Who matters to the customer and to whom the customer matters; what is over is one line that tells how many. */
export function RelationsBlock({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const all = useLiveValue('relations.list', { customerId }) ?? []
  const lines = all.filter(({ relation }) => relation.endedAtMs === null)
  if (all.length === 0) return null
  const ended = all.length - lines.length
  return (
    <Section
      title={t('people.relations')}
      detail={ended > 0 ? t('people.ended', { count: ended }) : lines.length}
    >
      <ul>
        {(lines.length > 0 ? lines : all).map(line => (
          <Entry key={line.relation.id} line={line} />
        ))}
      </ul>
    </Section>
  )
}

function Entry({ line }: { readonly line: RelationLine }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { relation, direction, otherId, otherName, otherTitle } = line
  const { kind, note, sinceMs, endedAtMs } = relation
  const name = (otherName ?? '').trim() || t(otherId === null ? 'customer.unnamed' : 'people.elsewhere')
  const is = kind === 'other' ? '' : t(`people.${direction === 'out' ? 'is' : 'isOf'}.${kind}`)
  const since = sinceMs === null ? null : t('people.since', { time: dateOnly(sinceMs, nowMs) })
  const until = endedAtMs === null ? null : t('people.until', { time: dateOnly(endedAtMs, nowMs) })
  return (
    <Line
      title={name}
      detail={[is, otherTitle, since, until, note].filter(Boolean).join(' · ')}
      onOpen={otherId === null || otherName === null ? undefined : () => openCustomer(otherId)}
      quiet={
        <LineMenu
          what={name}
          actions={[
            { label: t('people.editRelation'), run: () => openRelation(relation) },
            {
              label: t(endedAtMs === null ? 'people.endRelation' : 'people.resumeRelation'),
              run: () => void endRelation(relation),
            },
            { label: t('people.removeRelation'), run: () => void removeRelation(relation) },
          ]}
        />
      }
    />
  )
}
