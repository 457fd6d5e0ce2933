import { IconHistory } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryLine } from '../../../shared/contract/diagnosis.ts'
import { repeatedIn } from '../../../shared/rules/diagnosis/earlier-entries.ts'
import type { Repeated } from '../../../shared/rules/diagnosis/earlier-entries.ts'
import { entryDetail } from '../../components/ledger-lines.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import classes from './composer.module.css'

type AskedBeforeProps = {
  readonly ticketId: string
  readonly customerId: string
  readonly body: string
  readonly onChange: (body: string) => void
}

const MOST = 3

/** While a question is being written that was asked before: what was said then, so that nobody is asked twice. */
export function AskedBefore({ ticketId, customerId, body, onChange }: AskedBeforeProps) {
  const { t } = useTranslation()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const text = useDeferredValue(body)
  // Nothing is asked of the disk for a text without a question.
  const entries = useLiveValue('askedTried.ofCustomer', text.includes('?') ? { customerId, ticketId } : null)
  const repeated = useMemo(() => repeatedIn(text, entries ?? []), [text, entries])
  const shown = repeated.filter(({ earlier }) => !left.has(earlier.id)).slice(0, MOST)
  if (shown.length === 0) return null
  return (
    <div className={classes['askedBefore']} role="status" aria-label={t('diagnosis.askedBefore')}>
      {shown.map(each => (
        <Earlier
          key={`${each.earlier.id} ${each.question}`}
          repeated={each}
          onKeep={() => setLeft(new Set([...left, each.earlier.id]))}
          onRemove={() => onChange(without(body, each.question))}
        />
      ))}
    </div>
  )
}

/** The text without the question; what stands around it moves together. */
export function without(body: string, question: string): string {
  const pattern = question.split(' ').map(word => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`))
  const found = new RegExp(String.raw`(?:^[-*•] *)?${pattern.join(String.raw`\s+`)} ?`, 'mu')
  return body.replace(found, '').replaceAll(/\n{3,}/gu, '\n\n')
}

type EarlierProps = {
  readonly repeated: Repeated<EntryLine>
  readonly onKeep: () => void
  readonly onRemove: () => void
}

function Earlier({ repeated: { earlier, shared }, onKeep, onRemove }: EarlierProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  return (
    <p>
      <IconHistory aria-hidden />
      <span dir="auto" title={t('diagnosis.because', { words: shared.join(', ') })}>
        <strong>{t(earlier.kind === 'tried' ? 'diagnosis.triedBefore' : 'diagnosis.askedBefore')}</strong>{' '}
        {earlier.words} <em>{entryDetail(earlier, nowMs)}</em>
      </span>
      <button type="button" onClick={onRemove}>
        {t('diagnosis.dropQuestion')}
      </button>
      <button type="button" onClick={onKeep}>
        {t('diagnosis.askAnyway')}
      </button>
    </p>
  )
}
