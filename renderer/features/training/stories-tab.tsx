import { SegmentedControl, Select, TextInput } from '@mantine/core'
import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryLine } from '../../../shared/contract/training.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { findStories, topicsOf } from '../../../shared/rules/training/find-stories.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { noteStoryRead } from '../../data/watch-first-steps.ts'
import { removeStory } from '../../data/training-intents.ts'
import { useAgentName } from '../../data/use-agent-name.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { openStory } from '../../stores/training-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from './training.module.css'

const KINDS = ['all', 'service', 'support'] as const
type Kind = (typeof KINDS)[number]

/** The bank of stories: found by words, kind and topic, read without a network. */
export function StoriesTab() {
  const { t } = useTranslation()
  const found = useLiveQuery('stories.list', {})
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Kind>('all')
  const [topic, setTopic] = useState<string | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  if (found.state === 'loading') return <Skeleton rows={6} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  const open = found.value.find(({ id }) => id === openId)
  if (open) return <Story story={open} onBack={() => setOpenId(null)} />
  const stories = findStories(found.value, { text, kind: kind === 'all' ? null : kind, topic })
  return (
    <>
      <div className={classes['bar']}>
        <TextInput
          flex={1}
          type="search"
          aria-label={t('training.stories.find')}
          placeholder={t('training.stories.find')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <SegmentedControl<Kind>
          aria-label={t('training.stories.kind')}
          value={kind}
          onChange={setKind}
          data={KINDS.map(value => ({ value, label: t(`kindFilter.${value}`) }))}
        />
        <Select
          clearable
          aria-label={t('training.stories.topic')}
          placeholder={t('training.stories.topic')}
          w={150}
          data={[...topicsOf(found.value)]}
          value={topic}
          onChange={setTopic}
        />
      </div>
      {stories.length === 0 && (
        <EmptyState>
          {t(found.value.length === 0 ? 'training.stories.none' : 'training.stories.noneFound')}
        </EmptyState>
      )}
      <ul className={classes['list']} aria-label={t('training.tab.stories')}>
        {stories.map(story => (
          <li key={story.id}>
            <button type="button" className={classes['open']} onClick={() => setOpenId(story.id)}>
              <strong dir="auto">{story.title}</strong>
              <span dir="auto">{[kindText(story), ...story.topics].join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const kindText = ({ kind }: StoryLine): string =>
  kind === 'other' ? '' : i18next.t(`training.stories.kinds.${kind}`)

function Story({ story, onBack }: { readonly story: StoryLine; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const nameOf = useAgentName()
  const me = useAgent()
  const nowMs = useNow()
  useEffect(() => noteStoryRead(story.id), [story.id])
  const isMine = story.keptBy === me?.id || maySupervise(me?.role ?? 'agent')
  const { ticketId } = story
  return (
    <article className={classes['story']} aria-label={story.title}>
      <div className={classes['bar']}>
        <SmallButton onClick={onBack}>{t('training.stories.back')}</SmallButton>
        <span data-grow />
        <LineMenu
          what={story.title}
          actions={[
            ticketId === null
              ? null
              : {
                  label: t('training.kudos.openTicket'),
                  run: () => {
                    closeDialog()
                    openTicketInTab(ticketId)
                  },
                },
            isMine
              ? { label: t('training.stories.mend'), run: () => openStory({ storyId: story.id }) }
              : null,
            isMine ? { label: t('training.stories.remove'), run: () => void removeStory(story) } : null,
          ]}
        />
      </div>
      <h3 dir="auto">{story.title}</h3>
      <p className={classes['facts']}>
        {[
          kindText(story),
          ...story.topics,
          t('training.stories.keptBy', {
            name: nameOf(story.keptBy) ?? t('ticket.colleague'),
            day: dateOnly(story.keptAtMs, nowMs),
          }),
        ].join(' · ')}
      </p>
      <p className={classes['words']} dir="auto">
        {story.body}
      </p>
      {story.reason !== '' && (
        <p className={classes['reason']} dir="auto">
          {story.reason}
        </p>
      )}
    </article>
  )
}
