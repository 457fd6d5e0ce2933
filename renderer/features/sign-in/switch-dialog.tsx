import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { useUnsent } from '../../stores/sync-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { PlaceList } from './place-list.tsx'
import { usePlaces } from './use-places.ts'

/** Another agent or workspace, without signing out of this one. What is unsent here is said first. */
export function SwitchDialog() {
  const isOpen = useUi(state => state.dialog === 'switch')
  const { t } = useTranslation()
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('switchPlace.title')} size="md">
      {isOpen && <Places />}
    </Dialog>
  )
}

function Places() {
  const { t } = useTranslation()
  const unsent = useUnsent()
  const places = usePlaces() ?? []
  const leave = useAction('session.leave')
  const toSignIn = async (): Promise<void> => {
    if ((await leave.run({})) !== null) closeDialog()
  }
  return (
    <>
      <p>{unsent > 0 ? t('switchPlace.unsent', { count: unsent }) : t('switchPlace.nothingUnsent')}</p>
      {/* A place that was signed out of opens with its password, on the sign-in page. */}
      <PlaceList places={places} onSignIn={place => (place.isSignedIn ? closeDialog() : void toSignIn())} />
      <FormError error={leave.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button variant="default" loading={leave.isBusy} onClick={() => void toSignIn()}>
          {t('switchPlace.another')}
        </Button>
      </Group>
    </>
  )
}
