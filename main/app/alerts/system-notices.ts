import { Notification } from 'electron'
import type { Log } from '../../../shared/log.ts'
import type { NoticePort } from './notifier.ts'

/** The notifications of the operating system. Where there is no service for them this is told once, in the log. */
export function systemNotices(log: Log): NoticePort {
  let hasFailed = false
  return ({ title, body, isSilent, urgency, sound }, on) => {
    const notification = new Notification({
      title,
      body,
      silent: isSilent,
      urgency,
      ...(isSilent || sound === null ? {} : { sound }),
      timeoutType: urgency === 'critical' ? 'never' : 'default',
    })
    notification.on('click', on.clicked)
    notification.on('close', on.gone)
    notification.on('failed', () => {
      if (!hasFailed) log.warn('notification.failed')
      hasFailed = true
      // It can fail within `show`, before the caller has it in hand.
      setImmediate(on.gone)
    })
    notification.show()
    return { close: () => notification.close() }
  }
}
