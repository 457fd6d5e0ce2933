import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttentionItem } from '../../../shared/contract/sync.ts'
import { Keys } from '../../components/keys.tsx'
import { actionsFor, keyOf } from './actions-for.ts'
import type { Action } from './actions-for.ts'
import { AttentionCard } from './attention-card.tsx'
import { AttentionLine } from './attention-line.tsx'
import classes from './attention.module.css'
import { alike, resolve } from './resolve.ts'
import { useWalk } from './use-walk.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, J: 1, ArrowUp: -1, K: -1 }

/** A long list, one item open: every decision is a key, and the next item is open before the hand has moved. */
export function AttentionItems({ items }: { readonly items: readonly AttentionItem[] }) {
  const { t } = useTranslation()
  const { current, at, list, goTo } = useWalk(items)
  const first = current?.acts[0] ?? null
  const same = first ? alike(items, first) : []
  const decide = (action: Action, withOthers: boolean): void => {
    // Words of many tickets cannot all stand in one composer.
    if (first) void resolve(withOthers && action !== 'edit' ? same : [first], action)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
    const step = STEPS[key]
    const action = first && actionsFor(first).find(each => keyOf[each] === key)
    if (step !== undefined) goTo(at + step)
    else if (action) decide(action, event.shiftKey)
    else if (key === 'C') list.current?.querySelector<HTMLElement>('[data-choose]')?.click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <p className={classes['intro']}>{t('attention.intro', { count: items.length })}</p>
      {items.length > 1 && (
        <p className={classes['hint']}>
          <Keys shortcut="ArrowDown" /> <Keys shortcut="ArrowUp" /> {t('attention.walk')} ·{' '}
          <Keys shortcut="Shift" /> {t('attention.walkAll')} ·{' '}
          {t('attention.place', { at: at + 1, of: items.length })}
        </p>
      )}
      <ul ref={list} className={classes['items']} onKeyDown={onKeyDown} data-attention>
        {items.map((item, index) => {
          const isCurrent = item === current
          return (
            <li
              key={item.key}
              className={classes['item']}
              tabIndex={isCurrent ? 0 : -1}
              aria-current={isCurrent || undefined}
            >
              {isCurrent ? (
                <AttentionCard item={item} others={Math.max(0, same.length - 1)} onAction={decide} />
              ) : (
                <AttentionLine item={item} onOpen={() => goTo(index)} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
