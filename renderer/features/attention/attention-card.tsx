import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttentionAct, AttentionField, AttentionItem } from '../../../shared/contract/sync.ts'
import type { Taken } from '../../../shared/mutations/suggest-merge.ts'
import { Keys } from '../../components/keys.tsx'
import { Moment } from '../../components/time-text.tsx'
import { act as send } from '../../data/use-action.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, explain } from '../../stores/ui-store.ts'
import { Intents, Verdict, Ways, Words } from './act-parts.tsx'
import { actionsFor, ERASED } from './actions-for.ts'
import type { Action } from './actions-for.ts'
import classes from './attention.module.css'
import { FieldTable } from './field-table.tsx'
import { choiceOf, decide, fieldKey } from './resolve.ts'
import { SinceList } from './since-list.tsx'

type AttentionCardProps = {
  readonly item: AttentionItem
  /** Others on the list that met the same thing in the same way. */
  readonly others: number
  readonly onAction: (action: Action, withOthers: boolean) => void
}

/** One ticket's worth of what was not accepted. Its oldest act is decided first, then the next moves up. */
export function AttentionCard({ item, others, onAction }: AttentionCardProps) {
  const { t } = useTranslation()
  const [first, ...later] = item.acts
  return (
    <>
      <div className={classes['top']}>
        <strong dir="auto">{item.subject ?? item.customerName ?? t('attention.noTicket')}</strong>
        <span dir="auto">
          {[item.subject === null ? null : item.customerName, item.number === null ? null : `#${item.number}`]
            .filter(Boolean)
            .map(part => `${part} · `)}
          {first && <Moment atMs={first.writtenAtMs} />}
        </span>
      </div>
      {first && (
        <ActToDecide
          key={first.mutationIds.join()}
          act={first}
          item={item}
          others={others}
          onAction={onAction}
        />
      )}
      {later.length > 0 && (
        <section aria-label={t('attention.then')} className={classes['then']}>
          <h3>{t('attention.then')}</h3>
          {later.map(each => (
            <Intents key={each.mutationIds.join()} act={each} />
          ))}
        </section>
      )}
    </>
  )
}

const suggested = (fields: readonly AttentionField[]): ReadonlyMap<string, Taken> =>
  new Map(fields.flatMap(field => (field.suggestion ? [[fieldKey(field), field.suggestion.take]] : [])))

function ActToDecide({ act, item, others, onAction }: AttentionCardProps & { readonly act: AttentionAct }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(() => suggested(act.fields))
  const [withOthers, setWithOthers] = useState(false)
  const isByField = act.fields.length > 1
  const choose = (field: AttentionField, take: Taken): void =>
    setChosen(before => new Map(before).set(fieldKey(field), take))
  const decideChosen = (): void => {
    const choices = act.fields.map(field => choiceOf(field, chosen.get(fieldKey(field)) ?? 'mine'))
    void decide([act], choices)
  }
  return (
    <>
      <Verdict act={act} />
      <SinceList since={item.since} />
      <Intents act={act} />
      <Words act={act} />
      <FieldTable fields={act.fields} chosen={isByField ? chosen : null} onChoose={choose} />
      {others > 0 && (
        <Checkbox
          size="xs"
          checked={withOthers}
          onChange={event => setWithOthers(event.currentTarget.checked)}
          label={
            <>
              {t('attention.withOthers', { count: others })} <Keys shortcut="Shift" />
            </>
          }
        />
      )}
      <div className={classes['ways']}>
        <Ways act={act} actions={actionsFor(act)} hasKeys onAction={action => onAction(action, withOthers)} />
        {isByField && (
          <Button
            variant="default"
            disabled={act.fields.some(field => !chosen.has(fieldKey(field)))}
            rightSection={<Keys shortcut="C" />}
            data-choose
            onClick={decideChosen}
          >
            {t('attention.action.chosen')}
          </Button>
        )}
        <Beside act={act} ticketId={item.ticketId} />
      </div>
    </>
  )
}

/** What decides nothing. */
function Beside({ act, ticketId }: { readonly act: AttentionAct; readonly ticketId: string | null }) {
  const { t } = useTranslation()
  const { words } = act
  const [field] = act.fields
  const open = (id: string): void => {
    closeDialog()
    openTicketInTab(id)
  }
  return (
    <>
      {words !== null && (
        <Button variant="subtle" onClick={() => void send('app.copyText', { text: words })}>
          {t('attention.copy')}
        </Button>
      )}
      {field && (
        <Button
          variant="subtle"
          onClick={() => explain({ table: field.table, id: field.id, field: field.field })}
        >
          {t('why.short')}
        </Button>
      )}
      {ticketId !== null && act.reason !== ERASED && (
        <Button variant="subtle" onClick={() => open(ticketId)}>
          {t('attention.openTicket')}
        </Button>
      )}
    </>
  )
}
