import { IconEyeOff, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Preference } from '../../../shared/domain/portrait.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Chip } from '../../components/chip.tsx'
import { hiddenText, wishText } from '../../lib/portrait-words.ts'
import { openPortrait, toggleRevealed, useIsRevealed } from '../../stores/portrait-store.ts'
import classes from './portrait.module.css'

type WishesProps = { readonly customerId: string; readonly preferences: readonly Preference[] }

/** More than this are for the page about the customer. */
const SHOWN = 4
/** The head says these elsewhere: beside the name, and in what they prefer. */
const isElsewhere = ({ subject, consent, sensitivity }: Preference): boolean =>
  sensitivity === 'ordinary' &&
  (subject === 'pronunciation' ||
    (consent !== 'refused' && (subject === 'channel' || subject === 'language')) ||
    (consent !== 'refused' && (subject === 'outreach' || subject === 'surveys')))

/** What they refused first, then what to take care of. */
const rank = ({ consent, sensitivity }: Preference): number =>
  consent === 'refused' ? 0 : sensitivity === 'ordinary' ? 2 : 1

/** How they want to be treated, in a few short facts. What is sensitive is hidden until somebody asks for it. */
export function Wishes({ customerId, preferences }: WishesProps) {
  const { t } = useTranslation()
  const wishes = preferences.filter(each => !isElsewhere(each)).toSorted((a, b) => rank(a) - rank(b))
  if (wishes.length === 0) return null
  const more = wishes.length - SHOWN
  return (
    <ul className={classes['wishes']} aria-label={t('portrait.wishes')}>
      {wishes.slice(0, SHOWN).map(wish => (
        <li key={wish.id}>
          {wish.sensitivity === 'ordinary' ? (
            <Chip tone={wish.consent === 'refused' ? 'warning' : 'plain'} title={wishText(wish)}>
              {wishText(wish)}
            </Chip>
          ) : (
            <Hidden customerId={customerId} preference={wish} />
          )}
        </li>
      ))}
      {more > 0 && (
        <li>
          <button
            type="button"
            className={classes['chipButton']}
            aria-label={t('portrait.moreWishes', { count: more })}
            onClick={() => openPortrait({ form: 'about' }, customerId)}
          >
            <Chip>+{more}</Chip>
          </button>
        </li>
      )}
    </ul>
  )
}

type HiddenProps = { readonly customerId: string; readonly preference: Preference }

/** One press or one key shows it, the next hides it again. */
function Hidden({ customerId, preference }: HiddenProps) {
  const { t } = useTranslation()
  const isRevealed = useIsRevealed(customerId)
  const key = shortcutFor('preference.reveal')
  return (
    <button
      type="button"
      className={classes['chipButton']}
      aria-pressed={isRevealed}
      data-tip={t(isRevealed ? 'portrait.hide' : 'portrait.reveal')}
      data-keys={key}
      onClick={() => toggleRevealed(customerId)}
    >
      <Chip icon={isRevealed ? <IconEyeOff aria-hidden /> : <IconLock aria-hidden />}>
        {isRevealed ? wishText(preference) : hiddenText(preference)}
      </Chip>
    </button>
  )
}
