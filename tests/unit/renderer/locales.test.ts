import { describe, expect, test } from 'vitest'
import { ErrorCode } from '../../../shared/errors.ts'
import { mutationNames, mutations } from '../../../shared/mutations/index.ts'
import de from '../../../renderer/locales/de.json' with { type: 'json' }
import en from '../../../renderer/locales/en.json' with { type: 'json' }

type Tree = { readonly [key: string]: string | Tree }
const texts = (tree: Tree, path = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...texts(value, `${path}${key}.`)],
    ),
  )
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(match => match[1] ?? '').toSorted()

const english = texts(en)
const german = texts(de)

describe('locale files', () => {
  test('say the same things in both languages', () => {
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  test('fill the same values into the same texts', () => {
    const different = [...english].filter(
      ([key, text]) => places(text).join() !== places(german.get(key) ?? '').join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('leave no text empty and raise no voice', () => {
    const loud = [...english, ...german].filter(
      ([, text]) => text.trim() === '' || /[!]|\boops\b/iu.test(text),
    )
    expect(loud).toEqual([])
  })

  test('explain every error: what happened, what is safe, what to do', () => {
    const missing = Object.values(ErrorCode).flatMap(code =>
      ['what', 'safe', 'next'].map(part => `errors.${code}.${part}`).filter(key => !english.has(key)),
    )
    expect(missing).toEqual([])
  })

  test('describe every mutation', () => {
    // Every description names its key the same way for any arguments; the simplest ones do to ask for it.
    const anything = new Proxy(
      {},
      {
        get: (_target, key) =>
          key === 'length'
            ? 0
            : key === 'slice'
              ? () => ''
              : key === 'map' || key === 'join'
                ? () => ''
                : undefined,
      },
    )
    const keys = mutationNames.map(name => {
      try {
        return mutations[name].describe(new Proxy({}, { get: () => anything }) as never).key
      } catch {
        return null
      }
    })
    const missing = keys.filter(key => key !== null && !english.has(key))
    expect(missing).toEqual([])
    expect(keys.filter(key => key !== null).length).toBeGreaterThan(15)
  })

  test('name the landmarks as people and assistive technology rely on them', () => {
    expect(en.landmarks).toEqual({
      queues: 'Queues',
      agents: 'Agents',
      alerts: 'Alerts',
      fleet: 'Fleet',
      main: 'Main',
      ticketList: 'Ticket list',
      conversation: 'Conversation',
      customer: 'Customer 360',
      service: 'Service engagement',
      support: 'Technical support',
      timeline: 'Timeline',
      syncStatus: 'Sync status',
      attention: 'Needs attention',
      search: 'Search',
      commands: 'Commands',
    })
    expect([en.composer.reply, en.composer.note]).toEqual(['Reply to customer', 'Internal note'])
  })
})
