import { letters } from '../letter.ts'

export const everyday = [
  letters('learning to drive', {
    service: `
      Wann ist die nächste Theorieprüfung und muss ich den Ausweis mitbringen?
      Was kostet der Führerschein bei euch ungefähr, alles zusammen
      Ich muss die Stunde am Freitag absagen, geht es auch Dienstag
      Mein Fahrlehrer hat mich angeschrien, ich möchte einen anderen
      Könnt ihr mir die zwei nicht genutzten Stunden zurückzahlen
      Gibt es auch Kurse für Leute, die lange nicht gefahren sind?
      Bitte stellen Sie die Rechnung auf meine Mutter aus`,
    support: `
      Die Lern-App fängt nach jeder Frage wieder von vorn an
      Simulator zieht nach links, Bild ruckelt
      Wie bekomme ich die Fragen vorgelesen, ich finde den Schalter nicht
      Der Kalender bleibt bei mir leer, beim Kumpel geht er
      Beim Anmelden wird mein Code für den Theorieraum jedes Mal abgelehnt`,
    both: `
      Die App wirft mich dauernd raus, und zwei Nachtfahrten würde ich gern noch buchen
      Wo bleibt meine Bescheinigung vom Erste-Hilfe-Kurs? Außerdem zeigt die Buchungsseite einen Fehler, \
        sobald ich einen Tag antippe
      Ihr habt die Prüfungsgebühr doppelt abgebucht. Und die Videos laufen bei mir nicht`,
  }),
  letters('tailor and cleaner', {
    service: `
      wie viel kostet vorhänge kürzen
      Habt ihr am Brückentag offen, dann hol ich ab
      Die Bluse kam mit einem Fleck zurück, der vorher nicht da war, wer zahlt das
      Abholschein verloren, reicht mein Name?
      Können Sie montags vier Anzüge bei uns im Hotel abholen
      Die Knöpfe vom Mantel fehlen, bitte nachschicken`,
    support: `
      Die Dampfstation spuckt braunes Wasser und wird nicht heiß
      Etikettendrucker druckt zwei Nummern übereinander
      Das Abholfach sagt voll, ist aber leer
      Wie entkalke ich die Presse, die Lampe geht immer wieder an`,
    both: `
      Das Bügeleisen von euch wird nach einer Minute kalt und der bestellte Bezug ist nie gekommen
      Abholung bitte auf Samstag legen; das Fach nimmt übrigens den Code aus der SMS nicht an`,
  }),
  letters('tents and caravans', {
    service: `
      Sind Hunde erlaubt und was kostet ein Zelt mit zwei Leuten
      Wir kämen erst nach zehn an, ist da noch jemand
      Können wir zwei Nächte länger bleiben?
      Auf unserem bezahlten Platz stand schon wer, wir wollen die Hälfte zurück
      Wann macht der Laden auf und gibt es Brötchen
      Hättet ihr den Platz am See wieder für uns`,
    support: `
      Kein Strom auf der 22, der Kasten fliegt raus sobald wir einstecken
      Die Dusche schluckt die Marke und es kommt nichts
      WLAN verbunden, aber keine Seite lädt
      Markisenkurbel dreht durch, wie kriegt man die wieder rein`,
    both: `
      Stromsäule tot. Und eine Quittung für die Kaution hätten wir gern
      Wir möchten bis Montag verlängern. Die Schranke erkennt unser Kennzeichen auch nicht mehr, jedes \
        Mal müssen wir klingeln`,
  }),
  letters('radio club equipment', {
    service: `
      Danke für die schnelle Lieferung, auf dem Lieferschein fehlt nur unsere Bestellnummer
      Bitte tragen Sie unseren neuen Kassenwart als Empfänger der Rechnungen ein
      Ihr Techniker hat gut gearbeitet, aber die Anfahrt steht zweimal drauf
      Den Wartungsvertrag für den Mast wollen wir zum Ende der Laufzeit beenden
      Wann kommt jemand zum Ablesen und muss ich da sein?
      Unsere Quittung ist leider ohne Datum, bräuchten wir neu`,
    support: `
      Nach dem Update findet der Empfänger Sender nicht mehr, Ihren Rat habe ich befolgt, ist genauso
      Ich habe die erweiterte Fassung gekauft und war immer zufrieden; jetzt wird das Modul nicht \
        erkannt
      Der Kollege, mit dem Sie sprachen, ist krank, daher ich: der zweite Vorschlag hat nichts geändert, \
        Zeiger bleibt auf null
      Paket war schnell da, nur einschalten lässt es sich nicht
      Mein Enkel hat alles eingebaut und ist nun im Ausland; seither macht die Steuerung, was sie will
      Was soll ich drücken, damit es wieder geht? Laden voll, alle warten`,
    both: `
      Zwei offene Punkte: der Wandler wird vom Rechner nicht gesehen, und die Gutschrift für den \
        zurückgeschickten fehlt
      Erstens gehört unsere Steuernummer auf die Rechnung. Zweitens landen seit der Umstellung alle \
        Mitglieder nach der Anmeldung auf einer leeren Seite
      der sensor schaltet nich mehr ab, was tun? u die filter vom letzten mal sind imer noch nich da
      Beim Eintragen des Stands kommt ständig ein Fehler, wie geht das richtig? Und der monatliche \
        Betrag soll bitte runter`,
  }),
]
