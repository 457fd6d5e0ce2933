import { useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { Agent } from '../../../shared/domain/people.ts'
import { mentionAt, suggestMentions } from '../../../shared/rules/mentions.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'

export type Mentions = {
  readonly people: readonly Agent[]
  readonly active: number
  readonly choose: (agent: Agent) => void
  /** The cursor or the text is another one. */
  readonly onCursor: (at: number) => void
  /** True when the key was for the suggestions. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

type Place = {
  readonly ref: RefObject<HTMLTextAreaElement | null>
  readonly body: string
  readonly onChange: (body: string) => void
}

/** Colleagues while somebody types "@le" into a note: arrows choose, Enter or Tab inserts, Escape lets be. */
export function useMentions({ ref, body, onChange }: Place): Mentions {
  const me = useAgent()
  const [cursor, setCursor] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  /** Where an "@" stands that wants no suggestions any more. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const found = cursor === null ? null : mentionAt(body, cursor)
  const wanted = found && found.from !== dismissed ? found : null
  const directory = useLiveValue('directory.get', wanted ? {} : null)
  const others = (directory?.agents ?? []).filter(({ id, isActive }) => isActive && id !== me?.id)
  const people = wanted ? suggestMentions(others, wanted.query) : []
  const at = Math.min(active, Math.max(0, people.length - 1))

  const choose = ({ name }: Agent): void => {
    if (!wanted || cursor === null) return
    const words = `@${name} `
    const after = body.slice(cursor)
    onChange(body.slice(0, wanted.from) + words + after.replace(/^ /u, ''))
    const end = wanted.from + words.length
    setCursor(null)
    requestAnimationFrame(() => {
      ref.current?.focus()
      ref.current?.setSelectionRange(end, end)
    })
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const chosen = people[at]
    if (!chosen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return false
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        setActive((at + (event.key === 'ArrowDown' ? 1 : people.length - 1)) % people.length)
        break
      case 'Enter':
      case 'Tab':
        choose(chosen)
        break
      case 'Escape':
        setDismissed(wanted?.from ?? null)
        break
      default:
        return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const onCursor = (next: number): void => {
    if (next !== cursor) setActive(0)
    setCursor(next)
  }
  return { people, active: at, choose, onCursor, onKey }
}
