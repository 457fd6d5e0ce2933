import { useTranslation } from 'react-i18next'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { usePortrait } from '../../data/portrait-question.ts'
import { closePortrait, usePortraitStore } from '../../stores/portrait-store.ts'
import type { PortraitForm } from '../../stores/portrait-store.ts'
import { About } from './about.tsx'
import { PinForm } from './pin-form.tsx'
import { PreferenceForm } from './preference-form.tsx'
import { StageForm } from './stage-form.tsx'
import { VipForm } from './vip-form.tsx'

/** Everything about who a customer is that opens over the window, one at a time. */
export function PortraitDialogs() {
  const { t } = useTranslation()
  const open = usePortraitStore(state => state.open)
  const title = open === null ? '' : t(`portrait.titles.${open.form}`)
  return (
    <Dialog
      opened={open !== null}
      onClose={closePortrait}
      title={title}
      size={open?.form === 'about' ? 620 : 480}
    >
      {open && <Loaded key={`${open.form} ${open.customerId}`} open={open} customerId={open.customerId} />}
    </Dialog>
  )
}

type LoadedProps = { readonly open: PortraitForm; readonly customerId: string }

function Loaded({ open, customerId }: LoadedProps) {
  const portrait = usePortrait(customerId)
  if (!portrait) return <Skeleton rows={4} />
  return <Form open={open} customerId={customerId} portrait={portrait} />
}

type FormProps = LoadedProps & { readonly portrait: PortraitView }

function Form({ open, customerId, portrait }: FormProps) {
  switch (open.form) {
    case 'about':
      return <About customerId={customerId} portrait={portrait} />
    case 'preference': {
      const before = portrait.preferences.find(({ id }) => id === open.preferenceId) ?? null
      return <PreferenceForm customerId={customerId} name={portrait.name} before={before} />
    }
    case 'pin': {
      const before = portrait.pins.find(({ id }) => id === open.pinId) ?? null
      return <PinForm customerId={customerId} before={before} />
    }
    case 'stage':
      return <StageForm customerId={customerId} portrait={portrait} />
    case 'vip':
      return <VipForm customerId={customerId} said={portrait.said} />
  }
}
