import { mergeConversations, readLinks, writeLinks } from '../db/queries/import-staged.ts'
import type { Session } from '../db/queries/session.ts'
import type { MailDraft } from './mail-draft.ts'
import type { LinkIndex } from './mail-threads.ts'
import { linksOf } from './mail-threads.ts'
import { digestOf } from './row-texts.ts'

const digest = (link: string): string => digestOf(link).slice(0, 40)

export type LinkBatch = LinkIndex & {
  /** Which conversation another one became in this batch; itself when it was not merged. */
  readonly settled: (conversation: string) => string
  readonly save: () => Promise<void>
}

/** The links of a batch of mails, read in one go and written back in one. */
export async function openLinks(
  session: Session,
  { source, runId }: { readonly source: string; readonly runId: string },
  mails: readonly MailDraft[],
): Promise<LinkBatch> {
  const wanted = mails.flatMap(mail => {
    const { strong, weak } = linksOf(mail)
    return [...strong, ...weak].map(digest)
  })
  const links = new Map(await readLinks(session, source, [...new Set(wanted)]))
  const changed = new Set<string>()
  const merged = new Map<string, string>()
  const settled = (conversation: string): string => {
    const next = merged.get(conversation)
    return next === undefined ? conversation : settled(next)
  }
  return {
    settled,
    find: link => {
      const found = links.get(digest(link))
      return found === undefined ? null : settled(found)
    },
    put: (link, conversation) => {
      links.set(digest(link), conversation)
      changed.add(digest(link))
    },
    merge: (from, to) => void merged.set(from, to),
    save: async () => {
      for (const from of merged.keys())
        await mergeConversations(session, { source, runId, from, to: settled(from) })
      await writeLinks(
        session,
        source,
        new Map([...changed].map(link => [link, settled(links.get(link) ?? '')])),
      )
    },
  }
}
