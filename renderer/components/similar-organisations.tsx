import { useTranslation } from 'react-i18next'
import { useLiveValue } from '../data/use-live-query.ts'
import { useLast } from '../lib/use-last.ts'
import classes from './similar.module.css'

type SimilarOrganisationsProps = {
  readonly name: string
  readonly domain: string
  /** The one that is changed is like itself. */
  readonly exceptId: string | null
  /** Null: they can only be seen. */
  readonly onChoose: ((organisationId: string) => void) | null
}

/** Organisations that may be the one being written down: the same domain, or a name that says the same. */
export function SimilarOrganisations({ name, domain, exceptId, onChoose }: SimilarOrganisationsProps) {
  const { t } = useTranslation()
  const hasWords = (name + domain).trim() !== ''
  const asked = { name: name.slice(0, 300), domain: domain.slice(0, 300), exceptId }
  const found = useLast(useLiveValue('organisations.similar', hasWords ? asked : null))
  const similar = hasWords ? (found ?? []) : []
  if (similar.length === 0) return null
  return (
    <section className={classes['similar']} aria-label={t('organisation.similar')}>
      <h3>{t('organisation.similar')}</h3>
      <ul>
        {similar.map(({ id, name: known, domain: host, because, people }) => {
          const words = (
            <>
              <strong dir="auto">{known}</strong>
              <small>
                {[t(`organisation.because.${because}`), host, t('organisation.people', { count: people })]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </>
          )
          return (
            <li key={id}>
              {onChoose ? (
                <button type="button" onClick={() => onChoose(id)}>
                  {words}
                </button>
              ) : (
                <p>{words}</p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
