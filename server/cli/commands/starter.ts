import { addStarterSet } from '../../starter/add-starter-set.ts'
import type { Added } from '../../starter/add-starter-set.ts'
import { STARTER_LANGUAGES } from '../../starter/read-set.ts'
import type { StarterLanguage } from '../../starter/read-set.ts'
import { CliFailure, databaseOptions, defineCommand, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'

const WORDS = [
  ['articles', 'page', 'pages'],
  ['guides', 'guide', 'guides'],
  ['requiredDetails', 'list of details', 'lists of details'],
  ['ticketForms', 'form', 'forms'],
  ['planTemplates', 'plan', 'plans'],
  ['macros', 'canned reply', 'canned replies'],
  ['sharedViews', 'view', 'views'],
] as const

/** What came, in one line. */
export function starterLine(added: Added): string {
  const parts = WORDS.flatMap(([table, one, several]) => {
    const count = added[table] ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
  })
  return parts.length === 0 ? 'Everything of the starter set is there already.' : `Added ${parts.join(', ')}.`
}

/** The language of a starter set; null: `none`. Throws CliFailure for one nobody has written. */
export function starterLanguage(given: string): StarterLanguage | null {
  if (given === 'none') return null
  const language = STARTER_LANGUAGES.find(known => known === given)
  if (language) return language
  throw new CliFailure(`The starter set is written in ${STARTER_LANGUAGES.join(' and ')}.`, 2)
}

export const starterAdd = defineCommand({
  name: 'starter add',
  positionals: '',
  summary: 'Add principles, playbooks, guides, plans, canned replies and views to begin with.',
  options: {
    workspace: text('SLUG', 'needed only when there are several'),
    language: text('LANGUAGE', 'en (if absent) or de'),
    ...databaseOptions,
  },
  run: async context => {
    const { options, print } = context
    const language = starterLanguage(options.language ?? 'en')
    if (language === null) return 0
    const added = await withHub(context, async hub => {
      const workspace = await chooseWorkspace(hub, options.workspace)
      return addStarterSet(hub, workspace.id, language)
    })
    print.line(starterLine(added))
    return 0
  },
})
