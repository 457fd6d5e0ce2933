import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSide } from '../../../shared/contract/people.ts'
import { differingFields, takenByDefault } from '../../../shared/rules/merged-people/join-records.ts'
import type { JoinedField } from '../../../shared/rules/merged-people/join-records.ts'
import { NotHere } from '../../components/not-here.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { mergePeople } from '../../data/people-intents.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { compareWith } from '../../stores/people-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { FieldChoice } from './field-choice.tsx'
import classes from './people.module.css'

type CompareProps = { readonly customerId: string; readonly otherId: string }

/** Both records side by side, as they stand on this laptop. */
export function Compare({ customerId, otherId }: CompareProps) {
  const both = useLiveQuery('people.compare', { customerId, otherId })
  if (both.state === 'loading') return <Skeleton rows={6} />
  if (both.state !== 'ready' || both.value === null) return <NotHere ticketId={null} customerId={otherId} />
  return <Sides sides={both.value} />
}

/** Who has more of a history stands, unless somebody says otherwise. */
const standsFirst = ([one, other]: readonly [RecordSide, RecordSide]): boolean =>
  one.tickets + one.orders >= other.tickets + other.orders

function Sides({ sides }: { readonly sides: readonly [RecordSide, RecordSide] }) {
  const { t } = useTranslation()
  const [isFirst, setFirst] = useState(() => standsFirst(sides))
  const [stays, goes] = isFirst ? sides : [sides[1], sides[0]]
  const [chosen, setChosen] = useState<readonly JoinedField[] | null>(null)
  const taken = chosen ?? takenByDefault(stays.customer, goes.customer)
  const nameOf = ({ customer }: RecordSide): string => customer.name.trim() || t('customer.unnamed')
  const take = (field: JoinedField, isTaken: boolean): void =>
    setChosen([...taken.filter(each => each !== field), ...(isTaken ? [field] : [])])
  const merge = async (): Promise<void> => {
    if (await mergePeople({ stays: stays.customer, goes: goes.customer, taken })) closeDialog()
  }
  return (
    <form
      className={classes['compare']}
      onSubmit={event => {
        event.preventDefault()
        void merge()
      }}
    >
      <div className={classes['sides']} role="radiogroup" aria-label={t('people.whoStands')}>
        {sides.map((side, index) => (
          <Side
            key={side.customer.id}
            side={side}
            isStanding={side === stays}
            onStand={() => {
              setFirst(index === 0)
              setChosen(null)
            }}
          />
        ))}
      </div>
      <FieldChoice
        fields={differingFields(stays.customer, goes.customer)}
        stays={stays}
        goes={goes}
        taken={taken}
        onTake={take}
      />
      <p className={classes['hint']}>{t('people.mergeHint', { name: nameOf(goes) })}</p>
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={() => compareWith(null)}>
          {t('people.another')}
        </Button>
        <Button type="submit" data-autofocus>
          {t('people.mergeInto', { name: nameOf(stays) })}
        </Button>
      </div>
    </form>
  )
}

type SideProps = { readonly side: RecordSide; readonly isStanding: boolean; readonly onStand: () => void }

function Side({ side, isStanding, onStand }: SideProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { customer, organisationName, contactPoints, lastContactAtMs } = side
  const counts = [
    t('people.tickets', { count: side.tickets }),
    side.openTickets > 0 ? t('people.open', { count: side.openTickets }) : null,
    side.orders > 0 ? t('people.orders', { count: side.orders }) : null,
    side.assets > 0 ? t('people.assets', { count: side.assets }) : null,
    side.openPromises > 0 ? t('customer.openPromises', { count: side.openPromises }) : null,
    lastContactAtMs === null ? null : t('people.lastContact', { time: dateOnly(lastContactAtMs, nowMs) }),
  ]
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isStanding}
      className={classes['side']}
      onClick={onStand}
    >
      <span className={classes['stands']}>{t(isStanding ? 'people.stands' : 'people.joins')}</span>
      <strong dir="auto">{customer.name.trim() || t('customer.unnamed')}</strong>
      <span dir="auto">{[customer.jobTitle, organisationName].filter(Boolean).join(' · ')}</span>
      {contactPoints.slice(0, 4).map(({ id, value }) => (
        <span key={id} dir="auto">
          {value}
        </span>
      ))}
      <small>{counts.filter(Boolean).join(' · ')}</small>
    </button>
  )
}
