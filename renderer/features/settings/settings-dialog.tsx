import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import type { Role } from '../../../shared/domain/values.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { useAgent } from '../../stores/session-store.ts'
import { closeDialog, showSettings, useUi } from '../../stores/ui-store.ts'
import type { SettingsPage } from '../../stores/ui-store.ts'
import { useMayWriteAnswers } from '../../data/answer-intents.ts'
import { AnswersPage } from './answers/answers-page.tsx'
import { BetweenPage } from './between-page.tsx'
import { AllowancesPage } from './allowances-page.tsx'
import { ComputerPage } from './computer-page.tsx'
import { FormsPage } from './forms/forms-page.tsx'
import { GuestsPage } from './guests/guests-page.tsx'
import { GuidesPage } from './guides/guides-page.tsx'
import { KeepingPage } from './keeping-page.tsx'
import { KeysPage } from './keys-page.tsx'
import { LaptopsPage } from './laptops-page.tsx'
import { LevelsPage } from './levels/levels-page.tsx'
import { LookPage } from './look-page.tsx'
import { NotificationsPage } from './notifications-page.tsx'
import { OutreachPage } from './outreach/outreach-page.tsx'
import { ProductsPage } from './products/products-page.tsx'
import { QuestionsPage } from './questions/questions-page.tsx'
import { PlansPage } from './plans-page.tsx'
import { PortraitPage } from './portrait-page.tsx'
import { SendingPage } from './sending-page.tsx'
import { SurveysPage } from './surveys-page.tsx'
import classes from './settings-dialog.module.css'
import { SettingsNav } from './settings-nav.tsx'
import { TrainingPage } from './training-page.tsx'
import { WorkPage } from './work-page.tsx'

const PAGES: readonly (readonly [SettingsPage, () => ReactNode])[] = [
  ['look', LookPage],
  ['work', WorkPage],
  ['notifications', NotificationsPage],
  ['keys', KeysPage],
  ['computer', ComputerPage],
  ['laptops', LaptopsPage],
  ['keeping', KeepingPage],
  ['levels', LevelsPage],
  ['sending', SendingPage],
  ['allowances', AllowancesPage],
  ['answers', AnswersPage],
  ['forms', FormsPage],
  ['guides', GuidesPage],
  ['plans', PlansPage],
  ['outreach', OutreachPage],
  ['surveys', SurveysPage],
  ['questions', QuestionsPage],
  ['products', ProductsPage],
  ['between', BetweenPage],
  ['portrait', PortraitPage],
  ['training', TrainingPage],
  ['guests', GuestsPage],
]
/** Of the team and not of this computer: only who may set it sees it. */
const OF_SUPERVISORS: ReadonlySet<SettingsPage> = new Set<SettingsPage>([
  'levels',
  'sending',
  'allowances',
  'forms',
  'guides',
  'plans',
  'outreach',
  'surveys',
  'questions',
  'products',
  'between',
  'portrait',
  'training',
  'guests',
])

type Who = { readonly role: Role | 'other'; readonly mayWrite: boolean }
function isFor(name: SettingsPage, { role, mayWrite }: Who): boolean {
  if (name === 'answers') return mayWrite
  if (name === 'keeping') return role === 'admin'
  return !OF_SUPERVISORS.has(name) || maySupervise(role)
}

/** How the console looks, works and tells. Every change shows at once and stays after a restart. */
export function SettingsDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'settings')
  const page = useUi(state => state.settingsPage)
  const role = useAgent()?.role ?? 'other'
  const mayWrite = useMayWriteAnswers()
  const pages = PAGES.filter(([name]) => isFor(name, { role, mayWrite }))
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('settings.title')} size={820}>
      <Tabs
        value={page}
        onChange={next => next !== null && showSettings(next as SettingsPage)}
        orientation="vertical"
        keepMounted={false}
        classNames={{
          root: classes['tabs'] ?? '',
          list: classes['tabList'] ?? '',
          tab: classes['tab'] ?? '',
          panel: classes['panel'] ?? '',
        }}
      >
        <SettingsNav page={page} pages={pages.map(([name]) => name)} />
        {pages.map(([name, Page]) => (
          <Tabs.Panel key={name} value={name}>
            <Page />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Dialog>
  )
}
