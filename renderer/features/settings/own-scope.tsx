import { MultiSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LaptopScope } from '../../../shared/contract/scope.ts'
import { contentOf, LEAST_MEGABYTES, MOST_MEGABYTES } from '../../../shared/rules/scope-policy.ts'
import type { ScopeContent } from '../../../shared/rules/scope-policy.ts'
import { setScope } from '../../data/set-scope.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { DaysSelect } from './days-select.tsx'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

/** Less than everybody's on the agent's own laptops; offered only where the workspace's policy leaves a choice. */
export function OwnScope({ scope }: { readonly scope: LaptopScope }) {
  const { t } = useTranslation()
  const agent = useAgent()
  const teams = useLiveValue('directory.get', {})
  const me = teams?.agents.find(({ id }) => id === agent?.id)
  const everybody = contentOf(scope.workspace)
  const own = contentOf(scope.own)
  const isAged = everybody.days !== null || everybody.megabytes !== null
  const mine = (teams?.teams ?? []).filter(({ id }) => me?.teamIds.includes(id))
  const hasQueues = everybody.queues === 'own' && mine.length > 1
  if (!agent || !(isAged || hasQueues)) return null
  const change = (part: Partial<ScopeContent>): void =>
    void setScope({ agentId: agent.id, seen: scope.own?.version ?? 0, content: { ...own, ...part } })
  return (
    <>
      <h3 className={classes['part']}>{t('laptops.mine')}</h3>
      <p className={classes['hint']}>{t('laptops.mineHint')}</p>
      {isAged && (
        <Row label={t('laptops.days')}>
          <DaysSelect
            label={t('laptops.myDays')}
            value={own.days}
            most={everybody.days ?? Number.POSITIVE_INFINITY}
            onChange={days => change({ days })}
          />
        </Row>
      )}
      {isAged && <Size value={own.megabytes} most={everybody.megabytes} onChange={change} />}
      {hasQueues && (
        <Row label={t('laptops.without')} hint={t('laptops.withoutHint')}>
          <MultiSelect
            aria-label={t('laptops.without')}
            value={own.withoutTeamIds}
            data={mine.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={withoutTeamIds => change({ withoutTeamIds })}
            w={260}
          />
        </Row>
      )}
    </>
  )
}

type SizeProps = {
  readonly value: number | null
  readonly most: number | null
  readonly onChange: (part: Partial<ScopeContent>) => void
}

/** Taken when the field is left: what is half written is no limit. */
function Size({ value, most, onChange }: SizeProps) {
  const { t } = useTranslation()
  const highest = most ?? MOST_MEGABYTES
  return (
    <Row label={t('laptops.size')}>
      <NumberInput
        aria-label={t('laptops.mySize')}
        placeholder={t('laptops.asEverybody')}
        defaultValue={value ?? ''}
        min={LEAST_MEGABYTES}
        max={highest}
        allowDecimal={false}
        suffix=" MB"
        onBlur={({ currentTarget }) => {
          const number = Number.parseInt(currentTarget.value, 10)
          const megabytes = Number.isNaN(number) ? null : Math.min(highest, Math.max(LEAST_MEGABYTES, number))
          if (megabytes !== value) onChange({ megabytes })
        }}
        w={260}
      />
    </Row>
  )
}
