import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calendar } from '../../../../shared/domain/service-levels.ts'
import type { Priority, WorkKind } from '../../../../shared/domain/values.ts'
import { PRIORITIES } from '../../../../shared/domain/values.ts'
import type { PolicyContent } from '../../../../shared/rules/sla/policy-problems.ts'
import { previewTargets } from '../../../../shared/rules/sla/preview-targets.ts'
import { serviceLevels } from '../../../../shared/rules/sla/service-levels.ts'
import { targetName } from '../../../../shared/rules/sla/target-name.ts'
import { useNow } from '../../../lib/clock.ts'
import { moment } from '../../../lib/format.ts'
import classes from './levels.module.css'

type PreviewProps = {
  readonly kind: WorkKind
  readonly content: PolicyContent
  readonly calendars: readonly Calendar[]
}
const EVERYBODY = '-'

/** What a ticket that arrives now would be promised by what stands in the form. */
export function Preview({ kind, content, calendars }: PreviewProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [priority, setPriority] = useState<Priority>('normal')
  const [tier, setTier] = useState(EVERYBODY)
  const levels = useMemo(() => serviceLevels([], calendars), [calendars])
  const arriving = { priority, tier: tier === EVERYBODY ? null : tier, atMs: nowMs }
  const lines = previewTargets(content, arriving, levels)
  const tiers = [...new Set(content.tiers.map(each => each.tier))].filter(each => each.trim() !== '')
  return (
    <section className={classes['preview']} aria-label={t('levels.preview')}>
      <div className={classes['line']}>
        <span className={classes['label']}>{t('levels.preview')}</span>
        <Select
          aria-label={t('levels.priority')}
          size="xs"
          w={110}
          value={priority}
          data={PRIORITIES.toReversed().map(value => ({ value, label: t(`priority.${value}`) }))}
          onChange={value => value && setPriority(value as Priority)}
        />
        {tiers.length > 0 && (
          <Select
            aria-label={t('levels.tier')}
            size="xs"
            w={130}
            value={tiers.includes(tier) ? tier : EVERYBODY}
            data={[{ value: EVERYBODY, label: t('levels.everybody') }, ...tiers]}
            onChange={value => value && setTier(value)}
          />
        )}
      </div>
      {lines.length === 0 && <p className={classes['hint']}>{t('levels.nothingPromised')}</p>}
      <dl>
        {lines.map(({ clock, warnAtMs, dueAtMs }) => (
          <div key={clock}>
            <dt>{t(`target.${targetName(clock, kind)}`)}</dt>
            <dd>
              {dueAtMs === null
                ? t('levels.neverDue')
                : t('levels.due', { time: moment(dueAtMs, nowMs), warn: moment(warnAtMs ?? dueAtMs, nowMs) })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
