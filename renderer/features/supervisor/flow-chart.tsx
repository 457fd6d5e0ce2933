import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardFlow } from '../../../shared/protocol/board.ts'
import { useNow } from '../../lib/clock.ts'
import { clockTime, count } from '../../lib/format.ts'
import { openSheet, useBoardStore } from '../../stores/board-store.ts'
import { sum } from './board-facts.ts'
import classes from './supervisor.module.css'

const WIDTH = 420
const HEIGHT = 84
const GAP = 2

type Way = 'arrivals' | 'replies'
type Part = {
  readonly way: Way | null
  readonly title: string
  readonly fromMs: number
  readonly untilMs: number
  readonly of: number
}

/** Opens the tickets of a part of the flow. */
function useOpenPart(): (part: Part) => void {
  const kind = useBoardStore(state => state.kind)
  return ({ way, title, fromMs, untilMs, of }) =>
    openSheet({
      type: 'tickets',
      title,
      filter: { by: 'flow', way, kind: kind === 'both' ? null : kind, fromMs, untilMs },
      of,
    })
}

/**
 * What came in and what went out, in steps of six minutes; every step and both sums open their tickets. Neutral colours:
 * the two that mean kind are not used.
 */
export function FlowChart({ flow }: { readonly flow: BoardFlow }) {
  const { t } = useTranslation()
  const kind = useBoardStore(state => state.kind)
  const lists = flow[kind === 'both' ? 'all' : kind]
  const { arrivals, replies } = lists
  // The step that runs has not ended yet.
  const untilMs = Math.min(useNow(), flow.fromMs + flow.stepMs * arrivals.length)
  const words = t('supervisor.flowWords', { arrivals: count(sum(arrivals)), replies: count(sum(replies)) })
  return (
    <figure className={classes['flow']}>
      <figcaption>
        <span>{t('supervisor.flow')}</span>
        <span className={classes['legend']}>
          <Sum way="arrivals" flow={flow} values={arrivals} />
          <Sum way="replies" flow={flow} values={replies} />
        </span>
      </figcaption>
      <div className={classes['flowChart']}>
        <Bars {...lists} />
        <Steps flow={flow} untilMs={untilMs} words={words} {...lists} />
      </div>
      <span className={classes['flowTimes']}>
        <span>{clockTime(flow.fromMs)}</span>
        <span>{clockTime(untilMs)}</span>
      </span>
    </figure>
  )
}

type SumProps = { readonly way: Way; readonly flow: BoardFlow; readonly values: readonly number[] }

/** What a colour stands for, with how many there were, and their tickets. */
function Sum({ way, flow, values }: SumProps) {
  const { t } = useTranslation()
  const open = useOpenPart()
  const of = sum(values)
  const { fromMs, stepMs } = flow
  const title = t('supervisor.flowSum', { what: t(`supervisor.${way}`) })
  return (
    <button
      type="button"
      className={classes['link']}
      data-part={way}
      disabled={of === 0}
      onClick={() => open({ way, title, fromMs, untilMs: fromMs + stepMs * values.length, of })}
    >
      {count(of)} {t(`supervisor.${way}`)}
    </button>
  )
}

type Lists = { readonly arrivals: readonly number[]; readonly replies: readonly number[] }

function Bars({ arrivals, replies }: Lists) {
  const highest = Math.max(1, ...arrivals, ...replies)
  const slot = WIDTH / Math.max(1, arrivals.length)
  const bar = Math.max(1, (slot - GAP) / 2)
  const bars = (values: readonly number[], shift: number, className: string | undefined) =>
    values.map((value, index) => {
      const height = (value / highest) * (HEIGHT - 2)
      const left = index * slot + shift
      return (
        <rect
          key={left}
          className={className}
          x={left}
          y={HEIGHT - height}
          width={bar}
          height={height}
          rx={1}
        />
      )
    })
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      {bars(arrivals, 0, classes['arrival'])}
      {bars(replies, bar, classes['reply'])}
      <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={classes['axis']} />
    </svg>
  )
}

type StepsProps = Lists & {
  readonly flow: BoardFlow
  /** End of what the chart shows, epoch ms. */
  readonly untilMs: number
  readonly words: string
}

/** One stop of the Tab key; arrows go from step to step. */
function Steps({ flow: { fromMs, stepMs }, untilMs, words, arrivals, replies }: StepsProps) {
  const { t } = useTranslation()
  const open = useOpenPart()
  const [current, setCurrent] = useState(arrivals.length - 1)
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0
    const next = event.currentTarget.children[current + by]
    if (by === 0 || !(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className={classes['flowSteps']} role="toolbar" aria-label={words} onKeyDown={walk}>
      {arrivals.map((came, index) => {
        const [from, until] = [fromMs + index * stepMs, fromMs + (index + 1) * stepMs]
        const went = replies[index] ?? 0
        const between = { from: clockTime(from), until: clockTime(Math.min(until, untilMs)) }
        const label = t('supervisor.flowStep', {
          time: between.from,
          arrivals: count(came),
          replies: count(went),
        })
        return (
          <button
            key={from}
            type="button"
            aria-label={label}
            data-tip={label}
            tabIndex={index === current ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onClick={() =>
              open({
                way: null,
                title: t('supervisor.flowBetween', between),
                fromMs: from,
                untilMs: until,
                of: came + went,
              })
            }
          />
        )
      })}
    </div>
  )
}
