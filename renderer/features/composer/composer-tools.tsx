import { Menu } from '@mantine/core'
import { IconBolt, IconPaperclip } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { useAgent } from '../../stores/session-store.ts'
import { FileButton } from './file-button.tsx'
import { fillIn } from './fill-in.ts'

type ComposerToolsProps = {
  readonly text: RefObject<HTMLTextAreaElement | null>
  readonly view: TicketView
  readonly thread: Thread
  readonly body: string
  readonly onChange: (body: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Canned texts go in at the cursor and never replace what was written. */
export function ComposerTools({ text, view, thread, body, onChange, onFiles }: ComposerToolsProps) {
  const { t } = useTranslation()
  const macros = useLiveValue('macros.list', {}) ?? []
  const agent = useAgent()
  const fitting = macros.filter(
    macro => macro.body !== null && (macro.kind === null || macro.kind === thread.kind),
  )
  const insert = (macroBody: string): void => {
    const { ticket, localNumber, customerName } = view
    const number = ticketName({ number: ticket.number, localNumber })
    const words = fillIn(macroBody, {
      'customer.name': customerName,
      'customer.firstName': customerName.trim().split(/\s+/u)[0] ?? '',
      'agent.name': agent?.name ?? '',
      'ticket.number': number,
      'ticket.subject': ticket.subject,
    })
    const { selectionStart: at = body.length, selectionEnd: end = body.length } = text.current ?? {}
    onChange(body.slice(0, at) + words + body.slice(end))
    requestAnimationFrame(() => {
      text.current?.focus()
      text.current?.setSelectionRange(at + words.length, at + words.length)
    })
  }
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <IconButton label={t('composer.canned')} icon={<IconBolt />} />
        </Menu.Target>
        <Menu.Dropdown style={{ maxHeight: 320, overflowY: 'auto' }}>
          {fitting.length === 0 && <Menu.Label>{t('composer.noCanned')}</Menu.Label>}
          {fitting.map(macro => (
            <Menu.Item key={macro.id} onClick={() => macro.body !== null && insert(macro.body)}>
              {macro.title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <FileButton icon={<IconPaperclip />} onFiles={onFiles} />
    </>
  )
}
