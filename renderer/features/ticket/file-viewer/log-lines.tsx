import { useEffect } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_LINE, markLine } from '../../../../shared/rules/redaction/find-lines.ts'
import { maskLine } from '../../../../shared/rules/redaction/mask-text.ts'
import type { MaskRule } from '../../../../shared/rules/redaction/mask-text.ts'
import { useFixedRows } from '../../../lib/use-fixed-rows.ts'
import classes from './log-view.module.css'

type LogLinesProps = {
  readonly scroll: RefObject<HTMLDivElement | null>
  readonly lines: readonly string[]
  readonly words: string
  /** The line that was found and is shown; null: none. */
  readonly focus: number | null
  /** Null: the text as it is. */
  readonly rule: MaskRule | null
  readonly onToggle: (line: number) => void
}

const LINE_PX = 19
const OVERSCAN = 20
/** Engines stop at some 33 million pixels: of a longer file the rows stand closer to the end than they are. */
const MOST_LINES = Math.floor(30_000_000 / LINE_PX)

/** The lines in sight, each as high as the others; long ones are reached by scrolling sideways. */
export function LogLines({ scroll, lines, words, focus, rule, onToggle }: LogLinesProps) {
  const shown = Math.min(lines.length, MOST_LINES)
  const rows = useFixedRows(scroll, { count: shown, height: LINE_PX, overscan: OVERSCAN })
  const { reveal } = rows
  useEffect(() => {
    if (focus !== null) reveal(focus)
  }, [focus, reveal])
  const places = Array.from({ length: rows.end - rows.first }, (_, index) => rows.first + index)
  return (
    <div ref={scroll} className={classes['lines']} tabIndex={0} data-text>
      <div style={{ height: rows.total, position: 'relative' }}>
        {places.map(place => (
          <LogLine
            key={place}
            place={place}
            line={lines[place] ?? ''}
            words={words}
            isFocus={place === focus}
            rule={rule}
            onToggle={onToggle}
          />
        ))}
      </div>
    </div>
  )
}

type LogLineProps = {
  readonly place: number
  readonly line: string
  readonly words: string
  readonly isFocus: boolean
  readonly rule: MaskRule | null
  readonly onToggle: (line: number) => void
}

function LogLine({ place, line, words, isFocus, rule, onToggle }: LogLineProps) {
  const { t } = useTranslation()
  const cut = line.slice(0, LONGEST_LINE)
  const text = rule ? maskLine(cut, rule, place).text : cut
  const number = place + 1
  const isBlotted = rule?.lines.has(place) === true
  return (
    <div
      className={classes['line']}
      style={{ top: place * LINE_PX, height: LINE_PX }}
      data-focus={isFocus || undefined}
      data-masked={(rule && text !== cut) || undefined}
    >
      {rule ? (
        <button
          type="button"
          aria-pressed={isBlotted}
          aria-label={t(isBlotted ? 'viewer.unblot' : 'viewer.blot', { line: number })}
          onClick={() => onToggle(place)}
        >
          {number}
        </button>
      ) : (
        <span aria-hidden>{number}</span>
      )}
      <code dir="auto">
        {markLine(text, words).map((part, index) =>
          part.isHit ? <mark key={index}>{part.text}</mark> : part.text,
        )}
      </code>
    </div>
  )
}
