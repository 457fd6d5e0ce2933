import { Checkbox, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../shared/contract/index.ts'
import type { SlaPolicy } from '../../../../shared/domain/service-levels.ts'
import type { WorkKind } from '../../../../shared/domain/values.ts'
import type { PolicyContent } from '../../../../shared/rules/sla/policy-problems.ts'
import { policyProblems } from '../../../../shared/rules/sla/policy-problems.ts'
import { newestVersion, NOTHING_PROMISED, policyContent } from '../../../../shared/rules/sla/versions.ts'
import { act } from '../../../data/use-action.ts'
import { now } from '../../../lib/clock.ts'
import { dateOnly } from '../../../lib/format.ts'
import { HoursInput } from './hours-input.tsx'
import classes from './levels.module.css'
import { Preview } from './preview.tsx'
import { Rules } from './rules.tsx'
import { SaveBar } from './save-bar.tsx'
import { Targets } from './targets.tsx'
import { useVersion } from './use-version.ts'

type Levels = Output<'serviceLevels.get'>
type PolicyProps = { readonly kind: WorkKind; readonly levels: Levels }

const nothing = (name: string): PolicyContent => ({
  name,
  targets: NOTHING_PROMISED,
  tiers: [],
  pausesIn: ['pending', 'snoozed'],
  warnBefore: { minutes: null, share: 0.25 },
  escalations: [],
})

/** What is promised for one kind of work: a form over the version that stands. */
export function Policy({ kind, levels }: PolicyProps) {
  const { t } = useTranslation()
  const versions = levels.policies.filter(policy => policy.kind === kind)
  const newest = newestVersion(versions)
  const standing = {
    version: newest?.version ?? 0,
    content: newest ? policyContent(newest) : nothing(t(`kind.${kind}`)),
  }
  const { content, change, reset, isChanged, seen, isOvertaken } = useVersion<PolicyContent>(standing)
  const problems = useMemo(() => policyProblems(content), [content])
  const isWrong = (at: string): boolean => problems.some(problem => problem.at === at)
  const save = (): void => void act('slaPolicy.set', { kind, seen, content: content as never })
  return (
    <>
      <TextInput
        label={t('levels.name')}
        value={content.name}
        error={isWrong('name')}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <Targets
        kind={kind}
        content={content}
        calendars={levels.calendars}
        isWrong={isWrong}
        onChange={change}
      />
      <WarnBefore content={content} isWrong={isWrong('warnBefore')} onChange={change} />
      <Pauses content={content} onChange={change} />
      <Rules kind={kind} content={content} isWrong={isWrong} onChange={change} />
      <Preview kind={kind} content={content} calendars={levels.calendars} />
      <Versions versions={versions} />
      <SaveBar {...{ problems, isChanged, isOvertaken }} onSave={save} onReset={reset} />
    </>
  )
}

type PartProps = {
  readonly content: PolicyContent
  readonly onChange: (part: Partial<PolicyContent>) => void
}
const QUARTER = 0.25
const HALF_HOUR = 30

function WarnBefore({ content, isWrong, onChange }: PartProps & { readonly isWrong: boolean }) {
  const { t } = useTranslation()
  const { minutes, share } = content.warnBefore
  const shares = [...new Set([0.1, QUARTER, 0.5, share ?? QUARTER])].toSorted((a, b) => a - b)
  const choose = (value: string | null): void =>
    onChange({
      warnBefore:
        value === 'minutes' ? { minutes: HALF_HOUR, share: null } : { minutes: null, share: Number(value) },
    })
  return (
    <div className={classes['line']}>
      <span className={classes['label']}>{t('levels.warn')}</span>
      <Select
        aria-label={t('levels.warn')}
        value={minutes === null ? String(share) : 'minutes'}
        onChange={choose}
        data={[
          ...shares.map(each => ({
            value: String(each),
            label: t('levels.warnShare', { percent: Math.round(each * 100) }),
          })),
          { value: 'minutes', label: t('levels.warnFixed') },
        ]}
        w={220}
      />
      {minutes !== null && (
        <HoursInput
          label={t('levels.warnTime')}
          minutes={minutes}
          isWrong={isWrong}
          onChange={next => onChange({ warnBefore: { minutes: next ?? 0, share: null } })}
        />
      )}
    </div>
  )
}

function Pauses({ content: { pausesIn }, onChange }: PartProps) {
  const { t } = useTranslation()
  const toggle = (state: string): void =>
    onChange({
      pausesIn: pausesIn.includes(state)
        ? pausesIn.filter(each => each !== state)
        : [...pausesIn, state].toSorted(),
    })
  return (
    <div className={classes['line']}>
      <span className={classes['label']}>{t('levels.pauses')}</span>
      {(['pending', 'snoozed'] as const).map(state => (
        <Checkbox
          key={state}
          label={t(`state.${state}`)}
          checked={pausesIn.includes(state)}
          onChange={() => toggle(state)}
        />
      ))}
    </div>
  )
}

/** What was promised when: old threads keep theirs. */
function Versions({ versions }: { readonly versions: readonly SlaPolicy[] }) {
  const { t } = useTranslation()
  if (versions.length === 0) return <p className={classes['hint']}>{t('levels.noPolicy')}</p>
  const ordered = versions.toSorted((a, b) => b.version - a.version)
  return (
    <details className={classes['versions']}>
      <summary>{t('levels.versions', { count: versions.length })}</summary>
      <ul>
        {ordered.map(({ id, name, version, validFromMs }) => (
          <li key={id}>
            <span dir="auto">{t('clock.policy', { name, version })}</span> ·{' '}
            {t('clock.since', { time: dateOnly(validFromMs, now()) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
