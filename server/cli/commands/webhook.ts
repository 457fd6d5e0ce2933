import { randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import type { Session } from '../../db/queries/session.ts'
import { putWebhook, readWebhook, removeWebhook } from '../../db/queries/webhooks.ts'
import type { Webhook, WebhookTopic } from '../../db/queries/webhooks.ts'
import { DIGEST_EVERY_MS } from '../../jobs/feedback-digest.ts'
import { postSigned } from '../../webhook.ts'
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
  /** When the next delivery is due, for what goes out by the clock. */
  readonly next?: (hook: Webhook, nowMs: number) => string
  /** What a trial delivery says, beside that it is one. */
  readonly trial: (session: Session, nowMs: number) => Promise<Trial>
}
export type Trial = { readonly kind: string } & Readonly<Record<string, unknown>>

type Trying = { readonly session: Session; readonly hook: Webhook | null; readonly nowMs: number }

/** Sends one now and answers what to print. Nothing is counted as sent by it. Throws CliFailure: nobody took it. */
async function tryOut({ session, hook, nowMs }: Trying, { trial }: About): Promise<string> {
  if (hook === null) throw new CliFailure('No address is set. Give one with --url first.')
  const { workspaceId } = session
  const body = {
    ...(await trial(session, nowMs)),
    id: `${workspaceId}-test-${nowMs}`,
    workspaceId,
    isTest: true,
  }
  const signal = AbortSignal.timeout(20_000)
  try {
    await postSigned(body, { url: hook.url, secret: hook.secret, nowMs, signal })
  } catch (error) {
    const status = error instanceof AppError ? Number(error.details['status']) : 0
    const what = status > 0 ? `answered ${status}` : 'does not answer'
    throw new CliFailure(`${hook.url} ${what}. What is due is kept and sent again until it is taken.`)
  }
  return `${hook.url} took a trial delivery: ${body.kind}, id ${body.id}.`
}

const shown = (hook: Webhook, { next }: About, nowMs: number): string =>
  next === undefined ? hook.url : `${hook.url}\n${next(hook, nowMs)}`

/** Says where one topic leaves the hub for, and signs it from then on. */
export function webhookCommand(about: About) {
  const { name, summary, topic, told } = about
  return defineCommand({
    name,
    positionals: '',
    summary,
    options: {
      url: text('URL', 'https; http only to this machine'),
      remove: flag('send nothing any more'),
      test: flag('send one now, marked as a trial, and say what the address answered'),
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
          const nowMs = hub.clock.now()
          if (url === null) {
            const hook = await readWebhook(session, topic)
            print.line(hook === null ? 'Nothing is sent.' : shown(hook, about, nowMs))
            if (options.test) print.line(await tryOut({ session, hook, nowMs }, about))
            return
          }
          const secret = randomBytes(32).toString('base64url')
          // Of a digest the week that is ending goes out with the next run.
          const hook = { url, secret, sentUpToMs: nowMs - DIGEST_EVERY_MS }
          await putWebhook(session, topic, hook)
          print.line(`${told(url)} Secret of its signature (shown only now): ${secret}`)
          if (options.test) print.line(await tryOut({ session, hook, nowMs }, about))
        })
      })
      return 0
    },
  })
}
