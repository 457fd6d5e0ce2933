import { describe, expect, test } from 'vitest'
import { Notifier } from '../../../main/app/alerts/notifier.ts'
import type { Notice } from '../../../main/app/alerts/notifier.ts'
import { isQuiet } from '../../../main/app/alerts/quiet-hours.ts'
import { timeText } from '../../../main/app/alerts/time-of-day.ts'
import { createSpeech } from '../../../main/app/speech.ts'
import type { Arrival, Reminder } from '../../../shared/contract/alerts.ts'
import { reminderKinds } from '../../../shared/contract/alerts.ts'
import type { AskedCommand } from '../../../shared/contract/commands.ts'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import type { NotificationSettings } from '../../../shared/contract/settings.ts'

type Shown = {
  readonly notice: Notice
  readonly click: () => void
  readonly gone: () => void
  isClosed: boolean
}
type Desk = {
  readonly settings?: Partial<NotificationSettings>
  readonly front?: string
  readonly minute?: number
}

function deskWith({ settings = {}, front, minute = 600 }: Desk = {}) {
  const shown: Shown[] = []
  const asked: AskedCommand[] = []
  const notifier = new Notifier({
    show: (notice, { clicked, gone }) => {
      const one: Shown = { notice, click: clicked, gone, isClosed: false }
      shown.push(one)
      return {
        close: () => {
          one.isClosed = true
        },
      }
    },
    settings: () => ({ ...defaultSettings.notifications, ...settings }),
    texts: () => createSpeech(() => ['en']).texts().alert,
    minuteOfDay: () => minute,
    timeText: () => '09:10',
    ticketInFront: () => front ?? null,
    act: command => asked.push(command),
    changed: () => {},
  })
  const titles = (): readonly string[] => shown.filter(one => !one.isClosed).map(({ notice }) => notice.title)
  return { notifier, shown, asked, titles }
}

const arrival = (ticketId: string, kind: Arrival['kind'] = 'message'): Arrival => ({
  id: ticketId,
  kind,
  ticketId,
  customerId: 'c',
  customerName: 'Ana Torres',
  subject: 'Charged twice',
  preview: 'Two charges',
  atMs: 1,
})
const reminder = (kind: Reminder['kind'], ticketId: string | null = 't'): Reminder => ({
  id: kind,
  kind,
  ticketId,
  threadId: null,
  customerId: 'c',
  customerName: 'Ana Torres',
  subject: 'Charged twice',
  title: 'Refund by Friday',
  dueAtMs: 1,
})
const news = (...arrivals: Arrival[]) => ({ arrivals, catchUp: null })

describe('notifications', () => {
  test('of one ticket replace each other and count', () => {
    const { notifier, titles, shown } = deskWith()
    notifier.takeArrivals(news(arrival('a'), arrival('a')))
    expect(titles()).toEqual(['Ana Torres (2 messages)'])
    notifier.takeArrivals(news(arrival('a')))
    expect(titles()).toEqual(['Ana Torres (3 messages)'])
    // The one that was replaced goes away later, and takes nothing with it.
    shown[0]?.gone()
    expect(notifier.count).toBe(1)
    shown[1]?.gone()
    expect(notifier.count).toBe(0)
  })

  test('of many tickets at once are told as one', () => {
    const { notifier, titles, asked, shown } = deskWith()
    notifier.takeArrivals(news(...['a', 'b', 'c', 'd', 'd'].map(id => arrival(id))))
    expect(titles()).toEqual(['5 notifications'])
    expect(shown[0]?.notice.body).toBe('In 4 tickets')
    shown[0]?.click()
    expect(asked).toEqual([{ id: 'view.mine' }])
    expect(notifier.count).toBe(0)
  })

  test('go once the agent looks at their ticket, and all at once when asked', () => {
    const { notifier, titles } = deskWith()
    notifier.takeArrivals(news(arrival('a'), arrival('b')))
    notifier.takeReminders([reminder('promise', 'a')])
    notifier.seen('a')
    expect(titles()).toEqual(['Ana Torres'])
    notifier.clear()
    expect(titles()).toEqual([])
  })

  test('about the ticket in front do not come', () => {
    const { notifier, titles } = deskWith({ front: 'a' })
    notifier.takeArrivals(news(arrival('a')))
    notifier.takeReminders([reminder('sla-breach', 'a')])
    expect(titles()).toEqual([])
  })

  test('open the ticket, or the customer where there is none', () => {
    const { notifier, shown, asked } = deskWith()
    notifier.takeReminders([reminder('follow-up', null)])
    shown[0]?.click()
    expect(asked).toEqual([
      { id: 'target.show', target: { kind: 'customer', customerId: 'c', workspaceId: null } },
    ])
  })

  test.each(reminderKinds)('of kind %s keep every word of the customer to themselves in private', kind => {
    const { notifier, shown } = deskWith({ settings: { isPrivate: true } })
    notifier.takeReminders([reminder(kind)])
    notifier.takeArrivals(news(arrival('a'), arrival('b', 'assigned'), arrival('c', 'mention')))
    expect(shown).toHaveLength(4)
    expect(JSON.stringify(shown.map(({ notice }) => notice))).not.toMatch(/Ana|Charged|Refund|charges/u)
  })

  test.each([
    ['messages', 'message'],
    ['assignments', 'assigned'],
    ['mentions', 'mention'],
  ] as const)('of %s can be switched off', (name, kind) => {
    const { notifier, titles } = deskWith({ settings: { [name]: false } })
    notifier.takeArrivals(news(arrival('a', kind)))
    expect(titles()).toEqual([])
  })

  test('are silent at the agent’s wish, and different kinds sound different', () => {
    const silent = deskWith({ settings: { sound: false } })
    silent.notifier.takeArrivals(news(arrival('a')))
    expect(silent.shown[0]?.notice.isSilent).toBe(true)
    const { notifier, shown } = deskWith()
    notifier.takeArrivals(news(arrival('a'), arrival('b', 'mention')))
    notifier.takeReminders([reminder('sla-breach')])
    expect(new Set(shown.map(({ notice }) => notice.sound)).size).toBe(3)
    expect(shown.map(({ notice }) => notice.urgency)).toEqual(['normal', 'normal', 'critical'])
  })

  test('a colleague’s words open where they are read, and those between two say nothing on the screen', () => {
    const desk = deskWith()
    const words = { ...arrival('t'), ticketId: null, customerId: '', customerName: 'Noor Haddad' }
    desk.notifier.takeArrivals({
      arrivals: [
        { ...words, kind: 'thanks', preview: 'You stayed on the line.' },
        { ...words, kind: 'coaching', preview: 'Name the next step.' },
      ],
      catchUp: null,
    })
    expect(desk.titles()).toEqual(['Noor Haddad thanks you', 'A word from Noor Haddad'])
    expect(desk.shown.map(({ notice }) => notice.body)).toEqual([
      'You stayed on the line.',
      'Between you two. Open it to read it.',
    ])
    for (const { click } of desk.shown) click()
    expect(desk.asked).toEqual([{ id: 'kudos.open' }, { id: 'coaching.open' }])
    const night = deskWith({
      settings: { quietHours: { isOn: true, from: '18:00', to: '08:00' } },
      minute: 60,
    })
    night.notifier.takeArrivals({ arrivals: [{ ...words, kind: 'thanks' }], catchUp: null })
    expect(night.titles()).toEqual([])
  })

  test('rest in quiet hours', () => {
    const quietHours = { isOn: true, from: '18:00', to: '08:00' }
    const night = deskWith({ settings: { quietHours }, minute: 23 * 60 })
    night.notifier.takeArrivals({
      arrivals: [arrival('a')],
      catchUp: { count: 24, sinceMs: 1, ticketIds: [] },
    })
    night.notifier.takeReminders([reminder('sla-breach')])
    expect(night.titles()).toEqual([])
    const day = deskWith({ settings: { quietHours } })
    day.notifier.takeArrivals({ arrivals: [], catchUp: { count: 24, sinceMs: 1, ticketIds: [] } })
    expect(day.titles()).toEqual(['24 changes since 09:10'])
  })
})

describe('quiet hours', () => {
  test.each([
    [
      '18:00',
      '08:00',
      [
        ['17:59', false],
        ['18:00', true],
        ['00:00', true],
        ['07:59', true],
        ['08:00', false],
      ],
    ],
    [
      '12:00',
      '13:30',
      [
        ['11:59', false],
        ['12:00', true],
        ['13:29', true],
        ['13:30', false],
      ],
    ],
    [
      '00:00',
      '00:00',
      [
        ['00:00', true],
        ['12:00', true],
      ],
    ],
  ] as const)('from %s to %s', (from, to, moments) => {
    for (const [time, expected] of moments) {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      expect([time, isQuiet({ isOn: true, from, to }, hour * 60 + minute)]).toEqual([time, expected])
      expect(isQuiet({ isOn: false, from, to }, hour * 60 + minute)).toBe(false)
    }
  })
})

test('a moment is told by its time, of another day with the day', () => {
  const now = new Date(2026, 4, 6, 14, 30).getTime()
  expect(timeText(new Date(2026, 4, 6, 9, 10).getTime(), now, 'en')).toBe('09:10')
  expect(timeText(new Date(2026, 4, 5, 9, 10).getTime(), now, 'en')).toMatch(/Tue.*09:10/u)
  expect(timeText(new Date(2026, 4, 5, 9, 10).getTime(), now, 'de')).toMatch(/Di.*09:10/u)
})
