import { useTranslation } from 'react-i18next'
import type { LaptopScope } from '../../../shared/contract/scope.ts'
import { contentOf } from '../../../shared/rules/scope-policy.ts'
import type { ScopeContent } from '../../../shared/rules/scope-policy.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { KeyAgeRule } from './key-age-rule.tsx'
import { OwnScope } from './own-scope.tsx'
import { ScopeForm } from './scope-form.tsx'
import classes from './settings-dialog.module.css'

/** What laptops hold: said by administrators for everybody, and made less by each agent for the own laptops. */
export function LaptopsPage() {
  const { t } = useTranslation()
  const scope = useLiveValue('scope.get', {})
  const isAdmin = useAgent()?.role === 'admin'
  if (!scope) return <Skeleton rows={5} />
  return (
    <>
      <p className={classes['hint']}>{t('laptops.how')}</p>
      {isAdmin ? <Workspace scope={scope} /> : <Standing content={contentOf(scope.workspace)} />}
      <KeyAgeRule />
      <OwnScope key={`own-${scope.own?.version ?? 0}`} scope={scope} />
    </>
  )
}

function Workspace({ scope: { workspace } }: { readonly scope: LaptopScope }) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className={classes['part']}>{t('laptops.everybody')}</h3>
      <ScopeForm key={workspace?.version ?? 0} policy={workspace} />
    </>
  )
}

/** The same, said in sentences to whoever may not change it. */
function Standing({ content }: { readonly content: ScopeContent }) {
  const { t } = useTranslation()
  const { queues, days, megabytes, mayFetch } = content
  return (
    <ul className={classes['standing']}>
      <li>{t(queues === 'own' ? 'laptops.holdOwn' : 'laptops.holdAll')}</li>
      <li>{days === null ? t('laptops.holdAges') : t('laptops.holdDays', { count: days })}</li>
      {megabytes !== null && <li>{t('laptops.holdSize', { count: megabytes })}</li>}
      {queues === 'own' && <li>{t(mayFetch === 'any' ? 'laptops.fetchAny' : 'laptops.fetchOwn')}</li>}
    </ul>
  )
}
