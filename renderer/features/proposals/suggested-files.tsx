import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalView } from '../../../shared/contract/proposals.ts'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { ProgramsAlong } from '../../components/file-chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { leaveOut, putBack, useLeftOut } from '../../stores/left-out-store.ts'
import classes from './proposals.module.css'

/** Shows files as the conversation does; with `onLeaveOut` each can be taken out. */
export type ShowFiles = ComponentType<{
  readonly attachments: readonly Attachment[]
  readonly onLeaveOut?: (attachmentId: string) => void
}>

type SuggestedFilesProps = {
  readonly proposal: ProposalView
  readonly mayDecide: boolean
  readonly files: ShowFiles
}

/** Files that would go along: looked at as any other, and left out one by one by whoever releases. */
export function SuggestedFiles({ proposal, mayDecide, files: Files }: SuggestedFilesProps) {
  const { t } = useTranslation()
  const { attachments } = proposal
  const leftOut = useLeftOut()
  const along = attachments.filter(({ id }) => !leftOut.has(id))
  const count = attachments.length - along.length
  if (attachments.length === 0) return null
  return (
    <div className={classes['along']}>
      <Files attachments={along} {...(mayDecide ? { onLeaveOut: leaveOut } : {})} />
      <ProgramsAlong files={along} />
      {count > 0 && (
        <p className={classes['hint']}>
          {t('proposals.leftOut', { count })}{' '}
          <SmallButton onClick={() => putBack(attachments.map(({ id }) => id))}>
            {t('proposals.putBack')}
          </SmallButton>
        </p>
      )}
    </div>
  )
}
