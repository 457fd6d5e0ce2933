import type { ReactNode } from 'react'
import type { ClosingView } from '../../shared/contract/between.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import type { Fields } from '../../shared/domain/values.ts'
import type { Intent } from '../../shared/mutations/define.ts'
import type { ClosingRule } from '../../shared/rules/closing/closing-rule.ts'

export type ClosingAt = { readonly view: ClosingView; readonly thread: Thread; readonly rule: ClosingRule }
type StepProps = ClosingAt & {
  readonly answers: Fields
  readonly onAnswer: (answers: Fields) => void
}

/**
 * One question of the closing sheet. What is known already is not asked; the defaults are what one key accepts; intents
 * are what the answers do beside being recorded.
 */
export type ClosingStep = {
  readonly key: string
  readonly isAsked: (at: ClosingAt) => boolean
  /** Whether it still makes sense after what was answered so far; without it, always. */
  readonly isApt?: (answers: Fields, at: ClosingAt) => boolean
  readonly defaults: (at: ClosingAt) => Fields
  readonly Question: (props: StepProps) => ReactNode
  readonly intents: (answers: Fields, at: ClosingAt) => readonly Intent[]
}

const steps = new Map<string, ClosingStep>()

/** Adds a question, or puts another in the place of one with the same key: a subject brings its own. */
export function registerClosingStep(step: ClosingStep): void {
  steps.set(step.key, step)
}

/** Questions in the order in which they were added. */
export const closingSteps = (): readonly ClosingStep[] => [...steps.values()]
