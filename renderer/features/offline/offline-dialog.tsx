import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { closeDialog, openDialog, useUi } from '../../stores/ui-store.ts'
import { DayPackSection } from './day-pack.tsx'
import { DeviceSection } from './device.tsx'
import { FetchedSection } from './fetched.tsx'
import { HeldSection } from './held.tsx'

/** Dialog "Ready for offline": what a day without network needs, what the agent holds, what lies on this device. */
export function OfflineDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'offline')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('offline.title')} size={720}>
      {isOpen && (
        <>
          <DayPackSection />
          <HeldSection />
          <FetchedSection />
          <DeviceSection />
          <Button variant="subtle" mt={8} onClick={() => openDialog('health')}>
            {t('health.title')}
          </Button>
        </>
      )}
    </Dialog>
  )
}
