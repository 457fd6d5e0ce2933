import { Modal } from '@mantine/core'
import type { ModalProps } from '@mantine/core'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A dialog over the window, with a close button that has a name. Nothing of it is put together before it is opened for
 * the first time: a screen has dozens that stay closed. It comes closed and opens before the next paint, so that it
 * remembers where the focus was.
 */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation()
  const [isMade, setMade] = useState(false)
  useLayoutEffect(() => {
    if (props.opened) setMade(true)
  }, [props.opened])
  if (!props.opened && !isMade) return null
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common.closeDialog') }}
      {...props}
      opened={props.opened && isMade}
    />
  )
}
