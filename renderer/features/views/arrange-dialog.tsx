import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../../shared/contract/views.ts'
import { describeRule } from '../../../shared/rules/saved-views/describe.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { howTo } from '../../commands/how-to.ts'
import { useVocabulary } from '../../components/conditions/use-vocabulary.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { draftOf } from '../../data/view-draft.ts'
import { removeView, showSaved, stepView } from '../../data/view-intents.ts'
import { useAgent } from '../../stores/session-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { editDraft } from '../../stores/view-draft-store.ts'
import classes from './views.module.css'

/** All views there are for this agent: their order, their words, the way to change them or throw them away. */
export function ArrangeDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'views')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('view.arrangeTitle')} size={600}>
      {isOpen && <Lists />}
    </Dialog>
  )
}

function Lists() {
  const { t } = useTranslation()
  const views = useLiveValue('views.list', {}) ?? []
  const own = views.filter(({ isShared }) => !isShared)
  const shared = views.filter(({ isShared }) => isShared)
  const isSupervisor = maySupervise(useAgent()?.role ?? 'agent')
  if (views.length === 0) return <EmptyState>{t('view.none', { how: howTo('view.save') })}</EmptyState>
  return (
    <>
      <List title={t('view.mine')} views={own} mayChange />
      <List title={t('view.shared')} views={shared} mayChange={isSupervisor} />
    </>
  )
}

type ListProps = {
  readonly title: string
  readonly views: readonly SavedView[]
  readonly mayChange: boolean
}

function List({ title, views, mayChange }: ListProps) {
  if (views.length === 0) return null
  return (
    <section className={classes['list']} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {views.map((view, index) => (
          <Line key={view.id} view={view} index={index} views={views} mayChange={mayChange} />
        ))}
      </ul>
    </section>
  )
}

type LineProps = Omit<ListProps, 'title'> & { readonly view: SavedView; readonly index: number }

/** Alt with an arrow moves a view where it stands; Enter shows it. */
function Line({ view, index, views, mayChange }: LineProps) {
  const { t } = useTranslation()
  const { name } = view
  const isFirst = index === 0
  const isLast = index === views.length - 1
  const step = (by: 1 | -1): void => void stepView(view, by, views)
  const draft = draftOf(view)
  return (
    <li
      onKeyDown={event => {
        const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp' | 'ArrowDown']
        if (!event.altKey || !by || !mayChange) return
        event.preventDefault()
        step(by)
      }}
    >
      <button
        type="button"
        className={classes['lineName']}
        onClick={() => {
          closeDialog()
          showSaved(view)
        }}
      >
        <strong dir="auto">{name}</strong>
        <Words view={view} />
      </button>
      {mayChange && (
        <>
          <IconButton
            label={t('view.up', { name })}
            icon={<IconArrowUp />}
            disabled={isFirst}
            onClick={() => step(-1)}
          />
          <IconButton
            label={t('view.down', { name })}
            icon={<IconArrowDown />}
            disabled={isLast}
            onClick={() => step(1)}
          />
          <IconButton
            label={t('view.changeNamed', { name })}
            icon={<IconPencil />}
            disabled={draft === null}
            onClick={() => draft && editDraft(draft)}
          />
          <IconButton
            label={t('view.removeNamed', { name })}
            icon={<IconTrash />}
            onClick={() => void removeView(view)}
          />
        </>
      )}
    </li>
  )
}

function Words({ view: { body, unknown } }: { readonly view: SavedView }) {
  const { t } = useTranslation()
  const words = useVocabulary(body?.rule.groups.flatMap(({ conditions }) => conditions) ?? [])
  const isNewer = body === null || unknown.length > 0
  return <small dir="auto">{isNewer ? t('view.newerShort') : describeRule(body.rule, words)}</small>
}
