import { Button, Menu, TextInput } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Macro } from '../../../../shared/domain/knowledge.ts'
import { actionOf, stepOf } from '../../../../shared/rules/macro-actions.ts'
import type { TicketAction } from '../../../../shared/rules/ticket-actions.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { describeAction } from '../../../lib/describe-action.ts'
import { describeIntent } from '../../../lib/describe-intent.ts'
import { span } from '../../../lib/format.ts'
import { StepChoices } from './step-choices.tsx'
import type { WrittenStep } from './step-choices.tsx'
import classes from './steps-field.module.css'

type Step = Macro['steps'][number]
type StepsFieldProps = {
  readonly steps: readonly Step[]
  readonly onChange: (steps: readonly Step[]) => void
}

/** What a canned reply does beside its words, in order; what this version does not know stays and says so. */
export function StepsField({ steps, onChange }: StepsFieldProps) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState<WrittenStep | null>(null)
  const wordsOf = useStepWords()
  const add = (action: TicketAction): void => {
    const step = stepOf(action)
    if (step) onChange([...steps, step])
    setWriting(null)
  }
  const without = (at: number): readonly Step[] => steps.filter((_, place) => place !== at)
  const earlier = (at: number): readonly Step[] => {
    const step = steps[at]
    return step ? without(at).toSpliced(at - 1, 0, step) : steps
  }
  return (
    <section className={classes['steps']} aria-label={t('answers.stepsTitle')}>
      <strong>{t('answers.stepsTitle')}</strong>
      {steps.length > 0 && (
        <ol>
          {steps.map((step, at) => {
            const words = wordsOf(step)
            return (
              <li key={`${at} ${words}`}>
                <span dir="auto">{words}</span>
                {at > 0 && (
                  <IconButton
                    label={t('answers.stepEarlier', { step: words })}
                    icon={<IconArrowUp />}
                    onClick={() => onChange(earlier(at))}
                  />
                )}
                <IconButton
                  label={t('answers.stepAway', { step: words })}
                  icon={<IconTrash />}
                  onClick={() => onChange(without(at))}
                />
              </li>
            )
          })}
        </ol>
      )}
      {writing === null ? (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />}>
              {t('answers.addStep')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <StepChoices onAdd={add} onWrite={setWriting} />
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Writing key={writing} what={writing} onAdd={add} onLeave={() => setWriting(null)} />
      )}
    </section>
  )
}

/** A step in the words the list of changes has for it; a time to come is said as how long. */
function useStepWords(): (step: Step) => string {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  return step => {
    const action = actionOf(step)
    if (!action) return t('macros.unknownStep', { name: step.mutation })
    if (action.type === 'snooze' && 'inMinutes' in action.until)
      return t('answers.stepSnooze', { span: span(action.until.inMinutes * 60_000) })
    return describeIntent(describeAction(action), directory)
  }
}

type WritingProps = {
  readonly what: WrittenStep
  readonly onAdd: (action: TicketAction) => void
  readonly onLeave: () => void
}

const DAY_MINUTES = 1_440

function actionFrom(what: WrittenStep, words: string): TicketAction {
  const tags = [
    ...new Set(
      words
        .split(',')
        .map(tag => tag.trim())
        .filter(tag => tag !== ''),
    ),
  ]
  switch (what) {
    case 'tag':
      return { type: 'tag', tags }
    case 'untag':
      return { type: 'untag', tags }
    case 'note':
      return { type: 'note', body: words.trim() }
    case 'followUp':
      return { type: 'followUp', title: words.trim(), due: { inMinutes: DAY_MINUTES } }
  }
}

/** A step that has words of its own: labels, a note, a follow-up. */
function Writing({ what, onAdd, onLeave }: WritingProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const isReady = words.replaceAll(',', '').trim() !== ''
  return (
    <div className={classes['writing']}>
      <TextInput
        autoFocus
        dir="auto"
        size="xs"
        label={t(`answers.write.${what}`)}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          // The form around it is not what is meant.
          event.preventDefault()
          if (isReady) onAdd(actionFrom(what, words))
        }}
      />
      <Button size="xs" variant="subtle" onClick={onLeave}>
        {t('common.cancel')}
      </Button>
      <Button size="xs" disabled={!isReady} onClick={() => onAdd(actionFrom(what, words))}>
        {t('answers.addThisStep')}
      </Button>
    </div>
  )
}
