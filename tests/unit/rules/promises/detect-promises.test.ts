import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectPromises } from '../../../../shared/rules/promises/detect-promises.ts'
import { USUAL_WEEK, weekOf } from '../../../../shared/rules/promises/work-week.ts'

/** Tuesday, 10 November 2026, 11:10 in Berlin. */
const NOW_MS = Date.UTC(2026, 10, 10, 10, 10)
const setting = { nowMs: NOW_MS, timeZone: 'Europe/Berlin', week: USUAL_WEEK }

const clockOf = (atMs: number, timeZone = 'Europe/Berlin'): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs)
const due = (text: string): readonly string[] =>
  detectPromises(text, setting).map(({ dueAtMs }) => clockOf(dueAtMs))

describe('English', () => {
  test.each([
    ['I will get back to you by Friday.', 'Fri 13/11, 18:00'],
    ["I'll get back to you tomorrow by noon.", 'Wed 11/11, 12:00'],
    ['We’ll call you today at 3pm.', 'Tue 10/11, 15:00'],
    ['By Thursday we will send the replacement.', 'Thu 12/11, 18:00'],
    ['I will write to you in two days.', 'Thu 12/11, 18:00'],
    ['We will refund it within 3 working days.', 'Fri 13/11, 18:00'],
    ['We will refund it within 5 working days.', 'Tue 17/11, 18:00'],
    ['I will call you in two hours.', 'Tue 10/11, 13:10'],
    ['You will hear from us by the end of the week.', 'Fri 13/11, 18:00'],
    ['Let me get back to you next week.', 'Fri 20/11, 18:00'],
    ['I will look at it before Friday.', 'Thu 12/11, 18:00'],
    ['I will call you next Tuesday at 9:30.', 'Tue 17/11, 09:30'],
    ['We will ship it on 5 December.', 'Sat 05/12, 18:00'],
    ['We will ship it by December 5th.', 'Sat 05/12, 18:00'],
    ['The refund will be on your account by the end of the month.', 'Mon 30/11, 18:00'],
    ['Jonas will call you today at 12:00.', 'Tue 10/11, 12:00'],
    ['As I said, I will call you tomorrow.', 'Wed 11/11, 18:00'],
    ['Good morning Ana, I will check and tell you on Monday.', 'Mon 16/11, 18:00'],
    ['I will call you by Friday if the parts arrive on Thursday.', 'Fri 13/11, 18:00'],
    ['I’m going to send it by close of business.', 'Tue 10/11, 18:00'],
    ['I will answer at 9 am.', 'Wed 11/11, 09:00'],
  ])('%s', (text, expected) => expect(due(text)).toEqual([expected]))
})

describe('German', () => {
  test.each([
    ['Ich melde mich bis morgen Mittag bei Ihnen.', 'Wed 11/11, 12:00'],
    ['Bis Freitag melde ich mich bei Ihnen.', 'Fri 13/11, 18:00'],
    ['Wir werden Ihnen das Geld innerhalb von drei Werktagen erstatten.', 'Fri 13/11, 18:00'],
    ['Ich rufe Sie heute um 14 Uhr an.', 'Tue 10/11, 14:00'],
    ['Ich rufe Sie heute Nachmittag an.', 'Tue 10/11, 17:00'],
    ['Wir schicken Ihnen den Ersatz übermorgen.', 'Thu 12/11, 18:00'],
    ['Sie hören bis Ende der Woche von uns.', 'Fri 13/11, 18:00'],
    ['Ich kläre das bis zum 5.12. für Sie.', 'Sat 05/12, 18:00'],
    ['Ich kläre das bis 5. Dezember für Sie.', 'Sat 05/12, 18:00'],
    ['Jonas meldet sich um 12.30 Uhr.', 'Tue 10/11, 12:30'],
    ['Guten Morgen Frau Ruiz, ich prüfe das bis Donnerstag.', 'Thu 12/11, 18:00'],
    ['Ich antworte spätestens am Freitag um 10 Uhr.', 'Fri 13/11, 10:00'],
    ['Wenn Sie mir bis Mittwoch die Nummer schicken, melde ich mich am Freitag.', 'Fri 13/11, 18:00'],
    ['Ich melde mich nicht später als Freitag.', 'Fri 13/11, 18:00'],
  ])('%s', (text, expected) => expect(due(text)).toEqual([expected]))
})

describe('of a colleague, in the third person', () => {
  test.each([
    ['Jonas calls you on Monday.', 'Mon 16/11, 18:00'],
    ['On Monday Jonas calls you.', 'Mon 16/11, 18:00'],
    ['Jonas will call you back tomorrow.', 'Wed 11/11, 18:00'],
    ['Our technician visits you on Friday at 9:30.', 'Fri 13/11, 09:30'],
    ['My colleague Jonas gets back to you by Thursday.', 'Thu 12/11, 18:00'],
    ['He writes to you today at 3pm.', 'Tue 10/11, 15:00'],
    ['Jonas ruft Sie am Montag an.', 'Mon 16/11, 18:00'],
    ['Am Montag ruft Jonas Sie an.', 'Mon 16/11, 18:00'],
    ['Morgen ruft Sie mein Kollege an.', 'Wed 11/11, 18:00'],
    ['Jonas wird Sie morgen zurückrufen.', 'Wed 11/11, 18:00'],
    ['Meine Kollegin schreibt Ihnen bis Freitag.', 'Fri 13/11, 18:00'],
  ])('%s', (text, expected) => expect(due(text)).toEqual([expected]))

  test.each([
    'The app calls home on Monday.',
    'The app calls you on Monday.',
    'The customer calls on Monday.',
    'Your customer calls you on Monday.',
    'Jonas calls on Monday whether you like it or not.',
    'Nobody calls you on Monday.',
    'Jonas never calls you on Monday.',
    'If Jonas calls you on Monday, tell him the number.',
    'You said that Jonas calls you on Monday.',
    'Das Programm ruft am Montag zu Hause an.',
    'Der Kunde ruft Sie am Montag an.',
    'Am Montag ruft der Kunde Sie an.',
    'Niemand ruft Sie am Montag an.',
    'Wenn Jonas Sie am Montag anruft, nennen Sie ihm die Nummer.',
  ])('no word of the desk: %s', text => expect(detectPromises(text, setting)).toEqual([]))
})

describe('several in one text', () => {
  test('each with its own time', () => {
    const text =
      'Hello Ana,\n\nyou will have the 249 € back by Friday. Jonas will call you today at 12:00 about the scanner.\n\nBest wishes'
    expect(due(text)).toEqual(['Fri 13/11, 18:00', 'Tue 10/11, 12:00'])
    expect(due('Ich prüfe es heute, und am Freitag rufe ich Sie an.')).toEqual([
      'Tue 10/11, 18:00',
      'Fri 13/11, 18:00',
    ])
    expect(due("I'll check today, and get back to you by Friday.")).toEqual([
      'Tue 10/11, 18:00',
      'Fri 13/11, 18:00',
    ])
    expect(due('I will call you and send the file by Friday.')).toEqual(['Fri 13/11, 18:00'])
    expect(due('I will call you tomorrow, at 12:00.')).toEqual(['Wed 11/11, 12:00'])
  })
  test('as in Spanish', () => {
    const text =
      'La devolución de 249 € sale hoy y llega a tu cuenta antes del viernes. Jonas te llama hoy a las 12:00.'
    expect(due(text)).toEqual(['Fri 13/11, 18:00', 'Tue 10/11, 12:00'])
  })
})

describe('no promise', () => {
  test.each([
    'I will not be able to send it by Friday.',
    'We can’t promise it for tomorrow.',
    'I won’t be in tomorrow.',
    'Ich kann Ihnen das nicht bis Freitag zusagen.',
    'Ich melde mich bis Freitag nicht mehr.',
    'Shall I call you tomorrow?',
    'Können wir Sie morgen anrufen?',
    'Please send it by Friday.',
    'Bitte senden Sie es bis Freitag.',
    'We talked on Friday.',
    'If you send it by Friday, we will look at it.',
    'The courier said it will arrive by Friday.',
    'I will look into it.',
    'Thank you for your patience. Until tomorrow the shop is closed.',
    '',
  ])('%s', text => expect(detectPromises(text, setting)).toEqual([]))

  test('in what is quoted, whoever wrote it', () => {
    const text =
      'Thank you.\n\nOn Mon, 9 Nov 2026 at 10:00, Mira K. wrote:\n> I will get back to you by Friday.\n> Best wishes'
    expect(detectPromises(text, setting)).toEqual([])
    expect(due(`I will call you tomorrow.\n\n${text}`)).toEqual(['Wed 11/11, 18:00'])
  })
  test('a price, a version or a greeting is no time', () => {
    expect(due('I will send the 12.50 € voucher by Friday.')).toEqual(['Fri 13/11, 18:00'])
    expect(due('We will install 2.30.1 on Friday.')).toEqual(['Fri 13/11, 18:00'])
  })
  test('a date that does not exist', () => {
    expect(detectPromises('We will ship it by 31 June.', setting)).toEqual([])
  })
})

test('a promise keeps its key while other words are written around it', () => {
  const [first] = detectPromises('I will get back to you by Friday.', setting)
  const [later] = detectPromises('Sorry again. I will get back to you by Friday, dear Ana.', setting)
  expect(later?.key).toBe(first?.key)
})

test('the hours of a calendar say when a day of work ends and which days are none', () => {
  const week = weekOf({
    week: [1, 2, 3, 4].map(weekday => ({ weekday, from: '08:00', to: '16:30' })),
    holidays: [{ date: '2026-11-11', name: 'St. Martin', open: [] }],
  })
  const [friday] = detectPromises('I will do it within 1 working day.', { ...setting, week })
  expect(clockOf(friday?.dueAtMs ?? 0)).toBe('Thu 12/11, 16:30')
})

test('where somebody is there around the clock, a day of work ends as elsewhere', () => {
  const week = weekOf({
    week: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '00:00', to: '24:00' })),
    holidays: [],
  })
  const [today] = detectPromises('I will call you today.', { ...setting, week })
  expect(clockOf(today?.dueAtMs ?? 0)).toBe('Tue 10/11, 18:00')
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
  'Asia/Tokyo',
]
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const german = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const shows = (atMs: number, timeZone: string): { weekday: string; time: string; date: string } => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(atMs)
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? ''
  const date = `${part('year')}-${part('month')}-${part('day')}`
  return { weekday: part('weekday'), time: `${part('hour')}:${part('minute')}`, date }
}

/** The slow reader: walks through time in quarters of an hour until the clock on the wall shows what was said. */
function walk(
  nowMs: number,
  timeZone: string,
  isIt: (at: ReturnType<typeof shows>) => boolean,
): number | null {
  const QUARTER_MS = 900_000
  const today = shows(nowMs, timeZone).date
  const first = Math.ceil(nowMs / QUARTER_MS) * QUARTER_MS
  for (let atMs = first; atMs < first + 9 * 86_400_000; atMs += QUARTER_MS) {
    const at = shows(atMs, timeZone)
    if (at.date !== today && isIt(at)) return atMs
  }
  return null
}

test('a weekday and a time are the next such on the wall, in every zone, over changes of the clocks', () => {
  const said = fc.record({
    nowMs: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
    timeZone: fc.constantFrom(...zones),
    day: fc.integer({ min: 0, max: 6 }),
    // No clock is changed at these hours.
    hour: fc.integer({ min: 5, max: 22 }),
    minute: fc.constantFrom('00', '15', '30', '45'),
    isGerman: fc.boolean(),
  })
  fc.assert(
    fc.property(said, ({ nowMs, timeZone, day, hour, minute, isGerman }) => {
      const time = `${String(hour).padStart(2, '0')}:${minute}`
      const text = isGerman
        ? `Ich melde mich am ${german[day]} um ${time} bei Ihnen.`
        : `I will call you on ${names[day]} at ${time}.`
      const expected = walk(nowMs, timeZone, at => at.weekday === names[day] && at.time === time)
      const found = detectPromises(text, { nowMs, timeZone, week: USUAL_WEEK })
      expect(found.map(({ dueAtMs }) => dueAtMs)).toEqual([expected])
    }),
    { numRuns: 60 },
  )
})

test('whatever is written, what is found lies ahead, stands in the text, and is found again', () => {
  const piece = fc.constantFrom(
    'I will call you',
    'wir melden uns',
    'by Friday',
    'bis morgen',
    'in 3 days',
    'um 12 Uhr',
    'not',
    'nicht',
    '?',
    '. ',
    ', ',
    '\n\n',
    '> ',
    'if you',
    '31.2.',
    '99:99',
    'März',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 14 }), pieces => {
      const text = pieces.join(' ')
      const found = detectPromises(text, setting)
      expect(detectPromises(text, setting)).toEqual(found)
      for (const { dueAtMs, text: words } of found) {
        expect(dueAtMs).toBeGreaterThan(NOW_MS)
        expect(text.replaceAll(/\s+/gu, ' ')).toContain(words.trim())
      }
    }),
    { numRuns: 300 },
  )
})
