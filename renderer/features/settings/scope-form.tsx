import { Button, MultiSelect, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FETCH_CHOICES, QUEUE_CHOICES } from '../../../shared/domain/scope.ts'
import type { ScopePolicyRow } from '../../../shared/domain/scope.ts'
import { contentOf, LEAST_MEGABYTES, MOST_MEGABYTES } from '../../../shared/rules/scope-policy.ts'
import type { ScopeContent } from '../../../shared/rules/scope-policy.ts'
import { setScope } from '../../data/set-scope.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { DaysSelect } from './days-select.tsx'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

type Change = (part: Partial<ScopeContent>) => void
type PartProps = { readonly content: ScopeContent; readonly onChange: Change }

/** What every laptop of the workspace holds. Nothing changes before it is set: rows leave everybody's laptop by it. */
export function ScopeForm({ policy }: { readonly policy: ScopePolicyRow | null }) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const [content, setContent] = useState(() => contentOf(policy))
  const isChanged = JSON.stringify(content) !== JSON.stringify(contentOf(policy))
  const onChange: Change = part => setContent(before => ({ ...before, ...part }))
  return (
    <>
      <Queues content={content} onChange={onChange} />
      <Row label={t('laptops.days')} hint={t('laptops.daysHint')}>
        <DaysSelect
          label={t('laptops.days')}
          value={content.days}
          most={null}
          onChange={days => onChange({ days })}
        />
      </Row>
      <Row label={t('laptops.size')} hint={t('laptops.sizeHint')}>
        <NumberInput
          aria-label={t('laptops.size')}
          placeholder={t('laptops.anySize')}
          value={content.megabytes ?? ''}
          min={LEAST_MEGABYTES}
          max={MOST_MEGABYTES}
          clampBehavior="blur"
          allowDecimal={false}
          suffix=" MB"
          onChange={value => onChange({ megabytes: typeof value === 'number' ? value : null })}
          w={260}
        />
      </Row>
      <div className={classes['ends']}>
        <p className={classes['hint']}>{t(isAway ? 'laptops.later' : 'laptops.soon')}</p>
        <Button
          variant="default"
          disabled={!isChanged}
          onClick={() => void setScope({ agentId: null, seen: policy?.version ?? 0, content })}
        >
          {t('laptops.set')}
        </Button>
      </div>
    </>
  )
}

function Queues({ content, onChange }: PartProps) {
  const { t } = useTranslation()
  const teams = useLiveValue('directory.get', {})?.teams ?? []
  const { queues, mayFetch, alsoTeamIds } = content
  return (
    <>
      <Row label={t('laptops.queues')} hint={t('laptops.queuesHint')}>
        <NativeSelect
          aria-label={t('laptops.queues')}
          value={queues}
          data={QUEUE_CHOICES.map(value => ({ value, label: t(`laptops.queuesOf.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ queues: currentTarget.value === 'own' ? 'own' : 'all' })
          }
          w={260}
        />
      </Row>
      {queues === 'own' && (
        <>
          <Row label={t('laptops.also')} hint={t('laptops.alsoHint')}>
            <MultiSelect
              aria-label={t('laptops.also')}
              value={alsoTeamIds}
              placeholder={alsoTeamIds.length === 0 ? t('laptops.alsoNone') : ''}
              data={teams.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={ids => onChange({ alsoTeamIds: ids })}
              w={260}
            />
          </Row>
          <Row label={t('laptops.fetch')} hint={t('laptops.fetchHint')}>
            <NativeSelect
              aria-label={t('laptops.fetch')}
              value={mayFetch}
              data={FETCH_CHOICES.map(value => ({ value, label: t(`laptops.fetchOf.${value}`) }))}
              onChange={({ currentTarget }) =>
                onChange({ mayFetch: currentTarget.value === 'any' ? 'any' : 'own' })
              }
              w={260}
            />
          </Row>
        </>
      )}
    </>
  )
}
