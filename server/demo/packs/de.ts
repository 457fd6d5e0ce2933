import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const de: Pack = {
  hello: ['Guten Tag,', 'Hallo,', 'Sehr geehrte Damen und Herren,', 'Hallo zusammen,'],
  bye: ['Viele Grüße', 'Mit freundlichen Grüßen', 'Danke und Grüße', 'Besten Dank'],
  answerHello: ['Guten Tag, {name},', 'Hallo {first},'],
  answerBye: ['Viele Grüße\n{agent}', 'Melden Sie sich gern, wenn noch etwas ist.\n{agent}'],
  nudges: [
    'Gibt es schon etwas Neues? Wir öffnen am Samstag und hätten es gern vorher geklärt.',
    'Ich habe seit meiner Nachricht nichts gehört. Fehlt Ihnen noch etwas von mir?',
  ],
  more: [
    'Das habe ich gerade versucht, es ist wie vorher. Ein Foto kann ich gern schicken.',
    'Die Kollegin in der zweiten Filiale sieht es inzwischen auch.',
  ],
  thanks: [
    'Jetzt läuft es. Vielen Dank für die schnelle Hilfe.',
    'Perfekt, alles geklärt. Danke.',
    'Wunderbar, genau das habe ich gebraucht.',
  ],
  closings: [
    'Das freut mich. Ich schließe den Vorgang; antworten Sie einfach, falls es wiederkommt.',
    'Gern. Die Ursache ist vermerkt, damit niemand Sie noch einmal fragt.',
  ],
  topics: {
    'late-delivery': say(
      'Bestellung {order} ist nicht angekommen',
      'die Bestellung {order} ({item}) ist seit {days} Tagen unterwegs und die Sendungsverfolgung bewegt sich nicht. Wir brauchen die Ware vor dem Wochenende.',
      'Entschuldigen Sie die Verzögerung. Das Paket lag im falschen Depot und geht morgen vor zwölf Uhr hinaus. Ich sehe um zehn selbst nach und schreibe Ihnen in jedem Fall.',
      'Das Paket ist um 11:42 Uhr zugestellt worden. Die Versandkosten habe ich erstattet.',
    ),
    'charged-twice': say(
      'Doppelte Abbuchung für {order}',
      'auf unserer Karte stehen zwei Abbuchungen über {amount} für die Bestellung {order}, im Abstand von einer Minute. Wir haben nur einmal bestellt.',
      'Sie haben recht, das tut mir leid: Die Zahlungsseite hat die Buchung wiederholt. Die {amount} sind heute zurückgegangen, die Bank braucht meist drei Werktage.',
      'Die Bank hat die Erstattung unter {rc} bestätigt.',
    ),
    'refund-when': say(
      'Wann kommt die Erstattung?',
      'die Rücksendung {rc} ist vor {days} Tagen bei Ihnen angekommen. Wann erhalten wir das Geld?',
      'Ihre Rücksendung {rc} ist geprüft, ich habe {amount} heute freigegeben. Bei Ihrer Bank dauert es zwei bis vier Werktage.',
      'Der Betrag hat unser Konto vor einer Stunde verlassen.',
    ),
    'invoice-address': say(
      'Rechnung {invoice} mit alter Anschrift',
      'die Rechnung {invoice} trägt noch unsere alte Anschrift, obwohl ich sie im Konto geändert habe. Der Steuerberater nimmt sie so nicht an.',
      'Ich habe die Anschrift berichtigt und {invoice} neu ausgestellt; die alte ist als ersetzt gekennzeichnet.',
      'Die neue Rechnung liegt in Ihrem Konto unter Dokumente.',
    ),
    'which-plan': say(
      'Welcher Tarif passt für {n} Filialen?',
      'wir haben {n} kleine Läden und wollen die Kassen erneuern. Reicht der Laden-Tarif oder brauchen wir den Ketten-Tarif? Der Bestand soll gemeinsam sein.',
      'Mit {n} Läden und gemeinsamem Bestand ist der Ketten-Tarif günstiger. Beide Rechnungen liegen bei; wechseln können Sie zu jedem Monatsende.',
    ),
    'cancel-order': say(
      'Bestellung {order} stornieren',
      'ich habe mich bei {order} im Artikel vertan. Lässt sich das noch stoppen?',
      'Ich war schneller als das Lager: {order} ist storniert, die {amount} gehen heute zurück.',
    ),
    renewal: say(
      'Verlängerung unseres Vertrags',
      'unser erstes Jahr endet im nächsten Monat. Was kostet der Tarif danach, jetzt mit {n} Kassen?',
      'Mit {n} Kassen lohnt sich der Ketten-Tarif, Sie sparen {amount} im Jahr. Ich habe die Verlängerung vorbereitet.',
    ),
    complaint: say(
      'So geht das nicht',
      'ich habe das nun drei verschiedenen Leuten erklärt, und niemand schreibt etwas auf. Das Paket kam zu spät, das falsche Kabel lag darin, und auf das richtige warte ich noch.',
      'Ihr Ärger ist berechtigt, und Sie müssen es nicht noch einmal erklären: Der Vorgang bleibt bei mir. Das richtige Kabel geht heute als Express hinaus, morgen um zehn rufe ich Sie an.',
      'Wie versprochen: zugestellt um 9:20 Uhr. Für die Mühe habe ich {amount} gutgeschrieben.',
    ),
    'scanner-pairing': say(
      'Scanner koppelt nicht mit der Kasse',
      'unser P40 koppelt nicht mehr, er blinkt rot und die App meldet E-310. Firmware {version}. Neustart von beiden hat nichts gebracht.',
      'E-310 mit Firmware {version} ist ein bekannter Fehler (KE-117). Bitte spielen Sie 2.3 über USB ein, das dauert fünf Minuten; die Anleitung liegt bei.',
      'Mit 2.3 nimmt der Scanner den neuen Schlüssel an. Bitte unter Einstellungen, Geräte noch einmal koppeln.',
    ),
    'printer-offline': say(
      'Etikettendrucker ist jeden Morgen offline',
      'der L20 ist jeden Morgen nicht erreichbar, bis wir ihn aus- und einschalten. Firmware {version}, am Kabel.',
      'Das ist KE-118: Der Drucker schläft ein und antwortet dem Router nicht. Bitte schalten Sie „Deep Sleep“ unter Netzwerk, Energie aus.',
      'Zusätzlich habe ich Ihnen aufgeschrieben, wie der Drucker eine feste Adresse bekommt.',
    ),
    'codes-rejected': say(
      'Anmeldecodes werden abgelehnt',
      'seit Montag werden die sechsstelligen Codes abgelehnt, auf zwei Telefonen. Niemand kommt ins Büroprogramm.',
      'Fast immer geht eine Uhr falsch. Bitte stellen Sie Telefon und Kasse auf automatische Zeit; sonst setze ich den zweiten Faktor mit Ihnen am Telefon zurück.',
    ),
    'app-update': say(
      'Kassen-App aktualisiert sich nicht',
      'die App meldet ein Update und installiert es nie. Version {version}, Windows 11, im Büro steht ein Proxy.',
      'Der Proxy ist der Grund: Vor 8.3 fragt er unsichtbar nach einem Kennwort. Bitte nehmen Sie unsere Update-Adresse aus, oder starten Sie einmal den Installer unter dem Link.',
    ),
    'export-fails': say(
      'Export bricht mit E-1042 ab',
      'der Export unseres Katalogs bricht mit E-1042 ab. Wir haben rund {n} Tausend Artikel.',
      'Seit gestern Nacht trifft E-1042 große Kataloge (KE-121). Nach Warengruppen geht es; nennen Sie mir die dringendsten, dann ziehe ich sie für Sie.',
    ),
    'broken-on-arrival': say(
      '{item} defekt angekommen',
      'das Gerät aus {order} lässt sich nicht einschalten, der Karton war eingedrückt. Wir brauchen Ersatz, und bitte sagen Sie uns, ob sich die Einstellungen übernehmen lassen.',
      'Das tut mir leid. Der Ersatz geht heute hinaus, ohne auf das defekte Gerät zu warten; der Rückschein ist {rc}. Der technische Kollege überträgt die Einstellungen.',
      'Ersatz läuft, Einstellungen sind übertragen, {rc} ist abgeschlossen.',
    ),
  },
}
