import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamRuleKey } from '../../../shared/domain/between.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import { readRule } from '../../../shared/rules/team-rule.ts'
import type { RuleLimits, RuleValues } from '../../../shared/rules/team-rule.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { act } from '../../data/use-action.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { Row, SwitchRow } from './rows.tsx'
import classes from './settings-dialog.module.css'

type RuleFormProps = {
  readonly rule: TeamRuleKey
  readonly defaults: RuleValues
  readonly limits: RuleLimits
}

/** Numbers and switches of one team rule, saved together; a switch at once. */
export function RuleForm({ rule, defaults, limits }: RuleFormProps) {
  const { t } = useTranslation()
  const content = useTeamRule(rule)
  const [edited, setEdited] = useState<RuleValues>({})
  if (content === undefined) return <Skeleton rows={3} />
  const values = { ...readRule(content, defaults, limits), ...edited }
  const save = async (changed: RuleValues): Promise<void> => {
    const seen = Object.fromEntries(Object.keys(changed).map(name => [name, seenValue(content, name)]))
    if (await act('teamRule.set', { key: rule, values: changed, seen })) setEdited({})
  }
  const hasEdits = Object.keys(edited).length > 0
  return (
    <section aria-label={titleOf(rule)}>
      <h3 className={classes['part']}>{titleOf(rule)}</h3>
      {Object.entries(values).map(([name, value]) =>
        typeof value === 'boolean' ? (
          <SwitchRow
            key={name}
            label={labelOf(rule, name)}
            isOn={value}
            onChange={isOn => void save({ [name]: isOn })}
          />
        ) : (
          <Row key={name} label={labelOf(rule, name)}>
            <NumberInput
              aria-label={labelOf(rule, name)}
              size="xs"
              w={96}
              allowDecimal={false}
              value={value}
              min={limits[name]?.[0] ?? 0}
              max={limits[name]?.[1] ?? Number.MAX_SAFE_INTEGER}
              onChange={next => {
                if (typeof next === 'number') setEdited(before => ({ ...before, [name]: next }))
              }}
            />
          </Row>
        ),
      )}
      {hasEdits && (
        <p>
          <Button size="xs" onClick={() => void save(edited)}>
            {t('between.saveRule')}
          </Button>
        </p>
      )}
    </section>
  )
}

const titleOf = (rule: TeamRuleKey): string =>
  dynamicText(`between.rules.${rule}`) ?? dynamicText(`portrait.rules.${rule}`) ?? rule

const labelOf = (rule: TeamRuleKey, name: string): string =>
  dynamicText(`between.value.${rule}.${name}`) ?? dynamicText(`portrait.weights.${rule}.${name}`) ?? name

function seenValue(content: Fields | null, name: string): number | boolean | null {
  const value = content?.[name] ?? null
  return typeof value === 'string' ? null : value
}
