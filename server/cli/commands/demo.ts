import { databaseOptions, defineCommand } from '../command.ts'
import { withHub } from '../with-hub.ts'
import { prepareDemo } from './prepare-demo.ts'

export const demoAdd = defineCommand({
  name: 'demo add',
  positionals: '',
  summary: 'Make the demo workspace, or finish it, and give its agents a new password.',
  options: databaseOptions,
  run: async context => {
    const { print, signal } = context
    const access = await withHub(context, hub => prepareDemo({ hub, print, signal }))
    if (access === null) return 1
    print.line(`The demo is workspace "${access.slug}". Sign in as ${access.email}`)
    print.line(`Password (shown only now): ${access.password}`)
    return 0
  },
})
