import { Button, MultiSelect, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Escalation } from '../../../../shared/domain/service-levels.ts'
import { ESCALATION_AUDIENCES, ESCALATION_MOMENTS } from '../../../../shared/domain/service-levels.ts'
import type { WorkKind } from '../../../../shared/domain/values.ts'
import { PRIORITIES } from '../../../../shared/domain/values.ts'
import { CLOCK_NAMES } from '../../../../shared/rules/sla/clock-names.ts'
import type { PolicyContent } from '../../../../shared/rules/sla/policy-problems.ts'
import { targetName } from '../../../../shared/rules/sla/target-name.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import classes from './levels.module.css'

type RulesProps = {
  readonly kind: WorkKind
  readonly content: PolicyContent
  readonly isWrong: (at: string) => boolean
  readonly onChange: (part: Partial<PolicyContent>) => void
}

const NEW_RULE: Escalation = {
  on: 'breach',
  clocks: [...CLOCK_NAMES],
  tell: ['team-supervisors'],
  raiseTo: null,
  moveToTeamId: null,
}

/** What happens when a clock warns or runs out, in the order in which it is set. */
export function Rules({ kind, content: { escalations }, isWrong, onChange }: RulesProps) {
  const { t } = useTranslation()
  const set = (place: number, part: Partial<Escalation>): void =>
    onChange({
      escalations: escalations.map((rule, index) => (index === place ? { ...rule, ...part } : rule)),
    })
  return (
    <section className={classes['rules']} aria-label={t('levels.rules')}>
      <h3 className={classes['part']}>{t('levels.rules')}</h3>
      <p className={classes['hint']}>{t('levels.rulesHow')}</p>
      {escalations.map((rule, index) => (
        <Rule
          key={index}
          kind={kind}
          rule={rule}
          isWrong={isWrong(`escalations.${index}`)}
          onChange={part => set(index, part)}
          onRemove={() => onChange({ escalations: escalations.filter((_, place) => place !== index) })}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ escalations: [...escalations, NEW_RULE] })}
      >
        {t('levels.addRule')}
      </Button>
    </section>
  )
}

type RuleProps = {
  readonly kind: WorkKind
  readonly rule: Escalation
  readonly isWrong: boolean
  readonly onChange: (part: Partial<Escalation>) => void
  readonly onRemove: () => void
}
const NOTHING = '-'

function Rule({ kind, rule, isWrong, onChange, onRemove }: RuleProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const teams = (directory?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={classes['rule']} data-wrong={isWrong || undefined}>
      <Select
        label={t('levels.when')}
        value={rule.on}
        data={ESCALATION_MOMENTS.map(on => ({ value: on, label: t(`levels.on.${on}`) }))}
        onChange={on => on && onChange({ on })}
      />
      <MultiSelect
        label={t('levels.ofClocks')}
        value={[...rule.clocks]}
        data={CLOCK_NAMES.map(clock => ({ value: clock, label: t(`target.${targetName(clock, kind)}`) }))}
        onChange={clocks => onChange({ clocks })}
      />
      <MultiSelect
        label={t('levels.tell')}
        value={[...rule.tell]}
        data={ESCALATION_AUDIENCES.map(who => ({ value: who, label: t(`escalation.${who}`) }))}
        onChange={tell => onChange({ tell })}
      />
      <Select
        label={t('levels.raise')}
        value={rule.raiseTo ?? NOTHING}
        data={[
          { value: NOTHING, label: t('levels.stays') },
          ...PRIORITIES.slice(1).map(priority => ({ value: priority, label: t(`priority.${priority}`) })),
        ]}
        onChange={value => onChange({ raiseTo: value === NOTHING ? null : value })}
      />
      <Select
        label={t('levels.move')}
        value={rule.moveToTeamId ?? NOTHING}
        data={[{ value: NOTHING, label: t('levels.stays') }, ...teams]}
        onChange={value => onChange({ moveToTeamId: value === NOTHING ? null : value })}
      />
      <IconButton label={t('levels.removeRule')} icon={<IconTrash />} onClick={onRemove} />
    </div>
  )
}
