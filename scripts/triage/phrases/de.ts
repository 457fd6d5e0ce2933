import { lines } from './phrases.ts'
import type { Phrases } from './phrases.ts'

export const de: Phrases = {
  language: 'de',
  support: lines(`
    {p} stürzt seit dem Update bei jedem Öffnen ab
    Die App schließt sich von selbst, wenn ich auf Speichern drücke
    Es erscheint eine Fehlermeldung und nichts passiert
    Fehlercode 0x80070057 bei der Installation von Version {v}
    {p} startet nicht mehr, der Bildschirm bleibt schwarz
    Die Seite lädt nicht, es dreht sich nur
    Ich kann mich nicht anmelden, angeblich ist das Passwort falsch
    Der Link zum Zurücksetzen des Kennworts ist abgelaufen, ich bin ausgesperrt
    Der Code für die Zwei-Faktor-Anmeldung kommt nicht an
    Das Gerät verbindet sich nicht mit dem WLAN
    Die Bluetooth-Kopplung mit dem Handy schlägt fehl
    Die Synchronisierung zwischen Laptop und Handy geht nicht mehr
    Nach der Umstellung sind meine Dateien weg
    {p} ist extrem langsam und hängt sich auf
    Der Drucker ist offline und druckt nicht
    Das Firmware-Update ist abgebrochen, jetzt reagiert das Gerät nicht
    Der Akku ist nach einer Stunde leer und wird heiß
    Aus dem linken Lautsprecher kommt kein Ton
    Der Touchscreen reagiert nicht
    Der Import bricht mit einer Zeitüberschreitung ab
    Die Exportdatei ist leer, es fehlen Spalten
    Die Schnittstelle liefert seit heute Fehler 500
    Webhooks kommen auf unserem Server nicht an
    Totalausfall, niemand kommt mehr ins System
    Der Server ist nicht erreichbar, das ganze Büro steht still
    Benachrichtigungen erscheinen auf Android nicht
    Wie stelle ich den Proxy ein
    Wie installiere ich den Treiber unter Linux
    Die Anbindung an Outlook hat die Verbindung verloren
    Im Bericht ist ein Bug, die Summen werden falsch berechnet
    Die Schaltfläche ist ausgegraut, ein Klick bewirkt nichts
    Im Firefox sehe ich eine leere Seite, im Chrome funktioniert es
    Die Kamera zeigt nur ein graues Bild
    Die Lampe blinkt rot und das Koppeln klappt nicht
    Der Sensor zeigt falsche Messwerte
    Der Motor macht ein schleifendes Geräusch und bleibt stehen
    Die Spülmaschine zeigt E24 und pumpt nicht ab
    Der Router startet mehrmals von selbst neu
    Ich habe neu installiert und neu gestartet, die Störung bleibt
    Anbei die Logdateien und ein Screenshot
    Zugriff verweigert beim Öffnen des freigegebenen Ordners
    Das Zertifikat ist ungültig und der Browser warnt
    Seit der neuen Version werden Daten falsch angezeigt
    Die Datensicherung läuft nicht, die Festplatte ist voll
    Das VPN trennt sich nach wenigen Minuten
    Der Lizenzschlüssel wird bei der Aktivierung abgelehnt
    Die Suche findet nichts, obwohl die Datensätze da sind
    Nach dem Stromausfall hat der Thermostat seine Einstellungen verloren
    Es piept dreimal und schaltet sich aus
    Die App bleibt beim Ladebildschirm hängen
    Das Ladekabel wird erkannt, aber es lädt nicht
    Die Maschine ist defekt, sie lässt sich nicht einschalten
    Die Anzeige flackert, vermutlich ein Hardwaredefekt
    Bitte prüfen Sie die Internetverbindung, ständig Verbindungsabbrüche
    Das Plugin ist nicht kompatibel
    Welche Einstellungen brauche ich für IMAP
    Der Scanner wird von der Software nicht erkannt
    Beim Speichern kommt ein interner Serverfehler
    Die Heizung zeigt Störung F28 und wird nicht warm
    Das Kartenlesegerät funktioniert nicht
    Schritte zum Nachstellen: Einstellungen öffnen, exportieren, Absturz
    Der Zugang ist gesperrt nach drei falschen Eingaben der PIN
    Das Bild ruckelt und der Ton setzt aus
    Wie richte ich das E-Mail-Konto auf dem Telefon ein
    Seit gestern funktioniert der Login nicht mehr
  `),
  service: lines(`
    Wo bleibt meine Bestellung {n}, sie sollte längst da sein
    Ich möchte {p} zurückgeben und mein Geld zurück
    Hiermit kündige ich mein Abonnement zum Ende der Laufzeit
    Die Rechnung stimmt nicht, Sie haben {m} doppelt abgebucht
    Trotz Kündigung wurde mir wieder Geld abgebucht
    Bitte schicken Sie mir die Rechnung zu meiner letzten Zahlung
    Wann kommt meine Erstattung über {m}
    Das Paket kam beschädigt an, ich verlange Ersatz
    Sie haben den falschen Artikel geliefert, falsche Farbe und Größe
    Ich möchte die Lieferadresse der Bestellung {n} ändern
    Kann ich Rechnungsadresse und Umsatzsteuernummer ändern
    Bitte machen Sie mir ein Angebot für 50 Lizenzen
    Was kostet der Premium-Tarif pro Platz
    Wir möchten in das größere Paket wechseln
    Wir wollen den Vertrag verlängern, welchen Rabatt bieten Sie
    Mein Gutschein wurde nicht vom Preis abgezogen
    Ich beschwere mich über Ihr Personal, das ist eine Frechheit
    Der Monteur ist zum vereinbarten Termin nicht erschienen
    Niemand hat zurückgerufen, ich bin sehr enttäuscht von Ihrer Firma
    Ich fordere eine Entschädigung für die Verspätung
    Wie lang ist die Lieferzeit nach Österreich
    Liefern Sie ins Ausland und was kostet der Versand
    Ist {p} wieder lieferbar
    Welches Produkt passt besser zu mir, können Sie mich vor dem Kauf beraten
    Ich möchte mein Kundenkonto schließen und meine Daten löschen lassen
    Bitte ändern Sie meinen Namen, ich habe geheiratet
    Die Zahlung wurde abgelehnt, das Geld ist aber vom Konto weg
    Diese Abbuchung auf dem Kontoauszug kenne ich nicht
    Die Lastschrift wurde zu früh eingezogen
    Kann ich in Raten oder per Überweisung bezahlen
    Wie viele Treuepunkte habe ich
    Ich möchte die Schuhe gegen eine andere Größe umtauschen
    Die Sendungsverfolgung steht seit Tagen still, ist das Paket verloren
    In der Lieferung fehlt ein Artikel
    Ich habe zwei bestellt und nur eins bekommen
    Bitte bestätigen Sie meine Buchung
    Ich muss meinen Termin verschieben
    Bitte melden Sie mich vom Newsletter ab
    Ihre Preiserhöhung ist unverschämt, ich wechsle zur Konkurrenz
    Ein Mitbewerber ist günstiger, können Sie beim Preis entgegenkommen
    Ich brauche eine Kopie des Vertrags
    Wie ist die Kündigungsfrist
    Mahnung erhalten, obwohl die Rechnung bezahlt ist
    Der Betrag auf der Quittung stimmt nicht mit der Bestellung überein
    Wir möchten weitere 20 Stück bestellen
    Welche Öffnungszeiten hat Ihre Filiale
    Ein Lob an Ihre Kollegin, sie war großartig
    Ich habe einen Vorschlag für Ihr Sortiment
    Wer ist unser neuer Ansprechpartner im Vertrieb
    Wir wünschen eine Schulung für neue Mitarbeiter, was kostet das
    Wie lange habe ich Garantie und wie lang ist die Rückgabefrist
    Ich widerspreche den Mahngebühren
    Meine neue Karte ist noch nicht mit der Post gekommen
    Warum wurde für die Überweisung eine Gebühr berechnet
    Bitte stornieren Sie Auftrag {n} vor dem Versand
    Ich möchte den Vorgesetzten wegen dieser Beschwerde sprechen
    Bitte Telefonnummer und Anschrift aktualisieren
    Wir möchten auf Rechnung kaufen
    Der Paketbote hat die Sendung bei Fremden abgegeben
    Bitte erstatten Sie mir das Porto
    Ich warte auf die Gutschrift
    Der Verkäufer hat mir einen Nachlass versprochen
    Ich trete vom Kauf zurück und widerrufe die Bestellung
    Bitte senden Sie mir einen Kostenvoranschlag
    Umzug: neue Adresse ab dem ersten
  `),
  neutral: lines(`
    Ich habe Ihnen schon mehrmals geschrieben
    Ich bin seit über zehn Jahren Kunde bei Ihnen
    Das darf doch nicht wahr sein
    Ich bin inzwischen wirklich sauer
    Über eine schnelle Antwort würde ich mich freuen
    Bitte melden Sie sich so bald wie möglich
    Eine Kollegin hat mir geraten, mich an Sie zu wenden
    Das geht jetzt schon zwei Wochen so
    Sie erreichen mich auch telefonisch
    Mir reicht es langsam
    Ich hoffe, es geht Ihnen gut
    Wie letzte Woche mit Ihnen besprochen
    Wir sind ein kleiner Familienbetrieb im Norden
    Ich weiß nicht, wen ich sonst fragen soll
    Es ist für meine Mutter, die 80 ist
    Letztes Mal waren Ihre Leute sehr hilfsbereit
    Wenn das bis Freitag nicht geklärt ist, gehe ich zum Anwalt
    Entschuldigen Sie die lange Mail
    Ich schreibe im Namen unseres Vereins
  `),
  greetings: lines(`
    Sehr geehrte Damen und Herren,
    Hallo,
    Guten Tag,
    Liebes Team,
    Moin,
    Hallo zusammen,
  `),
  closings: lines(`
    Mit freundlichen Grüßen
    Viele Grüße
    Danke
    MfG
    Besten Dank
    Hochachtungsvoll
  `),
  products: lines(`
    die App
    die Atlas-Konsole
    mein Tablet
    der Nimbus-Router
    die Heizung
    das Programm
    die Kaffeemaschine
    das Headset
    das Portal
    der Staubsauger
  `),
}
