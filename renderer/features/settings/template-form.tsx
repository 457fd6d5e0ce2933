import { Button, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanTemplate, TemplateStep } from '../../../shared/domain/plans.ts'
import { act } from '../../data/use-action.ts'
import { ContentForm } from './content-form.tsx'
import classes from './plans-page.module.css'
import { StepRow } from './step-row.tsx'

type TemplateFormProps = { readonly template: PlanTemplate; readonly onDone: () => void }

/** A template being written; saved as a version more. */
export function TemplateForm({ template, onDone }: TemplateFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(template.name)
  const [isActive, setActive] = useState(template.isActive)
  const [steps, setSteps] = useState<readonly TemplateStep[]>(template.steps)
  const filled = steps.filter(({ title }) => title.trim() !== '')
  const isReady = name.trim() !== '' && filled.length > 0
  const save = () =>
    act('planTemplate.set', {
      templateId: template.id,
      seen: template.version,
      content: {
        name: name.trim(),
        isActive,
        steps: filled.map(step => ({ ...step, title: step.title.trim() })),
      },
    })
  return (
    <ContentForm isReady={isReady} onSave={save} onDone={onDone}>
      <TextInput
        autoFocus
        dir="auto"
        label={t('relation.template.name')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Steps steps={steps} onChange={setSteps} />
      <div className={classes['ends']}>
        <Button variant="subtle" onClick={() => setSteps([...steps, stepAfter(steps)])}>
          {t('relation.template.addStep')}
        </Button>
        <Switch
          label={t('relation.template.offered')}
          checked={isActive}
          onChange={event => setActive(event.currentTarget.checked)}
        />
      </div>
      <p className={classes['hint']}>{t('relation.template.keeps')}</p>
    </ContentForm>
  )
}

const stepAfter = (steps: readonly TemplateStep[]): TemplateStep => ({
  title: '',
  kind: 'service',
  days: (steps.at(-1)?.days ?? 0) + 1,
  owner: 'owner',
})

type StepsProps = {
  readonly steps: readonly TemplateStep[]
  readonly onChange: (steps: readonly TemplateStep[]) => void
}

function Steps({ steps, onChange }: StepsProps) {
  const without = (index: number): readonly TemplateStep[] => steps.filter((_, place) => place !== index)
  const moveUp = (index: number, step: TemplateStep): void =>
    onChange(without(index).toSpliced(index - 1, 0, step))
  return (
    <ol className={classes['steps']}>
      {steps.map((step, index) => (
        <StepRow
          // A row has no name of its own before it is saved; its place is what it is.
          key={index}
          step={step}
          number={index + 1}
          isFirst={index === 0}
          onChange={next => onChange(steps.with(index, next))}
          onUp={() => moveUp(index, step)}
          onRemove={() => onChange(without(index))}
        />
      ))}
    </ol>
  )
}
