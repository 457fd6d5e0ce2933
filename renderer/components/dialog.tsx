import { Modal } from '@mantine/core'
import type { ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A dialog over the window, with a close button that has a name. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation()
  return <Modal closeButtonProps={{ 'aria-label': t('common.closeDialog') }} {...props} />
}
