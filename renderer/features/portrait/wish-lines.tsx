import { useTranslation } from 'react-i18next'
import type { Preference } from '../../../shared/domain/portrait.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Line } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { consentText, hiddenText, wishText } from '../../lib/portrait-words.ts'
import { openPortrait, toggleRevealed, useIsRevealed } from '../../stores/portrait-store.ts'

type WishLinesProps = { readonly customerId: string; readonly preferences: readonly Preference[] }

/** Every wish with what was agreed and where it comes from; a hidden one opens only in clear. */
export function WishLines({ customerId, preferences }: WishLinesProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isRevealed = useIsRevealed(customerId)
  if (preferences.length === 0) return <p>{t('portrait.noWishes')}</p>
  const isSensitive = ({ sensitivity }: Preference): boolean => sensitivity !== 'ordinary'
  return (
    <>
      <ul>
        {preferences.map(wish => {
          const isHidden = isSensitive(wish) && !isRevealed
          const source = dynamicText(`portrait.sources.${wish.source}`)
          return (
            <Line
              key={wish.id}
              title={isHidden ? hiddenText(wish) : wishText(wish)}
              detail={[consentText(wish, nowMs), source].filter(Boolean).join(' · ')}
              onOpen={
                isHidden
                  ? undefined
                  : () => openPortrait({ form: 'preference', preferenceId: wish.id }, customerId)
              }
            />
          )
        })}
      </ul>
      {preferences.some(isSensitive) && (
        <p>
          <SmallButton
            aria-pressed={isRevealed}
            data-keys={shortcutFor('preference.reveal')}
            onClick={() => toggleRevealed(customerId)}
          >
            {t(isRevealed ? 'portrait.hide' : 'portrait.reveal')}
          </SmallButton>
        </p>
      )}
    </>
  )
}
