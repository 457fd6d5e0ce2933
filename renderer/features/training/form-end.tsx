import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { closeDialog } from '../../stores/ui-store.ts'

/** The end of a form over the window: leave it, or send it. */
export function FormEnd({ label, isReady }: { readonly label: string; readonly isReady: boolean }) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="subtle" onClick={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" disabled={!isReady}>
        {label}
      </Button>
    </Group>
  )
}
