import { useTranslation } from 'react-i18next'
import { assertNever } from '../shared/assert.ts'
import { EmptyState } from './components/empty-state.tsx'
import { DataTrouble } from './features/data-trouble/data-trouble.tsx'
import { ReplacingKey } from './features/replacing-key/replacing-key.tsx'
import { SignIn } from './features/sign-in/sign-in.tsx'
import { useLate } from './lib/use-late.ts'
import { Console } from './shell/console.tsx'
import { useSession } from './stores/session-store.ts'

/** Which page there is depends on the session and on nothing else. */
export function Routes() {
  const session = useSession()
  switch (session.state) {
    case 'starting':
      return <Opening />
    case 'signed-out':
      return <SignIn session={session} />
    case 'trouble':
      return <DataTrouble session={session} />
    case 'replacing-key':
      return <ReplacingKey />
    // The same console for both: it is put together while the database is being opened.
    case 'opening':
    case 'open':
      return <Console key={session.place.id} placeId={session.place.id} />
    default:
      return assertNever(session, 'session state')
  }
}

function Opening() {
  const { t } = useTranslation()
  const isLate = useLate(true)
  return <main>{isLate && <EmptyState>{t('common.opening')}</EmptyState>}</main>
}
