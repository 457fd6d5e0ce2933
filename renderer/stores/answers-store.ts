import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ArticleGap } from '../../shared/domain/article-gaps.ts'

/** The beginning of an article, to be written on in Settings. */
export type ArticleSeed = {
  /** What it answers, each time it was missed. */
  readonly gaps?: readonly ArticleGap[]
  readonly title: string
  readonly body: string
  readonly language: string
}

const store = createStore<{ readonly seed: ArticleSeed | null }>(() => ({ seed: null }))

export const useArticleSeed = (): ArticleSeed | null => useStore(store, ({ seed }) => seed)
export const sow = (seed: ArticleSeed | null): void => store.setState({ seed })
