import { describe, expect, test } from 'vitest'
import { learn } from '../../../../shared/rules/triage/corrections.ts'
import type { Lesson } from '../../../../shared/rules/triage/corrections.ts'
import { shippedModel, triage } from '../../../../shared/rules/triage/triage.ts'

const BOTH = [
  'Please refund the second parcel, and the app crashes with an error since the update.',
  'I want to cancel my subscription. The terminal also loses its connection to the network every hour.',
  'You sent the wrong invoice and I cannot log in any more, the password is not accepted.',
  'Bitte stornieren Sie die Bestellung, außerdem startet das Gerät seit dem Update nicht mehr.',
  'Die Rechnung ist doppelt abgebucht worden und der Drucker ist offline.',
  'Quiero la devolución del dinero de mi pedido, y la aplicación se cierra con un error.',
  'Falta una factura. Además el equipo no se conecta a la red.',
  'Je veux être remboursé de ma commande et l’application plante au démarrage.',
  'La facture est fausse, en plus l’imprimante ne se connecte plus au réseau.',
  'Quero o reembolso da minha encomenda, e o aplicativo trava com um erro.',
  'A fatura foi cobrada duas vezes. Além disso a impressora não se conecta à rede.',
]

const ONE = [
  ['service', 'Please refund the second parcel, and send me a corrected invoice for the first order.'],
  ['service', 'I want to cancel my subscription. The last invoice was charged twice, too.'],
  ['service', 'Bitte stornieren Sie die Bestellung, außerdem fehlt mir die Rechnung vom Mai.'],
  ['service', 'Quiero la devolución del dinero de mi pedido, y la factura a nombre de mi empresa.'],
  ['support', 'The app crashes with an error since the update, and the printer is offline.'],
  ['support', 'Das Gerät startet nicht mehr, außerdem blinkt die Lampe und der Bildschirm bleibt schwarz.'],
  ['support', 'L’application plante au démarrage et l’imprimante ne se connecte plus au réseau.'],
  ['support', 'O aplicativo trava com um erro, e a impressora não se conecta à rede.'],
] as const

describe('two matters in one mail', () => {
  test('most that hold both kinds are called both, in every language', () => {
    const said = BOTH.map(body => triage({ subject: '', body }))
    const count = (is: (each: (typeof said)[number]) => boolean): number => said.filter(is).length
    expect(count(({ likeliest }) => likeliest === 'both')).toBeGreaterThanOrEqual(BOTH.length - 2)
    expect(count(({ kind }) => kind === 'both' || kind === 'unsure')).toBeGreaterThanOrEqual(BOTH.length - 1)
  })

  test.each(ONE)('two matters of one kind stay %s: %s', (kind, body) => {
    expect(triage({ subject: '', body }).likeliest).toBe(kind)
  })

  test('each side is shown by words of the clause that speaks for it', () => {
    const service = 'Please refund the second parcel'
    const support = 'and the app crashes with an error since the update'
    const { kind, reasons } = triage({ subject: '', body: `${service}, ${support}.` })
    expect(kind).toBe('both')
    for (const side of ['service', 'support'] as const) {
      const words = reasons.filter(reason => reason.side === side)
      expect(words.length).toBeGreaterThan(0)
      for (const { text } of words) expect(side === 'service' ? service : support).toContain(text)
    }
  })
})

const lessonsOf = (kind: Lesson['kind'], bodies: readonly string[]): readonly Lesson[] =>
  bodies.map((body, index) => ({ ticketId: `t${index}`, atMs: index, kind, subject: '', body }))

describe('decisions about both', () => {
  const things = [
    'skimmer',
    'salt cell',
    'roller cover',
    'dosing pump',
    'counter-current jet',
    'backwash valve',
  ]
  const asked = 'The season card should include the sauna hut, and the skimmer hums all night.'
  const taught = things.map(
    thing => `We want the season card for the whole family, and the ${thing} hums all night.`,
  )

  test('moving tickets to both teaches each half its own side', () => {
    const corrections = learn(shippedModel(), lessonsOf('both', taught))
    // Both is said seldom: what is taught is what it leans to.
    const [before, after] = [{}, { corrections }].map(given => triage({ subject: '', body: asked }, given))
    expect(before?.likeliest).not.toBe('both')
    expect(after?.likeliest).toBe('both')
    expect(['both', 'unsure']).toContain(after?.kind)
    const half = (body: string) => triage({ subject: '', body }, { corrections }).likeliest
    expect(half('the dosing pump hums all night')).toBe('support')
    expect(half('the season card for the family')).toBe('service')
  })

  test('decisions for one kind, made later, take it back', () => {
    const before = lessonsOf('both', taught)
    const later = [...taught, ...taught].map((body, index) => ({
      ticketId: `l${index}`,
      atMs: 1000 + index,
      kind: 'service' as const,
      subject: '',
      body,
    }))
    const taughtBoth = { corrections: learn(shippedModel(), before) }
    expect(triage({ subject: '', body: asked }, taughtBoth).likeliest).toBe('both')
    const { likeliest } = triage(
      { subject: '', body: asked },
      { corrections: learn(shippedModel(), [...before, ...later]) },
    )
    expect(likeliest).toBe('service')
  })

  test('a text that is moved to one kind again and again looks less and less like both', () => {
    const body = 'Please refund the second parcel, and the app crashes with an error since the update.'
    const before = triage({ subject: '', body })
    expect(before.kind).toBe('both')
    for (const kind of ['service', 'support'] as const) {
      const corrections = learn(
        shippedModel(),
        lessonsOf(
          kind,
          Array.from({ length: 20 }, () => body),
        ),
      )
      const after = triage({ subject: '', body }, { corrections })
      expect(after.kind === kind || after.confidence < before.confidence).toBe(true)
    }
  })
})
