import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleFromTicket } from '../../../shared/rules/knowledge/article-from-ticket.ts'
import { readAnswers } from '../../../shared/rules/knowledge/read-answers.ts'
import { readCsv } from '../../../shared/rules/knowledge/read-csv.ts'
import { csv } from '../../../shared/rules/csv.ts'

describe('reading answers from a file', () => {
  test('a table, with words in quotes, and what a help desk calls its columns', () => {
    const text =
      'Title,Content,Locale,Labels\r\n"Returns, how","Send it ""back"".\nThen wait.",de,a;b\r\n,no title,en,\r\n'
    expect(readAnswers('answers.csv', text)).toEqual({
      answers: [
        {
          type: 'article',
          title: 'Returns, how',
          body: 'Send it "back".\nThen wait.',
          language: 'de',
          tags: ['a', 'b'],
          url: null,
          family: null,
        },
      ],
      refused: [2],
    })
  })

  test('a list, bare or under a name, with canned replies', () => {
    const list = [
      { type: 'macro', name: 'Thanks', body: 'Thank you!', language: 'not a language', family: 'Bad news' },
      7,
    ]
    const read = {
      type: 'reply',
      title: 'Thanks',
      body: 'Thank you!',
      language: null,
      tags: [],
      url: null,
      family: 'bad-news',
    }
    expect(readAnswers('a.json', JSON.stringify(list))).toEqual({ answers: [read], refused: [2] })
    expect(readAnswers('a.json', JSON.stringify({ macros: list })).answers).toEqual([read])
    expect(readAnswers('a.json', '{')).toEqual({ answers: [], refused: [1] })
  })

  test('a page, by what stands at its top, its heading or its name', () => {
    const page = '---\ntitle: Pairing\nlanguage: en\ntags: [scanner, pairing]\n---\n\nHold the button.'
    expect(readAnswers('x.md', page).answers).toMatchObject([
      { title: 'Pairing', language: 'en', tags: ['scanner', 'pairing'], body: 'Hold the button.' },
    ])
    expect(readAnswers('x.md', '# Pairing\n\nHold it.').answers).toMatchObject([
      { title: 'Pairing', body: 'Hold it.' },
    ])
    expect(readAnswers('Lost parcel.md', 'We look for it.').answers).toMatchObject([{ title: 'Lost parcel' }])
    expect(readAnswers('x.md', '').answers).toEqual([])
  })

  test('what the console writes as a table it reads again', () => {
    const cell = fc.string().map(text => text.replaceAll('\r', ''))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), rows => {
        const kept = rows.filter(([a, b]) => !/^[=+\-@\t]/u.test(a) && !/^[=+\-@\t]/u.test(b) && a + b !== '')
        expect(readCsv(csv(['a', 'b'], kept)).slice(1)).toEqual(kept.map(row => [...row]))
      }),
    )
  })

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.csv', 'a.json', 'a.md'), fc.string(), (name, text) => {
        expect(readAnswers(name, text).answers.every(({ title, body }) => title !== '' && body !== '')).toBe(
          true,
        )
      }),
    )
  })
})

describe('an article out of a ticket', () => {
  const said = (direction: 'in' | 'out', bodyText: string) => ({
    direction,
    bodyText,
    authorKind: direction === 'in' ? 'customer' : 'agent',
  })

  test('keeps the question and the answer, and nothing that says who it was', () => {
    const made = articleFromTicket({
      subject: 'Points for Lindqvist Bokhandel',
      messages: [
        said(
          'in',
          'Hi Mira,\n\nour order has no points yet. Call me: +46 70 123 45 67.\n\nWarm wishes,\nGrace',
        ),
        said(
          'out',
          'Hello Grace,\n\nthey come with the payment, Grace. Write to grace@example.com if not.\n\nBest wishes,\nMira K.',
        ),
      ],
      personal: ['Grace Lindqvist', 'Lindqvist Bokhandel'],
    })
    expect(made).toEqual({
      title: 'Points for …',
      body: 'our order has no points yet. Call me: [phone].\n\nthey come with the payment, …. Write to [email] if not.',
    })
  })

  test('nobody has answered: there is none yet', () => {
    expect(articleFromTicket({ subject: 'x', messages: [said('in', 'Hello?')], personal: [] })).toBeNull()
  })
})
