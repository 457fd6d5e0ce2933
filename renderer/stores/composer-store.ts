import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import type { Address, DraftMode } from '../../shared/domain/values.ts'
import { readKept, writeKept } from '../lib/kept.ts'
import { makeId } from '../lib/make-id.ts'

export type ComposerFile = {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  /** Null while it is still being kept. */
  readonly sha256: string | null
  /** How much of it has been read, 0 to 1; not there for one that was kept before. */
  readonly progress?: number
}
/** A file whose content lies on this laptop. */
export type KeptFile = ComposerFile & { readonly sha256: string }
export const isKept = (file: ComposerFile): file is KeptFile => file.sha256 !== null

/** What is being written for one ticket in one mode. Lives until it is sent or thrown away, whatever is on screen. */
export type Writing = {
  readonly draftId: string
  readonly body: string
  readonly to: readonly Address[] | null
  readonly cc: readonly Address[] | null
  readonly files: readonly ComposerFile[]
  /** Null: never saved. */
  readonly savedAtMs: number | null
  /** Written since it was last saved. */
  readonly isDirty: boolean
  readonly isSending: boolean
  /** What happens with the thread this once, as a macro wants it; null: what is remembered for the kind. */
  readonly afterSend: AfterSend | null
  /** The last try to send: what it said and the row it would have become; null before the first. */
  readonly tried: { readonly rowId: string; readonly content: string } | null
  /** Last save or send failed: the words are here, and still to be kept. */
  readonly failure: string | null
  /** Promises found in the words, by their key: whether they are meant, and the id of the one that is made. */
  readonly promises: Readonly<Record<string, { readonly isMeant: boolean; readonly id: string }>>
}

export const AFTER_SEND = ['open', 'pending', 'solved'] as const
export type AfterSend = (typeof AFTER_SEND)[number]
const Remembered = z.object({ service: z.enum(AFTER_SEND), support: z.enum(AFTER_SEND) })
type Remembered = z.infer<typeof Remembered>

type ComposerState = {
  readonly mode: DraftMode
  /** On a small screen: the composer lies over the conversation. */
  readonly isSheetOpen: boolean
  readonly writings: Readonly<Record<string, Writing>>
  readonly afterSend: Remembered
}

const REMEMBER = 'after-send'
const unlessChosen: Remembered = { service: 'pending', support: 'pending' }

export const composerStore = createStore<ComposerState>(() => ({
  mode: 'reply',
  isSheetOpen: false,
  writings: {},
  afterSend: readKept(REMEMBER, Remembered) ?? unlessChosen,
}))

export const useComposer = <T>(select: (state: ComposerState) => T): T => useStore(composerStore, select)

export const writingKey = (ticketId: string, mode: DraftMode): string => `${ticketId}:${mode}`

export const writeIn = (mode: DraftMode): void => composerStore.setState({ mode, isSheetOpen: true })
export const closeSheet = (): void => composerStore.setState({ isSheetOpen: false })

export const writingOf = (key: string): Writing | null => composerStore.getState().writings[key] ?? null

/** Puts a writing in place as a whole. */
export function setWriting(key: string, writing: Writing): void {
  composerStore.setState(({ writings }) => ({ writings: { ...writings, [key]: writing } }))
}

/** Changes a part of a writing that exists. */
export function patchWriting(key: string, change: Partial<Writing>): void {
  const current = writingOf(key)
  if (current) setWriting(key, { ...current, ...change })
}

/** An empty sheet with a draft of its own: a draft that was sent or thrown away never comes back. */
export const blankWriting = (): Writing => ({
  draftId: makeId(),
  body: '',
  to: null,
  cc: null,
  files: [],
  savedAtMs: null,
  isDirty: false,
  isSending: false,
  afterSend: null,
  tried: null,
  failure: null,
  promises: {},
})

type GivenBack = {
  readonly draftId: string
  readonly words: string
  readonly files: readonly ComposerFile[]
  /** Receivers as they were; a composer where others were chosen since keeps those. */
  readonly to?: readonly Address[] | null
  readonly cc?: readonly Address[] | null
}

/**
 * Words given back (from Needs attention or an undo) into the draft that holds them: below what is being written, never instead
 * of it. A composer that was not opened yet finds them there by itself.
 */
export function giveBack(key: string, given: GivenBack): void {
  const { draftId, words, files } = given
  const current = writingOf(key)
  if (!current) return
  const isNothingElse = current.body.trim() === '' || current.body === words
  const body = isNothingElse ? words : `${current.body}\n\n${words}`
  // Two drafts of one text would outlive each other.
  setWriting(key, {
    ...current,
    draftId: current.savedAtMs === null ? draftId : current.draftId,
    body,
    to: current.to ?? given.to ?? null,
    cc: current.cc ?? given.cc ?? null,
    files: [...current.files, ...files.filter(({ id }) => current.files.every(file => file.id !== id))],
    isDirty: true,
  })
}

/** For this reply only; a ticket whose composer was never open keeps to what is remembered. */
export const chooseAfterSend = (key: string, afterSend: AfterSend | null): void =>
  patchWriting(key, { afterSend })

export function rememberAfterSend(kind: 'service' | 'support', choice: AfterSend): void {
  composerStore.setState(({ afterSend }) => ({ afterSend: { ...afterSend, [kind]: choice } }))
  writeKept(REMEMBER, composerStore.getState().afterSend)
}
