import { Tabs } from '@mantine/core'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { now } from '../../lib/clock.ts'
import { placeHere } from '../../stores/session-store.ts'
import { seeNews, showTraining, TRAINING_TABS, useTraining } from '../../stores/training-store.ts'
import type { TrainingTab } from '../../stores/training-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { CoachingTab } from './coaching-tab.tsx'
import { FirstStepsTab } from './first-steps-tab.tsx'
import { KudosTab } from './kudos-tab.tsx'
import { PracticeTab } from './practice-tab.tsx'
import { StoriesTab } from './stories-tab.tsx'
import classes from './training.module.css'

const PANELS: Readonly<Record<TrainingTab, () => ReactNode>> = {
  'first-steps': FirstStepsTab,
  kudos: KudosTab,
  stories: StoriesTab,
  practice: PracticeTab,
  coaching: CoachingTab,
}

/** What guests learn by: no words between two, no first steps. */
const OF_GUESTS: readonly TrainingTab[] = ['kudos', 'stories', 'practice']

/** Dialog "Learning together": thanks, stories, practice, words between two, first steps. */
export function TrainingDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'training')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('training.title')} size={860}>
      {isOpen && <Panels />}
    </Dialog>
  )
}

function Panels() {
  const { t } = useTranslation()
  const tab = useTraining(state => state.tab)
  const tabs = useIsGuest() ? OF_GUESTS : TRAINING_TABS
  useEffect(() => {
    const place = placeHere()
    if (place && (tab === 'kudos' || tab === 'coaching')) seeNews(place.id, now())
  }, [tab])
  return (
    <Tabs
      value={tab}
      onChange={next => next !== null && showTraining(next as TrainingTab)}
      keepMounted={false}
      classNames={{
        list: classes['tabs'] ?? '',
        tab: classes['tab'] ?? '',
        panel: classes['panel'] ?? '',
      }}
    >
      <Tabs.List aria-label={t('training.title')}>
        {tabs.map(name => (
          <Tabs.Tab key={name} value={name} data-autofocus={name === tab || undefined}>
            {t(`training.tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(name => {
        const Panel = PANELS[name]
        return (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        )
      })}
    </Tabs>
  )
}
