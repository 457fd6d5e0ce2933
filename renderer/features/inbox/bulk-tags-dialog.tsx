import { Button, Group, SegmentedControl, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { runBulk } from '../../data/run-bulk.ts'
import { describeAction } from '../../lib/describe-action.ts'
import { count } from '../../lib/format.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** Tags for all picked tickets: added, or taken off. */
export function BulkTagsDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'bulk-tags')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('inbox.changeTags')} size="sm">
      {isOpen && <Form />}
    </Dialog>
  )
}

function Form() {
  const { t } = useTranslation()
  const picked = useUi(state => state.picked)
  const [tags, setTags] = useState<string[]>([])
  const [type, setType] = useState<'tag' | 'untag'>('tag')
  const run = (): void => {
    const action = { type, tags }
    closeDialog()
    void runBulk({ ticketIds: [...picked], actions: [action], description: describeAction(action) })
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (tags.length > 0) run()
      }}
    >
      <SegmentedControl
        fullWidth
        mb={12}
        value={type}
        onChange={value => setType(value === 'untag' ? 'untag' : 'tag')}
        data={[
          { value: 'tag', label: t('inbox.addTags') },
          { value: 'untag', label: t('inbox.removeTags') },
        ]}
      />
      <TagsInput
        data-autofocus
        label={t('columns.tags')}
        description={t('inbox.tagsHint')}
        value={tags}
        onChange={setTags}
      />
      <Group justify="flex-end" mt={16}>
        <Button type="submit" disabled={tags.length === 0}>
          {t('inbox.changeMany', { count: picked.size, shown: count(picked.size) })}
        </Button>
      </Group>
    </form>
  )
}
