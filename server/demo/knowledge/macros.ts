import type { Macro } from '../../../shared/domain/knowledge.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import type { TemplateFamily } from '../../../shared/rules/knowledge/template-families.ts'
import { DAY_MS } from '../world.ts'
import type { World } from '../world.ts'

type MacroText = {
  readonly title: string
  readonly language: string | null
  readonly kind: WorkKind | null
  readonly body: string | null
  readonly steps?: Macro['steps']
  readonly family?: TemplateFamily
}

const macros: readonly MacroText[] = [
  {
    title: 'Acknowledge and promise a time',
    language: 'en',
    kind: null,
    body: 'Hello {{customer.firstName}},\n\nthank you for writing. I have read everything and will get back to you by tomorrow at noon, with an answer or with where it stands.',
  },
  {
    title: 'Acknowledge and promise a time',
    language: 'de',
    kind: null,
    body: 'Guten Tag {{customer.name}},\n\ndanke für Ihre Nachricht. Ich habe alles gelesen und melde mich bis morgen Mittag, mit einer Antwort oder dem Stand.',
  },
  {
    title: 'Acknowledge and promise a time',
    language: 'es',
    kind: null,
    body: 'Hola, {{customer.firstName}}:\n\ngracias por escribir. Lo he leído todo y te contesto mañana antes de las doce, con la solución o con el estado.',
  },
  {
    title: 'Refund released',
    language: 'en',
    kind: 'service',
    body: 'I have released your refund today. Cards take two to four working days, bank transfers one to two. I will look again on the fourth day.',
  },
  {
    title: 'Refund released',
    language: 'fr',
    kind: 'service',
    body: 'Votre remboursement est parti aujourd’hui. Comptez deux à quatre jours ouvrés par carte. Je revérifie le quatrième jour.',
  },
  {
    title: 'Duplicate charge: what happens now',
    language: 'en',
    kind: 'service',
    body: 'I can see both charges. The duplicate goes back to your card today; if it is still there in five days, please answer this mail and I will open a dispute with the bank for you.',
  },
  {
    title: 'Invoice issued again',
    language: 'en',
    kind: 'service',
    body: 'I have issued the invoice again with the right address. The old one is marked as replaced; please keep both for your records.',
  },
  {
    title: 'Ask for version and serial number',
    language: 'en',
    kind: 'support',
    body: 'To find the right fix I need two things: the version (Settings, Devices, the name of the device) and the serial number from the label underneath. A photo is fine.',
  },
  {
    title: 'Ask for version and serial number',
    language: 'de',
    kind: 'support',
    body: 'Damit ich die richtige Lösung finde, brauche ich zwei Angaben: die Version (Einstellungen, Geräte, Name des Geräts) und die Seriennummer vom Aufkleber. Ein Foto genügt.',
  },
  {
    title: 'E-310: firmware 2.3 over USB',
    language: 'en',
    kind: 'support',
    body: 'E-310 is a known fault below firmware 2.3 (KE-117). Please update over USB: Settings, Devices, "Update over USB", five minutes. Then pair the scanner once more. I am reachable while you do it.',
  },
  {
    title: 'E-1042: outage message',
    language: 'en',
    kind: 'support',
    body: 'Exports of large catalogues fail with E-1042 since last night (KE-121). We are working on it and I will write to you as soon as it is over. If you need the file today, tell me which categories and I will run it for you.',
  },
  {
    title: 'Close: anything else?',
    language: 'en',
    kind: null,
    body: 'I am glad that it works. Is there anything else I can do for you today? Otherwise I will close this; just answer if it comes back.',
  },
  {
    title: 'Order is on its way',
    language: 'en',
    kind: 'service',
    body: 'Hello {{customer.firstName}},\n\nyour order {{order.number}} has left our house. The carrier shows where it is under {{order.trackingCode}}.\n\n{{agent.firstName}}',
    steps: [{ mutation: 'thread.setState', args: { state: 'pending' } }],
  },
  {
    title: 'Order is on its way',
    language: 'de',
    kind: 'service',
    body: 'Guten Tag {{customer.name}},\n\nIhre Bestellung {{order.number}} ist unterwegs. Wo sie gerade ist, zeigt der Paketdienst unter {{order.trackingCode}}.\n\n{{agent.firstName}}',
    steps: [{ mutation: 'thread.setState', args: { state: 'pending' } }],
  },
  {
    title: 'Order is on its way',
    language: 'fr',
    kind: 'service',
    body: 'Bonjour {{customer.firstName}},\n\nvotre commande {{order.number}} est en route. Le suivi du transporteur : {{order.trackingCode}}.\n\n{{agent.firstName}}',
    steps: [{ mutation: 'thread.setState', args: { state: 'pending' } }],
  },
  {
    title: 'Part of the outage E-1042',
    language: null,
    kind: 'support',
    body: null,
    steps: [
      { mutation: 'ticket.tag', args: { tags: ['E-1042', 'outage'] } },
      { mutation: 'thread.setPriority', args: { priority: 'high' } },
      {
        mutation: 'note.add',
        args: { body: 'Part of the outage KE-121; {{customer.name}} is told with the others.' },
      },
      { mutation: 'thread.snooze', args: { until: { inMinutes: 240 } } },
    ],
  },
  {
    title: 'Mine, and call back tomorrow',
    language: null,
    kind: null,
    body: null,
    steps: [
      { mutation: 'thread.take', args: {} },
      { mutation: 'thread.setState', args: { state: 'pending' } },
      { mutation: 'followUp.add', args: { title: 'Call {{customer.name}} back', due: { inMinutes: 1440 } } },
    ],
  },
  {
    title: 'Bad news: it is late',
    language: 'en',
    kind: 'service',
    family: 'bad-news',
    body: 'Hello {{customer.firstName}},\n\nyou have planned with the day we named, and I know that a later one upsets more than this one thing.\n\nYour order {{order.number}} will not leave our house before {{ticket.newDay}}.\n\nThe reason: {{ticket.reason}}.\n\nYou can choose: keep it, and I write to you myself the day before, or {{ticket.otherWay}}. Tell me which you prefer and I begin at once.\n\n{{agent.firstName}}',
  },
  {
    title: 'Bad news: it is late',
    language: 'de',
    kind: 'service',
    family: 'bad-news',
    body: 'Guten Tag {{customer.name}},\n\nSie haben mit dem genannten Tag geplant, und ich weiß, dass ein späterer mehr durcheinanderbringt als nur das.\n\nIhre Bestellung {{order.number}} wird nicht vor {{ticket.neuerTag}} verschickt.\n\nDer Grund: {{ticket.Grund}}.\n\nSie haben die Wahl: Es bleibt dabei, und ich schreibe Ihnen am Tag davor selbst, oder {{ticket.andererWeg}}. Sagen Sie mir, was Ihnen lieber ist, dann beginne ich sofort.\n\n{{agent.firstName}}',
  },
  {
    title: 'Bad news: we cannot do it',
    language: 'en',
    kind: null,
    family: 'bad-news',
    body: 'Hello {{customer.firstName}},\n\nI have read why this matters to you, and I would have liked to say yes.\n\nI cannot do it.\n\nThe reason: {{ticket.reason}}. It is the same for everybody, and I do not want to keep you waiting with a maybe.\n\nWhat I can do instead: {{ticket.firstWay}}, or {{ticket.secondWay}}. Tell me if one of them helps you, and I see to it today.\n\n{{agent.firstName}}',
  },
  {
    title: 'Bad news: it is a fault of ours',
    language: 'en',
    kind: 'support',
    family: 'bad-news',
    body: 'Hello {{customer.firstName}},\n\nyou have looked for the fault on your side for long enough, and I am sorry for the hours it took.\n\nIt is a fault of ours, and it cannot be repaired today.\n\nThe reason: {{ticket.cause}}.\n\nThere are two ways until it is: {{ticket.wayAround}}, or a replacement for {{asset.name}}. Tell me which suits you.\n\n{{agent.firstName}}',
  },
]

/** Nobody has changed it in the console. */
const UNCHANGED = { version: null, updatedAtMs: null, updatedBy: null, retiredAtMs: null } as const

export function addMacros(world: World): void {
  for (const macro of macros)
    world.add('macros', {
      id: world.id(world.nowMs - 300 * DAY_MS),
      ...macro,
      steps: macro.steps ?? [],
      family: macro.family ?? null,
      ...UNCHANGED,
    })
}
