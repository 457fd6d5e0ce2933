import { Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { STORY_KINDS } from '../../../shared/domain/training.ts'
import type { StoryKind } from '../../../shared/domain/training.ts'

export type StoryWords = {
  readonly title: string
  readonly body: string
  readonly reason: string
  readonly kind: StoryKind
  readonly topics: string[]
}
type StoryFieldsProps = {
  readonly words: StoryWords
  /** Topics other stories have. */
  readonly topics: readonly string[]
  readonly onChange: (words: StoryWords) => void
}

/** What a story says, and where it belongs. */
export function StoryFields({ words, topics, onChange }: StoryFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        data-autofocus
        dir="auto"
        maxLength={200}
        label={t('training.stories.name')}
        value={words.title}
        onChange={event => onChange({ ...words, title: event.currentTarget.value })}
      />
      <Textarea
        dir="auto"
        autosize
        minRows={5}
        maxRows={12}
        maxLength={4_000}
        label={t('training.stories.body')}
        value={words.body}
        onChange={event => onChange({ ...words, body: event.currentTarget.value })}
      />
      <Textarea
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4_000}
        label={t('training.stories.reason')}
        value={words.reason}
        onChange={event => onChange({ ...words, reason: event.currentTarget.value })}
      />
      <Select
        allowDeselect={false}
        label={t('training.stories.kind')}
        data={STORY_KINDS.map(value => ({ value, label: t(`training.stories.kinds.${value}`) }))}
        value={words.kind}
        onChange={value =>
          onChange({ ...words, kind: STORY_KINDS.find(each => each === value) ?? words.kind })
        }
      />
      <TagsInput
        label={t('training.stories.topics')}
        data={[...topics]}
        maxTags={12}
        value={words.topics}
        onChange={next => onChange({ ...words, topics: next })}
      />
    </>
  )
}
