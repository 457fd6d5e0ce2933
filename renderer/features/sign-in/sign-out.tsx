import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useUnsent } from '../../stores/sync-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** Says plainly what stays behind unsent before anybody leaves. */
export function SignOut() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'sign-out')
  const agent = useAgent()
  const action = useAction('session.signOut')
  const unsent = useUnsent()
  const leave = async (forget: boolean): Promise<void> => {
    if ((await action.run({ forget })) !== null) closeDialog()
  }
  return (
    <Dialog
      opened={isOpen}
      onClose={closeDialog}
      title={t('signOut.title', { name: agent?.name ?? '' })}
      size="sm"
    >
      <p>{unsent > 0 ? t('signOut.unsent', { count: unsent }) : t('signOut.nothingUnsent')}</p>
      <FormError error={action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        {unsent === 0 && (
          <Button variant="default" loading={action.isBusy} onClick={() => void leave(true)}>
            {t('signOut.forget')}
          </Button>
        )}
        <Button data-autofocus loading={action.isBusy} onClick={() => void leave(false)}>
          {t('signOut.leave')}
        </Button>
      </Group>
    </Dialog>
  )
}
