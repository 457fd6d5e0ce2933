import { useTranslation } from 'react-i18next'
import { shortcutFor } from '../../commands/command-table.ts'
import { Line, Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { canInsert } from '../../data/insert-words.ts'
import { insertTopic, topicDay, topicTitle } from '../../data/topics.ts'
import { useLiveValue } from '../../data/use-live-query.ts'

type TopicsProps = { readonly customerId: string; readonly ticketId: string | null }

/** A milestone, praise, something that came: a word beside the matter. Nothing on a bad day, and nothing for guests. */
export function Topics({ customerId, ticketId }: TopicsProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const topics = useLiveValue('customers.topics', isGuest ? null : { customerId }) ?? []
  if (topics.length === 0) return null
  return (
    <Section title={t('topics.heading')}>
      <ul>
        {topics.map((topic, index) => {
          const title = topicTitle(topic)
          return (
            <Line
              key={title}
              title={title}
              detail={topicDay(topic)}
              aside={
                canInsert() ? (
                  <SmallButton
                    aria-label={t('topics.insertNamed', { title })}
                    data-tip={index === 0 ? t('commands.topic.insert') : undefined}
                    data-keys={index === 0 ? shortcutFor('topic.insert') : undefined}
                    onClick={() => insertTopic(topic, { customerId, ticketId })}
                  >
                    {t('common.insert')}
                  </SmallButton>
                ) : undefined
              }
            />
          )
        })}
      </ul>
    </Section>
  )
}
