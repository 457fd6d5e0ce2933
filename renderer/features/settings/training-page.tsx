import { Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrainingListView } from '../../../shared/contract/training.ts'
import type { TrainingItem } from '../../../shared/domain/training.ts'
import { CARD_KEYS } from '../../../shared/rules/training/scorecards.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { setTrainingList } from '../../data/training-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { makeId } from '../../lib/make-id.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import classes from './settings-dialog.module.css'
import list from './training-page.module.css'

/** What answers are looked at for, for each pane, and the team's own first steps: for supervisors to set. */
export function TrainingPage() {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const lists = useLiveValue('trainingLists.list', {})
  if (!lists) return <Skeleton rows={5} />
  return (
    <>
      <p className={classes['hint']}>{t('training.settings.how')}</p>
      {lists.map(each => (
        <ListForm key={`${each.key} ${each.version}`} list={each} />
      ))}
      <p className={classes['hint']}>{t(isAway ? 'sending.later' : 'sending.now')}</p>
    </>
  )
}

/** What stands there while the team has set nothing. */
function comesAlong(key: TrainingListView['key']): readonly TrainingItem[] {
  if (key === 'first-steps' || key === 'plain-words') return []
  const pane = key === 'service-card' ? 'service' : 'support'
  return CARD_KEYS[pane].map(id => ({ id, text: dynamicText(`training.card.${id}`) ?? id }))
}

function ListForm({ list: { key, items: set, version } }: { readonly list: TrainingListView }) {
  const { t } = useTranslation()
  const [items, setItems] = useState<readonly TrainingItem[]>(set ?? comesAlong(key))
  const change = (id: string, text: string): void =>
    setItems(items.map(item => (item.id === id ? { id, text } : item)))
  const kept = items.flatMap(({ id, text }) => (text.trim() === '' ? [] : [{ id, text: text.trim() }]))
  return (
    <form
      className={list['form']}
      aria-label={t(`training.settings.${key}`)}
      onSubmit={event => {
        event.preventDefault()
        void setTrainingList(key, { version, items: kept })
      }}
    >
      <strong>{t(`training.settings.${key}`)}</strong>
      {key === 'plain-words' && <p className={classes['hint']}>{t('training.settings.wordsHow')}</p>}
      {items.map((item, index) => (
        <div key={item.id} className={list['item']}>
          <TextInput
            dir="auto"
            maxLength={200}
            aria-label={t('training.settings.line', { n: index + 1 })}
            value={item.text}
            onChange={event => change(item.id, event.currentTarget.value)}
          />
          <IconButton
            label={t('training.settings.remove', { n: index + 1 })}
            icon={<IconTrash />}
            onClick={() => setItems(items.filter(({ id }) => id !== item.id))}
          />
        </div>
      ))}
      <div className={list['actions']}>
        <Button variant="default" onClick={() => setItems([...items, { id: makeId(), text: '' }])}>
          {t('training.settings.add')}
        </Button>
        <Button type="submit">{t('common.save')}</Button>
      </div>
    </form>
  )
}
