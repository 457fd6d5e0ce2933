import { useTranslation } from 'react-i18next'
import type { AttentionItem } from '../../../shared/contract/sync.ts'
import { Ago } from '../../components/time-text.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import classes from './attention.module.css'

type AttentionLineProps = { readonly item: AttentionItem; readonly onOpen: () => void }

/** An item that is not being decided: what it is about, in one line. */
export function AttentionLine({ item, onOpen }: AttentionLineProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const [first] = item.acts
  const what = first?.intents[0] ? describeIntent(first.intents[0].description, directory) : ''
  return (
    <button type="button" className={classes['line']} tabIndex={-1} onClick={onOpen}>
      <span dir="auto">{item.subject ?? item.customerName ?? t('attention.noTicket')}</span>
      <small dir="auto">
        {what}
        {item.acts.length > 1 && ` · ${t('attention.more', { count: item.acts.length - 1 })}`}
      </small>
      {first && <Ago atMs={first.writtenAtMs} />}
    </button>
  )
}
