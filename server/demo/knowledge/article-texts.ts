import type { WorkKind } from '../../../shared/domain/values.ts'

export type ArticleText = {
  readonly title: string
  readonly language: string
  readonly kind: WorkKind | null
  readonly tags: readonly string[]
  readonly body: string
}

type Written = readonly [title: string, kind: WorkKind | null, tags: string, body: string, language?: string]

const text = (...[title, kind, tags, body, language = 'en']: Written): ArticleText => ({
  title,
  language,
  kind,
  tags: tags.split(' '),
  body: body.trim(),
})

export const supportArticles: readonly ArticleText[] = [
  text(
    'Update a P40 scanner over USB',
    'support',
    'p40 firmware E-310 KE-117',
    `
You need the scanner, its USB cable and a Windows or macOS computer. It takes about five minutes; the scanner keeps its settings.

1. Connect the scanner and hold both buttons for five seconds. It prints or shows its version.
2. Open Settings, Devices in the till app and choose "Update over USB". If the computer is not a till, use the updater from your account under Downloads.
3. Leave the cable in until the light is steady blue. Pulling it out earlier does no harm, the old version stays, but you have to start again.
4. Pair the scanner once more from Settings, Devices, Add. The old pairing does not come back by itself: 2.3 uses a new key.

If E-310 is still shown, check that the till app is at least 8.2. Older ones offer the old key. Still no luck: note the version of both and call us, we will do it together.`,
  ),
  text(
    'What the scanner’s lights and codes mean',
    'support',
    'p40 p60 scanner E-310 E-311',
    `
Steady blue: paired and ready. Blinking blue: looking for a till. Blinking red: pairing refused. Steady red: battery below ten per cent. White flash: a code was read.

E-310: the till refused the key. Firmware below 2.3 with till app 8.2 or newer; see "Update a P40 scanner over USB".
E-311: another till already holds this scanner. Remove it there, or press "Take over" here.
E-312: Bluetooth is off on the till, often after a Windows update.
E-320: the code was read but the item is unknown. Not a fault of the scanner: import the item, or assign the code to one.

Write down the code exactly. It saves a question, and often the whole call.`,
  ),
  text(
    'Label printer offline in the morning',
    'support',
    'l20 network KE-118 E-415',
    `
The L20 goes to sleep after two hours without a label. With firmware 2.9 to 3.1 it does not wake up when the router asks for it, so the router forgets it.

Do this first: on the printer open Network, Power and switch off "deep sleep". It then uses about two watts and stays reachable.

If it still disappears, its address changes at night. Print the network sheet (hold Feed for ten seconds) and look for "lease". Less than a day means: give the printer a fixed address in the router, or ask us for the two settings to make.

3.2 will wake up by itself. We write to everybody who has reported it.`,
  ),
  text(
    'Export the catalogue, also when it is large',
    'support',
    'catalogue export E-1042 KE-121',
    `
Catalogue, Export makes one file with all items. Up to ten thousand items it takes seconds; beyond that it runs in the background and you get a mail.

E-1042 means that the background job was given up. While KE-121 is open this happens with large catalogues. What works meanwhile:

- Export by category: choose one at the top of the page. The files can be put together, their columns are the same.
- Ask us. We can run the export for you and put the file into your account, usually within the hour.

Nothing in your catalogue is changed by a failed export.`,
  ),
  text(
    'Sign-in codes are rejected',
    'support',
    'two-factor 2fa E-118 KE-112 sign-in',
    `
The six digits depend on the time. If the till or the phone is more than a minute off, they never match.

On the phone: switch on automatic date and time. On the till: Settings, Network, Time shows how far it is off; press "Set now". If it drifts again after a day, the time server is blocked in the customer’s network: enter theirs.

Never reset a second factor because of a mail. Call back on the number on record, or let the owner confirm it in the account. A reset is written down with your name.`,
  ),
  text(
    'Move a till to a new computer',
    'support',
    'till migration set-up',
    `
Take ten quiet minutes; sales on other tills go on.

1. On the old till: Close the day, then Settings, This till, "Move". It shows a code.
2. On the new one: install the app, choose "Take over a till" and enter the code. Items, prices, receipts and users come along; scanners and printers are paired again.
3. Sell something small and void it. Look at the receipt: name and tax number must be right.
4. The old till says "moved" and sells no more. Wipe it before it leaves the house (Settings, This till, Erase).

If the old computer is dead, we can release its place: ask the owner of the account, not only the shop.`,
  ),
  text(
    'Card terminal and till differ at the end of the day',
    'support',
    't5 totals KE-119',
    `
Look at the version of the terminal first (green key, Info). Below 5.2 a declined payment that was tried again stands twice in its total. Nothing was charged twice; the bank’s list is right.

Update: Menu, Service, Update, about three minutes. Then correct the days: Reports, End of day, choose the day, "Take the bank’s total". Leave a note with the reason, bookkeepers ask.

Still a difference with 5.2? Compare the number of payments, not the sums. One more on the terminal: a payment was made while the till was offline; add it under Sales, Unassigned.`,
  ),
  text(
    'The till has become slow',
    'support',
    'till performance disk',
    `
Ask three things: since when, every till or one, and how many items. Then open Settings, Health.

Disk nearly full (under two gigabytes): old receipts pile up where the archive is not reachable. Fix the archive, then "Move now". The search index is built again once; after that it is fast.

Virus scanner: the folder of the till’s database must be an exception. Half a second for each scan becomes ten without it.

More than fifty thousand items on the smallest hardware is honest slowness. Recommend "active items only" on tills at the counter.`,
  ),
  text(
    'Wipe and return a device',
    'support',
    'return disposal privacy',
    `
Before a device leaves the customer, its data must. Scanners hold nothing. Terminals erase themselves when they are unlinked (Menu, Service, Unlink). Tablets and tills: Settings, This till, Erase; wait for the green tick.

The return label comes with the case number (RC-…). Put the number on the parcel too; parcels without one are the reason for most late refunds.

Devices that do not switch on go back as they are. Tick "holds data" on the form, they are then destroyed and the customer gets a certificate.`,
  ),
]

export const serviceArticles: readonly ArticleText[] = [
  text(
    'Refunds: how long, how much, who decides',
    'service',
    'refund return limits',
    `
A refund goes back the way the money came. Cards take two to four working days, bank transfers one to two, PayPal an hour.

You decide alone up to 250 € for goods and up to 30 € as a gesture. From 250 to 1,000 € a team lead approves, above that a supervisor. The customer is told what was asked for, never that it was approved before it is.

Charged twice: check that both were captured. An authorisation that was never captured falls away within five days; say that with a date, and promise to look.

Always say when you will look again, and put it down as a promise.`,
  ),
  text(
    'Return, refund or exchange',
    'service',
    'return exchange RC',
    `
One case for all three, started from either pane. Requested, approved, on the way, received, then refunded or exchanged.

Thirty days without a reason, two years for faults. Used labels and rolls are not taken back unless they are faulty.

For a fault send the exchange first when the customer has no spare: shops cannot wait. The label carries the number RC-…; the amount is released when the parcel is scanned, not when somebody remembers.

If support has to set up the new device, leave a note on both threads, so that the customer is asked for the serial number once.`,
  ),
  text(
    'Which plan for whom',
    'service',
    'plans prices advice',
    `
Starter: one till, one terminal. Shop: up to five tills in one place, stock for that place. Chain: any number, stock and prices shared, transfers between shops, 14.90 € a till.

The line between Shop and Chain is not five tills but shared stock. Two shops that lend each other goods need Chain. Six tills in one big shop are cheaper with Shop plus one.

Customers may go up at any day (charged by the day) and down at the end of a month. Nothing is lost in either direction.

Ask what they want to stop doing by hand. The answer picks the plan.`,
  ),
  text(
    'Invoices: addresses, tax numbers, copies',
    'service',
    'invoice billing address VAT',
    `
Delivery and billing addresses are two fields. Customers change the first and expect the second to follow; ask which one they mean.

A sent invoice is never edited. "Issue again" makes a new one with the same date and marks the old one as replaced; bookkeepers need both.

Tax numbers are checked when they are entered. If the register is down, save it with the tick "check later": the invoice can go out.

Copies for the whole year: Billing, Documents, "All of a year". That answers half of the questions in January.`,
  ),
  text(
    'Onboarding a shop in six steps',
    'service',
    'onboarding plan training',
    `
1. Account and people: owner, roles, second factor. 2. Devices: order, deliver, pair. 3. Items: import from a file; start with fifty, not with all. 4. Staff training: an hour on a practice till. 5. First day: somebody of us is reachable from opening time. 6. Look back after two weeks.

Steps two and three contain technical work. They stay in the plan, support carries them out.

Never move a date without telling the customer the new one. A customer who knows waits; one who does not leaves.`,
  ),
  text(
    'When a customer is angry',
    'service',
    'complaint empathy',
    `
Read everything before you write. The third person who asks for the order number makes a complaint out of a question.

Say what you understood in one sentence, in their words. Say what will happen next and when. Do not explain how it came about unless they ask.

No "unfortunately", no "policy". Offer one thing that is yours to give.

Then keep it with you: put your name on it, and the next step with a date. One bad experience is forgiven, two are not.`,
  ),
  text(
    'Loyalty points',
    'service',
    'loyalty points',
    `
Ten points for every full ten euros, added when the invoice is paid. They are good for two years from that day.

Hundred points are one euro off the next order. They cannot be paid out, and they move with the account when a shop is sold.

Missing points: look at the payment, not at the order. Paid by invoice means that they come later. If they really are missing you may add up to 500 without asking.`,
  ),
  text(
    'What we promise, and how',
    null,
    'principles promises',
    `
A promise has a date and an owner. "I will look into it" is none.

Write promises down when you make them; the console offers to do it. If one cannot be kept, say so before it is due.

Customers never hear the names of our teams. Service and support are two riders on one bike; the customer sees one bike.`,
  ),
  text(
    'Gerät eingetroffen und defekt: was jetzt',
    'service',
    'rueckgabe austausch RC',
    `
Den Austausch sofort auslösen, wenn der Laden kein Ersatzgerät hat; auf das defekte warten wir nicht. Der Rückschein trägt die Nummer RC-…, sie gehört auch auf das Paket.

Einstellungen überträgt die Technik. Bitte Seriennummer und Version in die Notiz, damit niemand zweimal fragt.

Erstattung statt Austausch: bis 250 € selbst, darüber mit Freigabe. Dem Kunden sagen, was beantragt ist und wann wir uns melden.`,
    'de',
  ),
  text(
    'El escáner no se empareja: E-310',
    'support',
    'p40 E-310 KE-117',
    `
Con la aplicación 8.2 o posterior y un firmware anterior a 2.3 la caja rechaza la clave del escáner. Parpadea en rojo y aparece E-310.

Instala la versión 2.3 por USB: Ajustes, Dispositivos, «Actualizar por USB». Son cinco minutos y se conservan los ajustes. Después hay que emparejar de nuevo.

Si no hay cable, manda uno hoy mismo y ofrece una llamada para hacerlo juntos.`,
    'es',
  ),
  text(
    'L’imprimante d’étiquettes disparaît du réseau',
    'support',
    'l20 KE-118',
    `
Les versions 2.9 à 3.1 s’endorment et ne répondent plus au routeur. Dans Réseau, Énergie, désactivez « deep sleep ».

Si elle disparaît encore, imprimez la feuille réseau (Avance, dix secondes) et regardez la durée du bail. Moins d’un jour : donnez-lui une adresse fixe.`,
    'fr',
  ),
  text(
    '返品と返金の流れ',
    'service',
    '返品 返金 RC',
    `
返品は RC 番号で管理します。受付、承認、輸送中、到着、返金または交換の順に進みます。

到着後の検品は一営業日以内に行い、返金は元の支払い方法に戻します。カードは二日から四日、銀行振込は一日から二日かかります。

お客様には「いつまでに確認するか」を必ずお伝えください。`,
    'ja',
  ),
]
