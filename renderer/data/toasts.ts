import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { AppError } from '../../shared/errors.ts'
import { errorText } from '../lib/error-text.ts'

const STAYS_MS = 8_000

/** What takes a toast away has a name for whoever does not see the cross. */
const named = () => ({ closeButtonProps: { 'aria-label': i18next.t('common.hideMessage') } })

/** One toast per kind of failure: the tenth says no more than the first. */
export function showFailure(error: Pick<AppError, 'code'>): void {
  const { what, safe, next } = errorText(error)
  notifications.show({
    id: `failure-${error.code}`,
    title: what,
    message: [safe, next].filter(Boolean).join(' '),
    autoClose: STAYS_MS,
    withBorder: false,
    ...named(),
  })
}

/** What happened while nobody looked stays until somebody has. */
export function showNews(message: string): void {
  notifications.show({ id: `news-${message}`, message, autoClose: false, withBorder: false, ...named() })
}

export function showNotice(message: string): void {
  notifications.show({ id: `notice-${message}`, message, autoClose: 4_000, withBorder: false, ...named() })
}
