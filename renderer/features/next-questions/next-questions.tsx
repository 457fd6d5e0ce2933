import { useTranslation } from 'react-i18next'
import type { LikelyLine } from '../../../shared/contract/growth.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Line, Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { canAnswer, giveAnswer, questionText, whyText } from '../../data/next-answer.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { read } from '../../stores/ui-store.ts'

type NextQuestionsProps = { readonly customerId: string; readonly ticketId: string | null }

/** What this customer is likely to ask next, why, and the answer ready; nothing when nothing speaks for any. */
export function NextQuestions({ customerId, ticketId }: NextQuestionsProps) {
  const { t } = useTranslation()
  const likely = useLiveValue('nextQuestions.likely', { customerId, ticketId }) ?? []
  if (likely.length === 0) return null
  const first = likely.find(canAnswer)
  return (
    <Section title={t('growth.next.title')}>
      <ul>
        {likely.map(line => (
          <QuestionLine key={line.key} line={line} isFirst={line === first} who={{ customerId, ticketId }} />
        ))}
      </ul>
    </Section>
  )
}

type QuestionLineProps = {
  readonly line: LikelyLine
  /** The key answers this one. */
  readonly isFirst: boolean
  readonly who: NextQuestionsProps
}

function QuestionLine({ line, isFirst, who }: QuestionLineProps) {
  const { t } = useTranslation()
  const question = questionText(line)
  const { articleId, articleTitle } = line
  return (
    <Line
      title={question}
      detail={[whyText(line), articleTitle].filter(Boolean).join(' · ')}
      onOpen={articleId === null ? undefined : () => read({ type: 'article', id: articleId })}
      aside={
        canAnswer(line) ? (
          <SmallButton
            aria-label={t('growth.next.answerTo', { question })}
            title={isFirst ? shortcutFor('question.answer') : undefined}
            onClick={() => giveAnswer(line, who)}
          >
            {t('growth.next.insert')}
          </SmallButton>
        ) : undefined
      }
    />
  )
}
