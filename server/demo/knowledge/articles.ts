import { DAY_MS } from '../world.ts'
import type { World } from '../world.ts'
import { serviceArticles, supportArticles } from './article-texts.ts'
import { playbookArticles } from './playbook-texts.ts'

const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A small knowledge base that answers what the demo's customers ask. */
export function addArticles(world: World): void {
  const dice = world.dice('articles')
  for (const { title, language, kind, tags, body } of [
    ...supportArticles,
    ...serviceArticles,
    ...playbookArticles,
  ]) {
    const updatedAtMs = world.nowMs - dice.whole(2, 200) * DAY_MS
    world.add('articles', {
      id: world.id(updatedAtMs),
      title,
      language,
      body,
      url: `https://help.example.com/${language}/${encodeURIComponent(slug(title))}`,
      tags: [...tags],
      state: 'published',
      kind,
      updatedAtMs,
      version: null,
      updatedBy: null,
    })
  }
}
