import { randomBytes } from 'node:crypto'
import { inWorkspace } from '../../db/in-workspace.ts'
import { putWebhook, readWebhook, removeWebhook } from '../../db/queries/webhooks.ts'
import type { WebhookTopic } from '../../db/queries/webhooks.ts'
import { DIGEST_EVERY_MS } from '../../jobs/product-digest.ts'
import { CliFailure, databaseOptions, defineCommand, flag, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'

const isAddress = (url: string): boolean =>
  URL.canParse(url) &&
  (new URL(url).protocol === 'https:' || ['localhost', '127.0.0.1'].includes(new URL(url).hostname))

type About = {
  readonly name: string
  readonly summary: string
  readonly topic: WebhookTopic
  readonly told: (url: string) => string
}

/** Says where one topic leaves the hub for, and signs it from then on. */
export const webhookCommand = ({ name, summary, topic, told }: About) =>
  defineCommand({
    name,
    positionals: '',
    summary,
    options: {
      url: text('URL', 'https; http only to this machine'),
      remove: flag('send nothing any more'),
      workspace: text('SLUG', 'needed only when there are several'),
      ...databaseOptions,
    },
    run: async context => {
      const { options, print } = context
      const { url } = options
      if (url !== null && !isAddress(url)) throw new CliFailure('--url takes an https address.', 2)
      await withHub(context, async hub => {
        const { id: workspaceId } = await chooseWorkspace(hub, options.workspace)
        await inWorkspace(hub.database.app, { workspaceId }, async client => {
          const session = { client, workspaceId }
          if (options.remove) {
            const removed = await removeWebhook(session, topic)
            print.line(removed > 0 ? 'Nothing is sent any more.' : 'Nothing was sent.')
            return
          }
          if (url === null) {
            print.line((await readWebhook(session, topic))?.url ?? 'Nothing is sent.')
            return
          }
          const secret = randomBytes(32).toString('base64url')
          // Of a digest the week that is ending goes out with the next run.
          await putWebhook(session, topic, { url, secret, sentUpToMs: hub.clock.now() - DIGEST_EVERY_MS })
          print.line(`${told(url)} Secret of its signature (shown only now): ${secret}`)
        })
      })
      return 0
    },
  })
