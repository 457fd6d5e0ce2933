import { createWorkspace } from '../../auth/administration.ts'
import { listWorkspaces } from '../../db/queries/workspaces.ts'
import { CliFailure, databaseOptions, defineCommand, required, text } from '../command.ts'
import { addStarterSet } from '../../starter/add-starter-set.ts'
import { starterLanguage, starterLine } from './starter.ts'
import { withHub } from '../with-hub.ts'

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

export const workspaceAdd = defineCommand({
  name: 'workspace add',
  positionals: '',
  summary: 'Make a workspace: one team with its customers.',
  options: {
    name: text('NAME', 'as people read it'),
    starter: text('LANGUAGE', 'what a team begins with, in en (if absent) or de; none: nothing'),
    slug: text('SLUG', 'short name for sign-in and commands; made from the name if absent'),
    ...databaseOptions,
  },
  run: async context => {
    const { options, print } = context
    const name = required('name', options.name)
    const slug = options.slug ?? slugOf(name)
    if (!SLUG.test(slug)) throw new CliFailure('--slug takes small letters, digits and hyphens.', 2)
    const language = starterLanguage(options.starter ?? 'en')
    const made = await withHub(context, async hub => {
      const id = await createWorkspace(hub, { name, slug })
      return { id, added: language && (await addStarterSet(hub, id, language)) }
    })
    print.line(`Made workspace ${slug} (${made.id}).`)
    if (made.added) print.line(starterLine(made.added))
    return 0
  },
})

export const workspaceList = defineCommand({
  name: 'workspace list',
  positionals: '',
  summary: 'Show all workspaces.',
  options: databaseOptions,
  run: async context => {
    const all = await withHub(context, ({ database }) => listWorkspaces(database.owner))
    const rows = all.map(({ slug, name, scopePolicy, id }) => [slug, name, scopePolicy, id])
    context.print.table(['SLUG', 'NAME', 'SCOPE', 'ID'], rows)
    return 0
  },
})
