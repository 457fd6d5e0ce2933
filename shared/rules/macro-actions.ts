import { z } from 'zod'
import type { Macro } from '../domain/knowledge.ts'
import { inLanguage } from './in-language.ts'
import { TicketAction } from './ticket-actions.ts'

type Step = Macro['steps'][number]

const Args = z.record(z.string(), z.unknown())

/** The action as the step says it; what does not fit becomes null when it is parsed. */
function rawAction({ mutation, args }: Step): unknown {
  switch (mutation) {
    case 'thread.setState':
      return { type: 'state', ...args }
    case 'thread.take':
      return { type: 'assign', to: 'me' }
    case 'thread.assign':
      return 'teamId' in args ? { type: 'team', ...args } : { type: 'assign', ...args }
    case 'thread.setPriority':
      return { type: 'priority', ...args }
    case 'thread.snooze':
      return { type: 'snooze', ...args }
    case 'ticket.tag':
      return { type: 'tag', ...args }
    case 'ticket.untag':
      return { type: 'untag', ...args }
    case 'ticket.relabel':
      return { type: 'kind', ...args }
    case 'note.add':
      return { type: 'note', ...args }
    case 'followUp.add':
      return { type: 'followUp', ...args }
    default:
      return null
  }
}

/** The step as an action; null: this version does not understand it. */
export function actionOf(step: Step): TicketAction | null {
  const args = Args.safeParse(step.args)
  const action = args.success ? TicketAction.safeParse(rawAction({ ...step, args: args.data })) : null
  return action?.success ? action.data : null
}

/** The step that becomes this action; null: no macro does such a thing. */
export function stepOf(action: TicketAction): Step | null {
  const { type, ...args } = action
  switch (type) {
    case 'state':
      return { mutation: 'thread.setState', args }
    case 'assign':
    case 'team':
      return { mutation: 'thread.assign', args }
    case 'priority':
      return { mutation: 'thread.setPriority', args }
    case 'snooze':
      return { mutation: 'thread.snooze', args }
    case 'tag':
      return { mutation: 'ticket.tag', args }
    case 'untag':
      return { mutation: 'ticket.untag', args }
    case 'kind':
      return { mutation: 'ticket.relabel', args }
    case 'note':
      return { mutation: 'note.add', args }
    case 'followUp':
      return { mutation: 'followUp.add', args }
    case 'linkIssue':
    case 'lease':
    case 'reply':
      return null
  }
}

export type MacroActions = {
  /** In the order of the steps; the text is not among them. */
  readonly actions: readonly TicketAction[]
  /** Steps this version does not understand: said before it runs, never passed over in silence. */
  readonly unknown: readonly string[]
}

/** What a macro does besides its text. */
export function macroActions({ steps }: Pick<Macro, 'steps'>): MacroActions {
  const parsed = steps.map(step => ({ step, action: actionOf(step) }))
  return {
    actions: parsed.flatMap(({ action }) => action ?? []),
    unknown: parsed.flatMap(({ step, action }) => (action ? [] : step.mutation)),
  }
}

/** Macros of one title and kind are one macro in several languages. */
export type MacroFamily = {
  readonly key: string
  readonly title: string
  readonly kind: Macro['kind']
  readonly variants: readonly Macro[]
}

/** One entry per macro, whatever its languages, in the order given. */
export function macroFamilies(macros: readonly Macro[]): readonly MacroFamily[] {
  const groups = new Map<string, Macro[]>()
  for (const macro of macros) {
    const key = `${macro.kind ?? ''} ${macro.title.trim().toLowerCase()}`
    groups.set(key, [...(groups.get(key) ?? []), macro])
  }
  return [...groups].flatMap(([key, variants]) => {
    const [first] = variants
    return first ? [{ key, title: first.title, kind: first.kind, variants }] : []
  })
}

/**
 * The variant in the customer's language, else in one the agent speaks, else the one for any language, else the first.
 * `languages` are BCP 47 tags, the best first.
 */
export function variantFor(family: MacroFamily, languages: readonly (string | null)[]): Macro | null {
  const spoken = inLanguage(family.variants, languages)
  if (spoken) return spoken
  return family.variants.find(({ language }) => language === null) ?? family.variants[0] ?? null
}
