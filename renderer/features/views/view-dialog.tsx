import { Button, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SortName } from '../../../shared/contract/threads.ts'
import type { SavedView } from '../../../shared/contract/views.ts'
import { isSound } from '../../../shared/rules/saved-views/problems.ts'
import type { ViewBody } from '../../../shared/rules/saved-views/rule.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { keepView, removeView } from '../../data/view-intents.ts'
import { useAgent } from '../../stores/session-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { useViewDraft } from '../../stores/view-draft-store.ts'
import type { ViewDraft } from '../../stores/view-draft-store.ts'
import { ColumnsChoice } from './columns-choice.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { RulePreview } from './rule-preview.tsx'
import { SharingChoice } from './sharing-choice.tsx'
import classes from './views.module.css'

/** Makes a view, or changes one. */
export function ViewDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'view')
  const draft = useViewDraft()
  return (
    <Dialog
      opened={isOpen && draft !== null}
      onClose={closeDialog}
      title={t(draft?.before ? 'view.editTitle' : 'view.newTitle')}
      size={660}
      closeOnClickOutside={false}
    >
      {isOpen && draft && <Editor begin={draft} />}
    </Dialog>
  )
}

/** Two views of one name, side by side in the menu, could not be told apart. */
const isTaken = ({ before, name, sharing }: ViewDraft, views: readonly SavedView[]): boolean =>
  views.some(
    view =>
      view.id !== before?.id &&
      view.isShared === (sharing.to !== 'me') &&
      view.name.trim().toLowerCase() === name.trim().toLowerCase(),
  )

function Editor({ begin }: { readonly begin: ViewDraft }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(begin)
  const [isBusy, setBusy] = useState(false)
  const views = useLiveValue('views.list', {}) ?? []
  const isSupervisor = maySupervise(useAgent()?.role ?? 'agent')
  const set = (change: Partial<ViewDraft>): void => setDraft(current => ({ ...current, ...change }))
  const setBody = (change: Partial<ViewBody>): void => set({ body: { ...draft.body, ...change } })
  const taken = isTaken(draft, views)
  const { name, body, sharing, before } = draft
  const hasTeams = sharing.to !== 'teams' || sharing.teamIds.length > 0
  const isWhole = name.trim() !== '' && !taken && hasTeams && isSound(body.rule)
  const save = async (): Promise<void> => {
    if (!isWhole || isBusy) return
    setBusy(true)
    const isKept = await keepView(draft, views)
    setBusy(false)
    if (isKept) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
      }}
    >
      <TextInput
        data-autofocus
        label={t('view.name')}
        placeholder={t('view.namePlaceholder')}
        maxLength={120}
        dir="auto"
        value={name}
        error={taken ? t('view.nameTaken') : undefined}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <RuleEditor rule={body.rule} onChange={rule => setBody({ rule })} />
      <RulePreview rule={body.rule} />
      <div className={classes['pair']}>
        <Select
          label={t('view.sort')}
          value={body.sort}
          onChange={sort => sort && setBody({ sort })}
          data={SortName.options.map(value => ({ value, label: t(`sorts.${value}`) }))}
        />
        <ColumnsChoice columns={body.columns} onChange={columns => setBody({ columns })} />
      </div>
      {isSupervisor && <SharingChoice sharing={sharing} onChange={next => set({ sharing: next })} />}
      <Actions before={before} isBusy={isBusy} isWhole={isWhole} />
    </form>
  )
}

type ActionsProps = {
  readonly before: SavedView | null
  readonly isBusy: boolean
  readonly isWhole: boolean
}

function Actions({ before, isBusy, isWhole }: ActionsProps) {
  const { t } = useTranslation()
  const remove = (view: SavedView): void => {
    closeDialog()
    void removeView(view)
  }
  return (
    <Group justify="flex-end" mt={4}>
      {before && (
        <Button variant="subtle" color="red" mr="auto" onClick={() => remove(before)}>
          {t('view.remove')}
        </Button>
      )}
      <Button variant="subtle" onClick={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={isBusy} disabled={!isWhole}>
        {t('common.save')}
      </Button>
    </Group>
  )
}
