import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationView } from '../../../shared/contract/people.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { OrganisationFinder } from '../../components/organisation-finder.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { belongsTo } from '../../data/belonging.ts'
import type { Belonging } from '../../data/belonging.ts'
import { customerInFront } from '../../data/front-customer.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { countryName, money, moment } from '../../lib/format.ts'
import { editOrganisation, usePeople } from '../../stores/people-store.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { OrganisationRows } from './organisation-rows.tsx'
import type { OrganisationPart } from './organisation-rows.tsx'
import classes from './people.module.css'

/** Dialog "Organisation": the organisation of the customer in front, with all that is open there. */
export function OrganisationDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'organisation')
  const who = isOpen ? customerInFront() : null
  const card = useLiveValue('customers.card', who && { customerId: who.customerId, ticketId: null })
  const isEditing = usePeople(state => state.isEditingOrganisation)
  const name = card?.organisation?.name ?? t('people.organisation')
  const organisation = isOpen ? card?.organisation : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={<span dir="auto">{name}</span>} size={760}>
      {organisation && isEditing && (
        <OrganisationForm organisation={organisation} onClose={() => editOrganisation(false)} />
      )}
      {organisation && !isEditing && <Organisation organisationId={organisation.id} />}
      {isOpen && card && !card.organisation && <NoOrganisation customer={card.customer} />}
    </Dialog>
  )
}

/** Where the customer belongs is said here as well as among their facts. */
function NoOrganisation({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const [value, setValue] = useState<Belonging>({ organisationId: null, newOrganisation: null })
  const isReady = value.organisationId !== null || (value.newOrganisation?.name.trim() ?? '') !== ''
  const move = async (): Promise<void> => {
    const { organisationId, made } = belongsTo(value)
    if (made && (await act('organisation.create', made)) === null) return
    const field = { field: 'organisationId' as const, seen: customer.organisationId, value: organisationId }
    await act('customer.editFacts', { customerId: customer.id, facts: null, labels: null, fields: [field] })
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void move()
      }}
    >
      <EmptyState>{t('people.noOrganisation')}</EmptyState>
      <OrganisationFinder autoFocus value={value} mail="" onChange={setValue} />
      <Group justify="flex-end" mt={16}>
        <Button type="submit" disabled={!isReady}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}

type Number = { readonly part: OrganisationPart; readonly value: string; readonly detail: string | null }

const sumsOf = ({ orderSums }: OrganisationView): string =>
  orderSums.map(({ totalMinor, currency }) => money(totalMinor, currency)).join(' + ')

function useNumbers(view: OrganisationView): readonly Number[] {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { openCounts, lastContact } = view
  const kinds = [
    openCounts.service > 0 ? `${t('kind.service')} ${openCounts.service}` : null,
    openCounts.support > 0 ? `${t('kind.support')} ${openCounts.support}` : null,
  ]
  return [
    {
      part: 'people',
      value: String(view.peopleCount),
      detail: lastContact && t('people.lastContact', { time: moment(lastContact.atMs, nowMs) }),
    },
    {
      part: 'tickets',
      value: String(view.openTickets.length),
      detail: kinds.filter(Boolean).join(' · ') || null,
    },
    { part: 'promises', value: String(view.promiseCount), detail: null },
    {
      part: 'assets',
      value: String(view.assetCount),
      detail: view.outdatedCount > 0 ? t('people.outdated', { count: view.outdatedCount }) : null,
    },
    {
      part: 'orders',
      value: String(view.orderSums.reduce((sum, { count }) => sum + count, 0)),
      detail: sumsOf(view) || null,
    },
    { part: 'issues', value: String(view.issues.length), detail: null },
  ]
}

function Organisation({ organisationId }: { readonly organisationId: string }) {
  const view = useLiveValue('organisations.view', { organisationId })
  return view ? <Whole view={view} /> : <Skeleton rows={6} />
}

/** How it is reached and what helps there; changed from here. */
function About({ organisation: { domain, country, notes } }: Pick<OrganisationView, 'organisation'>) {
  const { t } = useTranslation()
  const facts = [domain, country && countryName(country)].filter(Boolean).join(' · ')
  return (
    <div className={classes['about']}>
      <div>
        {facts !== '' && <p dir="auto">{facts}</p>}
        {notes !== null && (
          <p dir="auto" className={classes['notes']}>
            {notes}
          </p>
        )}
      </div>
      <SmallButton onClick={() => editOrganisation(true)}>{t('organisation.edit')}</SmallButton>
    </div>
  )
}

function Whole({ view }: { readonly view: OrganisationView }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [part, setPart] = useState<OrganisationPart>('people')
  const numbers = useNumbers(view)
  const asOfMs = useSyncStatus()?.lastPulledAtMs ?? view.asOfMs
  const move = (by: number): void => {
    const at = numbers.findIndex(each => each.part === part)
    const next = numbers[(at + by + numbers.length) % numbers.length]
    if (!next) return
    setPart(next.part)
    document.getElementById(`organisation-${next.part}`)?.focus()
  }
  return (
    <>
      <About organisation={view.organisation} />
      <p className={classes['fresh']}>
        {asOfMs === null
          ? t('customer.notSynced')
          : t('people.heldHere', { time: moment(asOfMs, nowMs), count: view.peopleCount })}
      </p>
      <div
        className={classes['numbers']}
        role="tablist"
        aria-label={view.organisation.name}
        onKeyDown={event => {
          if (event.key === 'ArrowRight') move(1)
          if (event.key === 'ArrowLeft') move(-1)
        }}
      >
        {numbers.map(({ part: each, value, detail }) => (
          <button
            key={each}
            id={`organisation-${each}`}
            type="button"
            role="tab"
            aria-selected={each === part}
            tabIndex={each === part ? 0 : -1}
            data-autofocus={each === part || undefined}
            onClick={() => setPart(each)}
          >
            <span>{t(`people.part.${each}`)}</span>
            <strong>{value}</strong>
            <small dir="auto">{detail}</small>
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-labelledby={`organisation-${part}`} className={classes['rows']}>
        <OrganisationRows view={view} part={part} />
      </div>
    </>
  )
}
