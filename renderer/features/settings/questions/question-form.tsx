import { Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NextQuestion, QuestionConditions } from '../../../../shared/domain/growth.ts'
import { act } from '../../../data/use-action.ts'
import { ContentForm } from '../content-form.tsx'
import { ConditionFields } from './condition-fields.tsx'

type QuestionFormProps = { readonly question: NextQuestion; readonly onDone: () => void }

/** A condition that says nothing is none. */
const stated = (conditions: QuestionConditions): QuestionConditions =>
  Object.fromEntries(
    Object.entries(conditions).filter(
      ([, value]) => value !== undefined && value !== false && (!Array.isArray(value) || value.length > 0),
    ),
  )

/** A question being written, with its answer and when it is likely; saved as a version more. */
export function QuestionForm({ question: { id, version, ...before }, onDone }: QuestionFormProps) {
  const { t } = useTranslation()
  const [question, setQuestion] = useState(before.question)
  const [answer, setAnswer] = useState(before.answer)
  const [conditions, setConditions] = useState(before.conditions)
  const [isActive, setActive] = useState(before.isActive)
  const chosen = stated(conditions)
  const isReady = question.trim() !== '' && answer.trim() !== '' && Object.keys(chosen).length > 0
  const save = () =>
    act('nextQuestion.set', {
      questionId: id,
      seen: version,
      content: {
        question: question.trim(),
        answer: answer.trim(),
        articleId: before.articleId,
        conditions: chosen,
        isActive,
      },
    })
  return (
    <ContentForm isReady={isReady} onSave={save} onDone={onDone}>
      <TextInput
        autoFocus
        dir="auto"
        label={t('growth.questions.question')}
        value={question}
        onChange={event => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        label={t('growth.questions.answer')}
        description={t('growth.questions.answerHow')}
        value={answer}
        onChange={event => setAnswer(event.currentTarget.value)}
      />
      <ConditionFields conditions={conditions} onChange={setConditions} />
      <Switch
        label={t('growth.questions.offered')}
        checked={isActive}
        onChange={event => setActive(event.currentTarget.checked)}
      />
    </ContentForm>
  )
}
