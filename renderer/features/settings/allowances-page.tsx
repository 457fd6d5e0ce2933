import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Allowance } from '../../../shared/domain/cases.ts'
import { ROLES } from '../../../shared/domain/values.ts'
import { isGuest } from '../../../shared/rules/guests/what-guests-may.ts'
import type { Role } from '../../../shared/domain/values.ts'
import { ALLOWANCE_PARTS, limitsOf } from '../../../shared/rules/cases/allowance.ts'
import type { AllowancePart, Limits } from '../../../shared/rules/cases/allowance.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { currencyDigits, decimalMark } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import classes from './settings-dialog.module.css'

/** Offered beside those that have limits already. */
const USUAL = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'SEK', 'PLN', 'CZK', 'TRY', 'INR', 'BRL', 'CAD', 'AUD']

/** What people of each role may give away alone: for supervisors and administrators to set. */
export function AllowancesPage() {
  const { t } = useTranslation()
  const allowances = useLiveValue('allowances.list', {})
  const isAway = useIsAway()
  const [currency, setCurrency] = useState<string | null>(null)
  if (!allowances) return <Skeleton rows={5} />
  const known = [...new Set([...allowances.map(each => each.currency), ...USUAL])]
  const shown = currency ?? known[0] ?? 'EUR'
  return (
    <>
      <p className={classes['hint']}>{t('cases.limits.how')}</p>
      <Select
        searchable
        w={140}
        mt={8}
        label={t('cases.limits.currency')}
        value={shown}
        onChange={setCurrency}
        allowDeselect={false}
        data={known}
      />
      <Table key={shown} currency={shown} allowances={allowances} />
      <p className={classes['hint']}>{t(isAway ? 'cases.limits.later' : 'cases.limits.now')}</p>
    </>
  )
}

type TableProps = { readonly currency: string; readonly allowances: readonly Allowance[] }

function Table({ currency, allowances }: TableProps) {
  const { t } = useTranslation()
  return (
    <table className={classes['windows']}>
      <thead>
        <tr>
          <th scope="col">{t('cases.limits.role')}</th>
          {ALLOWANCE_PARTS.map(part => (
            <th key={part} scope="col">
              {t(`cases.limits.${part}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {GIVING_ROLES.map(role => (
          <RoleRow
            key={role}
            role={role}
            currency={currency}
            limits={limitsOf({ role, currency }, allowances)}
          />
        ))}
      </tbody>
    </table>
  )
}

const partsOf = (limits: Limits): Limits => ({
  returnMinor: limits.returnMinor,
  correctionMinor: limits.correctionMinor,
  goodwillMinor: limits.goodwillMinor,
  goodwillMonthMinor: limits.goodwillMonthMinor,
})

/** Guests give nothing away. */
const GIVING_ROLES = ROLES.filter((role): role is Exclude<Role, 'guest'> => !isGuest(role))

type RoleRowProps = {
  readonly role: Exclude<Role, 'guest'>
  readonly currency: string
  readonly limits: Limits
}

function RoleRow({ role, currency, limits }: RoleRowProps) {
  const { t } = useTranslation()
  const own = useAgent()?.role
  const maySet = own === 'admin' || role === 'agent'
  const [edited, setEdited] = useState<Partial<Limits>>({})
  const content = { ...partsOf(limits), ...edited }
  const isChanged = ALLOWANCE_PARTS.some(part => content[part] !== limits[part])
  const unit = 10 ** currencyDigits(currency)
  const name = t(`cases.limits.roles.${role}`)
  const change = (part: AllowancePart, value: number | string): void => {
    const minor = value === '' ? null : Math.max(0, Math.round((Number(value) || 0) * unit))
    setEdited(before => ({ ...before, [part]: minor }))
  }
  const save = async (): Promise<void> => {
    if (await act('allowance.set', { role, currency, limits: content, seen: partsOf(limits) })) setEdited({})
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      {ALLOWANCE_PARTS.map(part => {
        const minor = content[part]
        return (
          <td key={part}>
            <NumberInput
              aria-label={t('cases.limits.partOf', { part: t(`cases.limits.${part}`), role: name })}
              placeholder={t('cases.limits.any')}
              value={minor === null ? '' : minor / unit}
              min={0}
              decimalScale={currencyDigits(currency)}
              decimalSeparator={decimalMark()}
              fixedDecimalScale={edited[part] === undefined && minor !== null && minor % unit !== 0}
              disabled={!maySet}
              onChange={value => change(part, value)}
              size="xs"
              hideControls
              w={76}
            />
          </td>
        )
      })}
      <td>
        {maySet && (
          <Button
            size="xs"
            variant="default"
            disabled={!isChanged}
            aria-label={t('cases.limits.setFor', { role: name })}
            onClick={() => void save()}
          >
            {t('sending.set')}
          </Button>
        )}
      </td>
    </tr>
  )
}
