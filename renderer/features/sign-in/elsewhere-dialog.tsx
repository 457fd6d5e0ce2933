import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeepLink } from '../../../shared/rules/deep-link.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { askAt } from '../../data/asked.ts'
import { useAction } from '../../data/use-action.ts'
import { useSession } from '../../stores/session-store.ts'
import { useUnsent } from '../../stores/sync-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { usePlaces } from './use-places.ts'

/** A link that means another workspace: the same number here would be somebody else's ticket. */
export function ElsewhereDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'elsewhere')
  const link = useUi(state => state.elsewhere)
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('links.elsewhere')} size="md">
      {isOpen && link && <Elsewhere link={link} />}
    </Dialog>
  )
}

function Elsewhere({ link }: { readonly link: DeepLink }) {
  const { t } = useTranslation()
  const session = useSession()
  const unsent = useUnsent()
  const places = usePlaces()
  const action = useAction('session.openPlace')
  const place = places?.find(each => each.isSignedIn && each.workspace.id === link.workspaceId)
  const here = session.state === 'open' ? session.place.workspace.name : ''
  const open = async (): Promise<void> => {
    if (!place) return
    closeDialog()
    if ((await action.run({ placeId: place.id })) !== null)
      askAt(place.id, { id: 'target.show', target: link })
  }
  return (
    <>
      <p>
        {place
          ? t('links.belongsTo', { workspace: place.workspace.name, here })
          : t('links.belongsNowhere', { here })}{' '}
        {place && unsent > 0 && t('switchPlace.unsent', { count: unsent })}
      </p>
      <FormError error={action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('links.stay')}
        </Button>
        {place && (
          <Button data-autofocus loading={action.isBusy} onClick={() => void open()}>
            {t('links.open', { workspace: place.workspace.name, name: place.agent.name })}
          </Button>
        )}
      </Group>
    </>
  )
}
