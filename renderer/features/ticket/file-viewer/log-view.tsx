import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linesOf } from '../../../../shared/rules/redaction/find-lines.ts'
import { MASK_KINDS, maskText } from '../../../../shared/rules/redaction/mask-text.ts'
import type { MaskRule } from '../../../../shared/rules/redaction/mask-text.ts'
import { count } from '../../../lib/format.ts'
import type { ShownFile } from '../file-viewer.tsx'
import { keepCopy } from './keep-copy.ts'
import { LogLines } from './log-lines.tsx'
import { LogSearch } from './log-search.tsx'
import classes from './log-view.module.css'
import { MaskChoice } from './mask-choice.tsx'
import { useLineSearch } from './use-line-search.ts'
import { ViewerFoot } from './viewer-foot.tsx'

type LogViewProps = {
  readonly file: ShownFile
  readonly text: string
  readonly onClose: () => void
}

const nothing: MaskRule = { kinds: [...MASK_KINDS], words: [], lines: new Set() }

/** A log of any length: searched, and masked into a copy. */
export function LogView({ file, text, onClose }: LogViewProps) {
  const { t } = useTranslation()
  const lines = useMemo(() => linesOf(text), [text])
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [rule, setRule] = useState<MaskRule | null>(null)
  const deferredWords = useDeferredValue(words)
  const search = useLineSearch(lines, deferredWords)
  const scroll = useRef<HTMLDivElement>(null)
  const focus = search.found[Math.min(at, search.found.length - 1)] ?? null
  const masked = useMasked(lines, rule)
  const keep = async (): Promise<void> => {
    if (!masked) return
    const bytes = new TextEncoder().encode(masked.text)
    if (await keepCopy(file, { bytes, mediaType: 'text/plain' })) onClose()
  }
  const toggleLine = (line: number): void => {
    if (!rule) return
    const blotted = new Set(rule.lines)
    if (!blotted.delete(line)) blotted.add(line)
    setRule({ ...rule, lines: blotted })
  }
  return (
    <>
      <LogSearch
        words={words}
        search={search}
        at={at}
        onWords={next => {
          setWords(next)
          setAt(0)
        }}
        onAt={setAt}
      />
      {rule && <MaskChoice rule={rule} count={masked?.count ?? 0} onChange={setRule} />}
      <LogLines
        scroll={scroll}
        lines={lines}
        words={deferredWords.trim()}
        focus={focus}
        rule={rule}
        onToggle={toggleLine}
      />
      <ViewerFoot
        file={file}
        isRedacting={rule !== null}
        onRedact={isOn => setRule(isOn ? nothing : null)}
        onKeep={masked && masked.count > 0 ? () => void keep() : null}
      >
        <span className={classes['count']}>
          {t('viewer.lines', { count: lines.length, shown: count(lines.length) })}
        </span>
      </ViewerFoot>
    </>
  )
}

/** The masked text, worked out when typing has come to rest; null outside of redaction. */
function useMasked(lines: readonly string[], rule: MaskRule | null) {
  const deferred = useDeferredValue(rule)
  return useMemo(() => deferred && maskText(lines.join('\n'), deferred), [lines, deferred])
}
