import { useTranslation } from 'react-i18next'
import type { KnownPlace } from '../../../shared/contract/session.ts'
import { ErrorCode } from '../../../shared/errors.ts'
import { Avatar } from '../../components/avatar.tsx'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import classes from './sign-in.module.css'

type PlaceListProps = {
  readonly places: readonly KnownPlace[]
  readonly onSignIn: (place: KnownPlace) => void
}

const hostOf = (address: string): string => {
  try {
    return new URL(address).host
  } catch {
    return address
  }
}

/** Places signed in before: they open offline too, and say what waits in them. */
export function PlaceList({ places, onSignIn }: PlaceListProps) {
  const { t } = useTranslation()
  const action = useAction('session.openPlace')
  if (places.length === 0) return null
  const open = async (place: KnownPlace): Promise<void> => {
    await action.run({ placeId: place.id })
  }
  return (
    <section aria-label={t('signIn.places')}>
      <h2 className={classes['placesTitle']}>{t('signIn.places')}</h2>
      <ul className={classes['places']}>
        {places.map(place => (
          <li key={place.id}>
            <button
              type="button"
              className={classes['place']}
              disabled={action.isBusy}
              onClick={() => {
                // After signing out a place opens with its password only: the form below is filled in for it.
                onSignIn(place)
                if (place.isSignedIn) void open(place)
              }}
            >
              <Avatar name={place.agent.name} size={30} />
              <span className={classes['placeText']}>
                <strong dir="auto">{place.agent.name}</strong>
                <small>
                  {[place.workspace.name, place.isDemo ? t('signIn.demo') : hostOf(place.hubUrl)].join(' · ')}
                </small>
                {place.unsent !== null && place.unsent > 0 && (
                  <span className={classes['unsent']}>
                    {t('signIn.unsent', { count: place.unsent, name: place.agent.name })}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {action.error?.code !== ErrorCode.SignedOut && <FormError error={action.error} />}
    </section>
  )
}
