import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanTemplate } from '../../../shared/domain/plans.ts'
import { plannedSteps } from '../../../shared/rules/plans/progress.ts'
import { Dialog } from '../../components/dialog.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import type { InFront } from '../../data/front-customer.ts'
import { startPlan } from '../../data/relation-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './plans.module.css'

/** Begins a plan with the customer in front, from a template. */
export function StartPlanDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'plan-start')
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('relation.plan.start')}>
      {who && <StartPlan who={who} />}
    </Dialog>
  )
}

function StartPlan({ who }: { readonly who: InFront }) {
  const { t } = useTranslation()
  const all = useLiveValue('planTemplates.list', {})
  const plans = useLiveValue('plans.list', { customerId: who.customerId })
  if (!all || !plans) return <Skeleton rows={4} />
  const templates = all.filter(({ isActive, steps }) => isActive && steps.length > 0)
  const running = plans.filter(({ state }) => state === 'active')
  if (templates.length === 0) return <p className={classes['hint']}>{t('relation.plan.noTemplates')}</p>
  return <StartForm who={who} templates={templates} running={running} />
}

type StartFormProps = {
  readonly who: InFront
  readonly templates: readonly PlanTemplate[]
  readonly running: readonly { readonly id: string; readonly templateId: string | null }[]
}

function StartForm({ who, templates, running }: StartFormProps) {
  const { t } = useTranslation()
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? '')
  const template = templates.find(({ id }) => id === templateId)
  const [name, setName] = useState<string | null>(null)
  const [ownerId, setOwnerId] = useState(me?.id ?? null)
  const [startMs] = useState(() => now())
  const isThere = running.some(plan => plan.templateId === templateId)
  const title = (name ?? template?.name ?? '').trim()
  const submit = async (): Promise<void> => {
    if (!template || title === '') return
    const seen = running.map(({ id }) => id)
    if (await startPlan({ ...who, template, name: title, ownerId, startMs, seen })) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <Select
        label={t('relation.plan.template')}
        data={templates.map(each => ({ value: each.id, label: each.name }))}
        value={templateId}
        allowDeselect={false}
        onChange={value => setTemplateId(value ?? templateId)}
      />
      <TextInput
        autoFocus
        dir="auto"
        label={t('relation.plan.name')}
        value={name ?? template?.name ?? ''}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Select
        label={t('relation.plan.owner')}
        data={(directory?.agents ?? []).map(agent => ({ value: agent.id, label: agent.name }))}
        value={ownerId}
        searchable
        clearable
        onChange={setOwnerId}
      />
      {template && <Preview template={template} startMs={startMs} />}
      {isThere && <p className={classes['late']}>{t('relation.plan.runs')}</p>}
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={title === ''}>
          {t('relation.plan.begin')}
        </Button>
      </div>
    </form>
  )
}

function Preview({ template, startMs }: { readonly template: PlanTemplate; readonly startMs: number }) {
  const steps = plannedSteps(template.steps, { startMs, ownerId: null })
  return (
    <ol className={classes['preview']}>
      {steps.map(({ title, kind, dueAtMs }, index) => (
        <li key={`${index} ${title}`}>
          <KindMark kind={kind} size={14} />
          <span className={classes['previewTitle']} dir="auto">
            {title}
          </span>
          <time>{dateOnly(dueAtMs, startMs)}</time>
        </li>
      ))}
    </ol>
  )
}
