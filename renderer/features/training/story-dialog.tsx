import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryDraft, StoryLine } from '../../../shared/contract/training.ts'
import { topicsOf } from '../../../shared/rules/training/find-stories.ts'
import { NOBODY, takeOut } from '../../../shared/rules/training/take-out.ts'
import { Dialog } from '../../components/dialog.tsx'
import { keepStory } from '../../data/training-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useTraining } from '../../stores/training-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { FormEnd } from './form-end.tsx'
import { StoryFields } from './story-fields.tsx'
import type { StoryWords } from './story-fields.tsx'
import classes from './training.module.css'

/** Dialog "Keep as a story": begins with the ticket's own words without the person; somebody reads it before it is kept. */
export function StoryDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'story')
  const { ticketId, storyId } = useTraining(state => state)
  const stories = useLiveValue('stories.list', isOpen ? {} : null)
  const draft = useLiveValue('stories.draft', isOpen && ticketId !== null ? { ticketId } : null)
  const story = stories?.find(({ id }) => id === storyId) ?? null
  const isReady = stories !== null && (ticketId === null || draft !== null)
  return (
    <Dialog
      opened={isOpen && isReady}
      onClose={closeDialog}
      title={t('training.stories.keepTitle')}
      size={620}
    >
      {isOpen && isReady && (
        <Form key={storyId ?? ticketId} story={story} draft={draft} topics={topicsOf(stories)} />
      )}
    </Dialog>
  )
}

type FormProps = {
  readonly story: StoryLine | null
  readonly draft: StoryDraft | null
  readonly topics: readonly string[]
}

const kindOf = (kind: StoryLine['kind'] | undefined): StoryWords['kind'] =>
  kind === undefined || kind === 'other' ? 'service' : kind
const firstOf = (story: StoryLine | null, draft: StoryDraft | null): StoryWords => ({
  title: story?.title ?? draft?.title ?? '',
  body: story?.body ?? draft?.body ?? '',
  reason: story?.reason ?? '',
  kind: kindOf(story?.kind ?? draft?.kind),
  topics: [...(story?.topics ?? draft?.topics ?? [])],
})

function Form({ story, draft, topics }: FormProps) {
  const { t } = useTranslation()
  const { ticketId } = useTraining(state => state)
  const [words, setWords] = useState(() => firstOf(story, draft))
  const [isRead, setRead] = useState(false)
  // What still looks personal: said, so that it is seen before it is kept.
  const left = takeOut([words.title, words.body, words.reason].join('\n'), NOBODY).count
  const isReady = isRead && words.title.trim() !== '' && words.body.trim() !== ''
  const keep = async (): Promise<void> => {
    if (!isReady) return
    if ((await keepStory(story, { ticketId, content: words })) !== null) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      {draft && (
        <p className={classes['facts']}>{t('training.stories.takenOut', { count: draft.takenOut })}</p>
      )}
      <StoryFields words={words} topics={topics} onChange={setWords} />
      {left > 0 && (
        <p className={classes['facts']} role="status">
          {t('training.stories.looksPersonal', { count: left })}
        </p>
      )}
      <Checkbox
        label={t('training.stories.isRead')}
        checked={isRead}
        onChange={event => setRead(event.currentTarget.checked)}
      />
      <FormEnd label={t('training.stories.keep')} isReady={isReady} />
    </form>
  )
}
