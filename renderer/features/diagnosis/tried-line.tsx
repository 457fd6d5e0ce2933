import { useTranslation } from 'react-i18next'
import type { EntryLine } from '../../../shared/contract/diagnosis.ts'
import { Line } from '../../components/section.tsx'

/** Steps in one line: what was tried, how it went, and what nobody has tried yet. */
export function TriedLine({ entries }: { readonly entries: readonly EntryLine[] }) {
  const { t } = useTranslation()
  const steps = entries.filter(({ kind }) => kind === 'tried')
  const taken = steps.filter(({ result }) => result !== 'not-tried')
  const left = steps.filter(({ result }) => result === 'not-tried')
  if (steps.length === 0) return null
  const results = [...new Set(taken.flatMap(({ result }) => (result ? [t(`tryResult.${result}`)] : [])))]
  const words = (list: readonly EntryLine[]): string => list.map(entry => entry.words).join(', ')
  const open = left.length === 0 ? null : t('diagnosis.notTried', { steps: words(left) })
  if (taken.length === 0) return <Line title={open} />
  return (
    <Line
      title={t('diagnosis.tried', { steps: words(taken) })}
      detail={[...results, open].filter(Boolean).join(' · ')}
    />
  )
}
