import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent, Ref, RefObject } from 'react'
import { useMergedRef } from '@mantine/hooks'
import { runCommand } from '../../commands/command-table.ts'
import { registerFocus } from '../../lib/focus-targets.ts'
import { registerCursor } from '../../lib/cursor-target.ts'
import classes from './composer.module.css'

type ComposerTextProps = {
  readonly ref?: Ref<HTMLTextAreaElement>
  readonly label: string
  readonly placeholder: string
  readonly body: string
  readonly isDisabled: boolean
  readonly onChange: (body: string) => void
  readonly onPasteFiles: (files: readonly File[]) => void
  /** Suggestions under the text; they are asked first about every key. */
  readonly suggestions?: Suggestions
}

type Suggestions = {
  readonly listId: string
  /** Null: there are none. */
  readonly activeId: string | null
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly onCursor: (at: number) => void
}

/** The words themselves. Grows with them, and takes the focus when a key asks for it. */
export function ComposerText({
  ref,
  label,
  placeholder,
  body,
  isDisabled,
  onChange,
  onPasteFiles,
  suggestions,
}: ComposerTextProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const merged = useMergedRef(own, ref ?? null)
  useEffect(
    () =>
      registerFocus('composer', () => {
        const element = own.current
        element?.focus()
        element?.setSelectionRange(element.value.length, element.value.length)
      }),
    [],
  )
  useTakesWords(own, isDisabled ? null : onChange)
  useLayoutEffect(() => {
    const element = own.current
    if (!element) return
    element.style.height = 'auto'
    // An empty sheet has its height from the style: measuring it would lay out the whole page once more.
    if (body !== '') element.style.height = `${element.scrollHeight}px`
  }, [body])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (suggestions?.onKey(event)) return
    if (event.key === 'Escape') own.current?.blur()
    sendByKey(event)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    onPasteFiles(files)
  }
  return (
    <textarea
      ref={merged}
      className={classes['text']}
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      spellCheck
      rows={3}
      value={body}
      readOnly={isDisabled}
      onChange={event => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onSelect={event => suggestions?.onCursor(event.currentTarget.selectionEnd)}
      {...namesOf(suggestions)}
      onPaste={onPaste}
    />
  )
}

/** Sends by its key; everything else is the text's own. */
function sendByKey(event: KeyboardEvent): void {
  const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  if (!isSend || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.stopPropagation()
  runCommand('message.send')
}

/** What says that there are suggestions, and which of them is meant. */
const namesOf = (suggestions: Suggestions | undefined) =>
  suggestions?.activeId
    ? ({
        'aria-autocomplete': 'list',
        'aria-controls': suggestions.listId,
        'aria-activedescendant': suggestions.activeId,
      } as const)
    : {}

/** Lets others put words in at the cursor; null while nothing may be changed. */
function useTakesWords(
  own: RefObject<HTMLTextAreaElement | null>,
  onChange: ((body: string) => void) | null,
): void {
  useEffect(() =>
    registerCursor(words => {
      const element = own.current
      if (!element || !onChange) return
      const { from, to, text } = fitIn(element, words)
      onChange(element.value.slice(0, from) + text + element.value.slice(to))
      requestAnimationFrame(() => {
        element.focus()
        element.setSelectionRange(from + text.length, from + text.length)
      })
    }),
  )
}

type Fit = { readonly from: number; readonly to: number; readonly text: string }

/** Words where the cursor is, or at the end if it never was in the text, with a space between them and what stands there. */
function fitIn(element: HTMLTextAreaElement, words: string): Fit {
  const { value, selectionStart: from, selectionEnd: to } = element
  const before = value.slice(0, from)
  return { from, to, text: before === '' || /\s$/u.test(before) ? words : ` ${words}` }
}
