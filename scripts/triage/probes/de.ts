import type { Probe } from './probe.ts'

export const de: readonly Probe[] = [
  {
    kind: 'support',
    subject: 'Kasse 2 bleibt stehen',
    body: `Guten Morgen,

unsere zweite Kasse friert seit dem Wochenende mehrmals am Tag ein. Der Mauszeiger bewegt sich noch, aber kein Knopf reagiert. Nach einem Neustart läuft sie ungefähr eine Stunde. An Kasse 1 mit derselben Programmversion tritt das nicht auf. Im Protokoll steht nur „Speicherfehler“.

Können Sie sich das per Fernwartung ansehen?

Mit freundlichen Grüßen
Bäckerei Lindner`,
  },
  {
    kind: 'support',
    subject: '',
    body: 'komme nicht mehr rein, er sagt immer passwort falsch. was soll ich tun',
  },
  {
    kind: 'support',
    subject: 'SCHON WIEDER KEIN INTERNET',
    body: 'Zum vierten Mal diese Woche ist die Leitung tot!!! Die Box leuchtet rot, ein Neustart bringt nichts. Wir arbeiten hier im Homeoffice. Bringen Sie das endlich in Ordnung!',
  },
  {
    kind: 'support',
    subject: 'Frage zur Einrichtung',
    body: 'Hallo, ich habe das Thermometer gekauft und möchte es mit der App verbinden. In der Anleitung steht, man soll den Knopf fünf Sekunden drücken, es tut sich aber nichts. Mache ich etwas falsch? Danke, Jutta',
  },
  {
    kind: 'service',
    subject: 'Wo ist mein Geld?',
    body: 'Ich habe die Jacke vor drei Wochen zurückgeschickt und bis heute keinen Cent gesehen. Der Eingang wurde mir bestätigt. Ich erwarte die Gutschrift bis Freitag, sonst wende ich mich an die Verbraucherzentrale.',
  },
  {
    kind: 'service',
    subject: 'Vertragsänderung',
    body: `Sehr geehrte Damen und Herren,

zum 1. Juli zieht unsere Kanzlei um. Bitte vermerken Sie die neue Anschrift und stellen Sie die Rechnungen künftig auf die Partnerschaftsgesellschaft aus. Außerdem wüssten wir gern, ob sich der Jahresbeitrag verringert, wenn wir zwei Arbeitsplätze weniger brauchen.

Hochachtungsvoll
Dr. Weiss`,
  },
  { kind: 'service', subject: 'Lieferung', body: 'wann kommt das sofa endlich? zugesagt war KW 12' },
  {
    kind: 'service',
    subject: 'Verhalten Ihres Fahrers',
    body: 'Ihr Fahrer hat heute das Paket über den Zaun geworfen und mich beleidigt, als ich ihn darauf ansprach. So geht man nicht mit Kunden um. Ich möchte, dass sich jemand bei mir entschuldigt.',
  },
  {
    kind: 'both',
    subject: 'Kaffeemaschine',
    body: 'Die vor zehn Tagen gelieferte Kaffeemaschine zeigt dauernd „Störung 8“ und mahlt nicht. Entweder sagen Sie mir, wie ich das behebe, oder ich gebe sie zurück und will den Kaufpreis erstattet haben.',
  },
  {
    kind: 'both',
    subject: 'Rechnung und Ausfall',
    body: 'Am Montag war Ihr System von 8 bis 14 Uhr nicht erreichbar, wir konnten keinen Auftrag drucken, der Server meldete Fehler 503. Trotzdem haben Sie uns den vollen Monat berechnet. Wir bitten um eine Ursache und um eine Gutschrift.',
  },
  {
    kind: 'both',
    subject: '',
    body: 'hab das set aus versehen zweimal bestellt, eins kann zurück. das andere lässt sich nicht mit dem handy koppeln, dreimal probiert',
  },
  {
    kind: 'both',
    subject: 'Therme',
    body: 'Die im letzten Monat eingebaute Therme geht jede Nacht mit Code 4 aus, morgens ist das Wasser kalt. Und Ihr Monteur hat zwei Stunden berechnet, obwohl er zwanzig Minuten da war. Bitte nachsehen und die Rechnung berichtigen.',
  },
  {
    kind: 'support',
    subject: 'Kasse',
    body: 'Hallo, ich habe die Kasse vor zwei Jahren bei Ihnen gekauft und viel dafür bezahlt. Seit heute früh springt die Lade nach dem Verkauf nicht auf; der Bon kommt, aber es klickt nichts. Habe ich eine Einstellung übersehen?',
  },
  {
    kind: 'service',
    subject: 'Buchung 8841',
    body: 'Guten Tag, ich habe über Ihre App ein Zimmer gebucht, das hat wunderbar geklappt. Nun hat sich aber etwas geändert: Können Sie den Aufenthalt um eine Woche verschieben, und kostet das etwas?',
  },
]
