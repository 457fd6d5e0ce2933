import { notifications } from '@mantine/notifications'
import type { AppError } from '../../shared/errors.ts'
import { errorText } from '../lib/error-text.ts'

const STAYS_MS = 8_000

/** One toast per kind of failure: the tenth says no more than the first. */
export function showFailure(error: Pick<AppError, 'code'>): void {
  const { what, safe, next } = errorText(error)
  notifications.show({
    id: `failure-${error.code}`,
    title: what,
    message: [safe, next].filter(Boolean).join(' '),
    autoClose: STAYS_MS,
    withBorder: false,
  })
}

/** What happened while nobody looked stays until somebody has. */
export function showNews(message: string): void {
  notifications.show({ id: `news-${message}`, message, autoClose: false, withBorder: false })
}

export function showNotice(message: string): void {
  notifications.show({ id: `notice-${message}`, message, autoClose: 4_000, withBorder: false })
}
