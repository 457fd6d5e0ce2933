import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RELATION_KINDS } from '../../../shared/domain/relations.ts'
import type { Relation, RelationKind } from '../../../shared/domain/relations.ts'
import { DayInput } from '../../components/day-input.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import { addRelation, editRelation } from '../../data/people-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { usePeople } from '../../stores/people-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { ChoosePerson } from '../../components/choose-person.tsx'
import type { Found } from '../../components/person-option.tsx'
import { fromDay, toDay } from './day-input.ts'
import classes from './people.module.css'

/** Dialog "Relationship": somebody who matters to the customer in front, a customer too or a name. */
export function RelationDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'relation')
  const relation = usePeople(state => state.relation)
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog
      opened={isOpen}
      onClose={closeDialog}
      title={t(relation === null ? 'people.addRelation' : 'people.editRelation')}
    >
      {who && <ForPerson customerId={who.customerId} relation={relation} />}
    </Dialog>
  )
}

type ForPersonProps = { readonly customerId: string; readonly relation: Relation | null }

function ForPerson({ customerId, relation }: ForPersonProps) {
  const card = useLiveValue('customers.card', { customerId, ticketId: null })
  if (!card) return <Skeleton rows={4} />
  return <Form customerId={card.customer.id} relation={relation} />
}

const kindOf = (relation: Relation | null): RelationKind =>
  relation === null || relation.kind === 'other' ? 'decision-maker' : relation.kind

type Typed = { readonly kind: RelationKind; readonly note: string; readonly since: string }

function Form({ customerId, relation }: ForPersonProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [person, setPerson] = useState<Found | null>(null)
  const [words, setWords] = useState<Typed>(() => ({
    kind: kindOf(relation),
    note: relation?.note ?? '',
    since: toDay(relation?.sinceMs ?? null),
  }))
  const isNamed = relation !== null || name.trim() !== ''
  const save = async (): Promise<void> => {
    const said = { kind: words.kind, note: words.note.trim() || null, sinceMs: fromDay(words.since) }
    const whom = {
      customerId,
      otherCustomerId: person?.id ?? null,
      otherName: person === null ? name.trim() : null,
    }
    const done = relation === null ? addRelation({ ...whom, ...said }) : editRelation(relation, said)
    if (await done) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isNamed) void save()
      }}
    >
      {relation === null && (
        <ChoosePerson
          label={t('people.who')}
          text={name}
          without={customerId}
          description={
            name.trim() === '' ? undefined : t(person === null ? 'people.nameOnly' : 'people.knownPerson')
          }
          onText={text => {
            setName(text)
            setPerson(null)
          }}
          onChoose={found => {
            setPerson(found)
            setName(found.name)
          }}
        />
      )}
      <Words words={words} onChange={change => setWords({ ...words, ...change })} />
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!isNamed}>
          {t(relation === null ? 'common.add' : 'common.save')}
        </Button>
      </div>
    </form>
  )
}

type WordsProps = { readonly words: Typed; readonly onChange: (change: Partial<Typed>) => void }

/** What they are, what there is to know, and since when. */
function Words({ words, onChange }: WordsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        label={t('people.kind')}
        value={words.kind}
        data={RELATION_KINDS.map(value => ({ value, label: t(`people.is.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ kind: RELATION_KINDS.find(each => each === currentTarget.value) ?? words.kind })
        }
      />
      <TextInput
        dir="auto"
        label={t('people.note')}
        value={words.note}
        maxLength={2_000}
        onChange={event => onChange({ note: event.currentTarget.value })}
      />
      <DayInput label={t('people.sinceWhen')} value={words.since} onChange={since => onChange({ since })} />
    </>
  )
}
