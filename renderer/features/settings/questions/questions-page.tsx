import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NextQuestion } from '../../../../shared/domain/growth.ts'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { makeId } from '../../../lib/make-id.ts'
import classes from '../plans-page.module.css'
import { QuestionForm } from './question-form.tsx'

const fresh = (): NextQuestion => ({
  id: makeId(),
  question: '',
  answer: '',
  articleId: null,
  conditions: {},
  isActive: true,
  version: 0,
  updatedAtMs: 0,
})

/** Questions customers tend to ask at a certain point, with their answers: for supervisors to write. */
export function QuestionsPage() {
  const { t } = useTranslation()
  const questions = useLiveValue('nextQuestions.list', {})
  const [edited, setEdited] = useState<NextQuestion | null>(null)
  if (!questions) return <Skeleton rows={5} />
  if (edited) return <QuestionForm key={edited.id} question={edited} onDone={() => setEdited(null)} />
  return (
    <>
      <p className={classes['hint']}>{t('growth.questions.how')}</p>
      <ul className={classes['list']}>
        {questions.map(question => (
          <li key={question.id}>
            <button type="button" onClick={() => setEdited(question)}>
              <strong dir="auto">{question.question}</strong>
              <span>
                {t('growth.questions.conditions', { count: Object.keys(question.conditions).length })}
                {question.articleTitle === null ? '' : ` · ${question.articleTitle}`}
                {question.isActive ? '' : ` · ${t('relation.template.away')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => setEdited(fresh())}>
        {t('growth.questions.add')}
      </Button>
    </>
  )
}
