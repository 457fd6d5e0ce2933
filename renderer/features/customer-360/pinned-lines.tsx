import { IconAlertTriangle, IconLock, IconPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import type { Pin } from '../../../shared/domain/portrait.ts'
import { isSensitive } from '../../../shared/rules/portrait/marks.ts'
import { PINS_SHOWN } from '../../../shared/rules/portrait/pins.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { openPortrait, toggleRevealed, useIsRevealed } from '../../stores/portrait-store.ts'
import classes from './portrait.module.css'

type PinnedLinesProps = { readonly customer: Customer; readonly portrait: PortraitView | null }

/** Room below the pins for what people wrote about treating them well: one line of it, two where there is no pin. */
const linesLeft = (pins: number): number => (pins === 0 ? 2 : pins < PINS_SHOWN ? 1 : 0)

/** At most three lines nobody may overlook: alerts, then facts, then what helps to treat them well. */
export function PinnedLines({ customer, portrait }: PinnedLinesProps) {
  const { t } = useTranslation()
  const pins = portrait?.pins ?? []
  const shown = pins.slice(0, PINS_SHOWN)
  const words = customer.facts.trim()
  const isRevealed = useIsRevealed(customer.id)
  const isHidden = isSensitive(customer.factsMarks) && !isRevealed
  const lines = words === '' ? 0 : linesLeft(shown.length)
  const hidden = pins.length - shown.length + (words !== '' && lines === 0 ? 1 : 0)
  if (shown.length === 0 && words === '') return null
  return (
    <div className={classes['lines']}>
      {shown.map(pin => (
        <PinLine key={pin.id} pin={pin} />
      ))}
      {lines > 0 &&
        (isHidden ? (
          <HiddenLine customerId={customer.id} />
        ) : (
          <p className={classes['words']} style={{ WebkitLineClamp: lines }} dir="auto" title={words}>
            {words}
          </p>
        ))}
      {hidden > 0 && (
        <SmallButton onClick={() => openPortrait({ form: 'about' }, customer.id)}>
          {t('portrait.moreLines', { count: hidden })}
        </SmallButton>
      )}
    </div>
  )
}

function PinLine({ pin }: { readonly pin: Pin }) {
  const { t } = useTranslation()
  const isRevealed = useIsRevealed(pin.customerId)
  const isAlert = pin.tone === 'alert'
  if (isSensitive(pin.marks) && !isRevealed) return <HiddenLine customerId={pin.customerId} />
  return (
    <button
      type="button"
      className={classes['pin']}
      data-tone={pin.tone}
      title={pin.text}
      onClick={() => openPortrait({ form: 'pin', pinId: pin.id }, pin.customerId)}
    >
      {isAlert ? (
        <IconAlertTriangle aria-label={t('portrait.tones.alert')} />
      ) : (
        <IconPin aria-label={t('portrait.tones.fact')} />
      )}
      <span dir="auto">{pin.text}</span>
    </button>
  )
}

/** There are words, and they are sensitive: one press or one key shows them. */
function HiddenLine({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes['pin']}
      data-tip={t('portrait.reveal')}
      data-keys={shortcutFor('preference.reveal')}
      onClick={() => toggleRevealed(customerId)}
    >
      <IconLock aria-hidden />
      <span>{t('portrait.hiddenLine')}</span>
    </button>
  )
}
