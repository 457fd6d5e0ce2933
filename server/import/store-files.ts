import { open } from 'node:fs/promises'
import { appendChunk } from '../blobs/upload.ts'
import type { KeyContext } from '../blobs/customer-key.ts'
import { BLOB_CHUNK_BYTES } from '../../shared/protocol/version.ts'
import type { Session } from '../db/queries/session.ts'
import type { MailDraft, MailFile } from './mail-draft.ts'
import { readMail } from './mail-draft.ts'
import { unescapeFrom } from './mbox-splitter.ts'

/** The attachments of a staged mail, read again from their place in the file. */
async function filesAt(path: string, { offset, length, line }: MailDraft): Promise<readonly MailFile[]> {
  const file = await open(path)
  try {
    const bytes = Buffer.alloc(length)
    await file.read(bytes, 0, length, offset)
    const text = bytes.toString('latin1').split('\n').map(unescapeFrom).join('\n')
    const read = await readMail(text, { offset, length, line })
    return 'mail' in read ? read.files : []
  } finally {
    await file.close()
  }
}

type Owner = { readonly customerId: string; readonly path: string; readonly context: KeyContext }

/** Puts the contents of attachments under the key of their customer, in the transaction of the messages that name them. */
export async function storeFiles(
  session: Session,
  mails: readonly MailDraft[],
  { customerId, path, context }: Owner,
): Promise<void> {
  for (const mail of mails) {
    if (mail.attachments.length === 0) continue
    for (const { sha256, sizeBytes, bytes } of await filesAt(path, mail)) {
      for (let startByte = 0; startByte === 0 || startByte < sizeBytes; startByte += BLOB_CHUNK_BYTES) {
        const part = Buffer.from(bytes.subarray(startByte, startByte + BLOB_CHUNK_BYTES))
        const result = await appendChunk(
          session,
          { customerId, sha256, agentId: '', chunk: { startByte, sizeBytes, bytes: part } },
          context,
        )
        if (result !== 'wrong-content' && result.receivedBytes === result.sizeBytes) break
      }
    }
  }
}
