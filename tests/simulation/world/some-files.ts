import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { fresh } from './desk.ts'
import type { Desk } from './desk.ts'

/** Now and then something is enclosed: its bytes go ahead of the words. */
export function someFiles(desk: Desk): MutationArgs<'note.add'>['attachments'] {
  if (desk.random() < 0.75) return []
  const sha256 = fresh(desk).replaceAll('-', '').padEnd(64, '0')
  return [
    { id: fresh(desk), fileName: 'a.txt', mediaType: 'text/plain', sizeBytes: 1, sha256, contentId: null },
  ]
}
