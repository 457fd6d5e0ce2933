import { lines } from '../phrases/phrases.ts'
import type { TradeLines } from './trade-lines.ts'

export const de: TradeLines = {
  support: lines(`
    Ich kann mich nicht registrieren, das Formular zeigt einen Fehler
    Probleme bei der Registrierung auf Ihrer Seite
    Ich habe meine PIN vergessen und muss sie wiederherstellen
    Die Karte wird von keinem Automaten gelesen
    Mein Zugangscode wird nicht angenommen
    Die Neuanmeldung hängt beim letzten Schritt
    Ich brauche Zugriff auf das Gruppenpostfach der Buchhaltung
    Bitte Schreibrechte für den Projektordner einrichten
    Zugriff auf das Intranet wird verweigert
    Mein Konto ist nach drei Fehlversuchen gesperrt, bitte entsperren
    Passwort für das Wiki zurücksetzen
    Der Laptop ist unbenutzbar und muss stündlich neu gestartet werden
    An der Dockingstation wird der Monitor nicht erkannt
    Im Besprechungsraum lässt sich der Bildschirm nicht teilen
    Outlook legt keine Besprechung an und meldet einen Fehler
    Das Postfach ist voll, es kommen keine Mails mehr an
    Bitte den Speicherplatz der virtuellen Maschine erweitern
    Administratorrechte zum Installieren von Entwicklerwerkzeugen
    Das Zertifikat des VPN-Clients ist abgelaufen
    Das Mikrofon im Headset bleibt stumm
    Der Kartenleser an der Schranke liest meinen Ausweis nicht
    Der alte Server soll abgeschaltet und die Platte gelöscht werden
    Nach der Migration der Seite führen die Links ins Leere
    Das Einrichten der E-Mail auf dem Diensthandy schlägt fehl
    Langsames Netz im dritten Stock, Pakete gehen verloren
    Falsche Java-Version, die Anwendung braucht eine ältere
    Wir beobachten Leistungsprobleme und gelegentliche Abstürze im Dashboard
    Wir melden eine erhebliche Störung der Plattform, niemand kann sich anmelden
    Es gab ein Datenleck, wir vermuten unbefugten Zugriff auf Patientenakten
    Wir bitten um Hinweise, wie wir den Cloud-Speicher absichern und verschlüsseln
    Die Schnittstelle zwischen CRM und Newsletter-Programm gleicht Kontakte nicht ab
    Nach der Firmware-Aktualisierung fehlen mehrere Geräte im Netzwerk
    Unsere Webseite lädt langsam und die Erweiterung verträgt sich nicht mit dem Design
    Der nächtliche Lauf ist nicht gestartet, die Tabelle ist leer
    Die Anmeldeseite bricht nach dem Deployment mit einer Ausnahme ab
    Die Brille verliert die Ortung und ruckelt
    Der Zähler sendet keine Werte an das Portal
    Der Wechselrichter meldet einen Isolationsfehler
    Die Heizung bleibt kalt, die Steuerung zeigt F28
    Der Buchungskalender bleibt auf dem Handy leer
    Beim Hochladen eines Dokuments wirft mich das Portal hinaus
    Die Lernplattform nimmt meine Datei nicht an
    Die App scannt den Code am Automaten nicht
    Die Leitung rauscht und Gespräche brechen ab
    Der Receiver startet neu und verliert alle Sender
    Der Mähroboter findet nicht zur Station zurück und meldet ein blockiertes Rad
    Der Etikettendrucker druckt nur die halbe Seite
    Die Waage spricht nicht mehr mit der Kasse
    Weshalb wächst der Arbeitsspeicher, bis der Prozess beendet wird
    Wie verbinde ich den Scanner per Bluetooth mit dem Tablet
    Welche Ports müssen in der Firewall offen sein
    Ist Version {v} mit Windows 11 kompatibel
    Wie exportiere ich alle Datensätze über die API als CSV
    Wie richte ich Single Sign-on für unsere Domain ein
    Wo stelle ich die Sprache der Oberfläche um
    Ich bin der Anleitung gefolgt, der Assistent endet mit einem roten Kreuz
    Das Add-in rechnet falsch
    Der Virenscanner blockiert die Installation
  `),
  service: lines(`
    Bitte fünf Monitore und eine Dockingstation für das neue Büro bestellen
    Bedarfsmeldung: eine Funkmaus und ein Rucksack, Kostenstelle anbei
    Wir brauchen die Freigabe der Bestellung und einen Liefertermin
    Bitte um ein Angebot für zehn Laptops mit drei Jahren Garantie
    Neue Anschaffung: bitte Artikel erfassen und Beleg ausstellen
    Ich hätte gern Auskunft über Ihre Preise und Pakete
    Bitte senden Sie Einzelheiten zu Ihrem Beratungsangebot für digitale Strategien
    Wir interessieren uns für Ihre Marketingleistungen, um unsere Marke zu stärken
    Unsere letzte Rechnung weicht vom vereinbarten Betrag ab
    Auf unserem Konto erscheint eine unerwartete Belastung von {m}, bitte um Klärung
    Welche Zahlungsarten und Abrechnungszeiträume bieten Sie an
    Bitte passen Sie die Rechnung an unsere Bestellnummer an
    Wir möchten über eine Partnerschaft sprechen und bitten um einen Prospekt
    Können wir den Vertrag ab nächstem Monat um zwanzig Plätze erweitern
    Zur Verlängerung möchten wir in den kleineren Tarif wechseln
    Bitte schicken Sie den unterschriebenen Vertrag und die Vereinbarung zur Auftragsverarbeitung
    Wer betreut uns und wann können wir uns zusammensetzen
    Richten Sie dem Techniker unseren Dank aus, hervorragender Service
    Mein Zähler wurde falsch abgelesen, die Jahresabrechnung ist viel zu hoch
    Wir ziehen zum Monatsende aus, bitte beenden Sie den Stromvertrag
    Bitte senken Sie meinen Abschlag
    Mein Flug wurde gestrichen, ich will den Ticketpreis zurück
    Darf ich einen zweiten Koffer mitnehmen und was kostet er
    Bitte korrigieren Sie den Namen in der Buchung
    Das Hotel entsprach nicht dem Katalog, ich verlange eine Minderung
    Ich brauche nächste Woche einen Termin beim Arzt
    Bitte schicken Sie mir eine Kopie der Arztrechnung für die Kasse
    Warum übernimmt meine Versicherung die Behandlung nicht
    Ich möchte einen Schaden an meinem Auto melden
    Wie melde ich meinen Sohn zum Sommerkurs an und was kostet er
    Bitte verschieben Sie meine Prüfungsanmeldung
    Ich brauche eine Meldebescheinigung, welche Unterlagen muss ich mitbringen
    Wann wird Sperrmüll abgeholt und was kostet das
    Ich lege Widerspruch gegen das Bußgeld ein
    Bitte nehmen Sie meine Rufnummer in den neuen Vertrag mit
    Roaminggebühren von {m} sind unverschämt, das sollte inklusive sein
    Ist der Mäher in der Filiale Kassel vorrätig und kann ich ihn abholen
    Das Kleid sieht anders aus als auf dem Bild, ich schicke es zurück
    Der versprochene Ersatz wurde nicht verschickt
    Der Karton war offen und zwei Gläser sind auf dem Transport zerbrochen
    Meine Punkte wurden nach dem Einkauf nicht gutgeschrieben
    Ich habe nie eine Bestellbestätigung bekommen
    Das Guthaben wurde abgebucht, aber nicht aufgeladen
    Wie lange dauert eine Überweisung zu einer anderen Bank
    Bitte erhöhen Sie das Limit meiner Karte
    Warum fällt im Ausland eine Zusatzgebühr an
    Ich möchte meine Frau als Mitinhaberin eintragen lassen
    Welche Unterlagen brauchen Sie für die Legitimation
    Wie steht es um meinen Antrag
    Ihre Mitarbeiterin hat einfach aufgelegt, ich will die Leitung sprechen
    Ich spende den Betrag statt einer Erstattung
    Ich möchte gern eine gute Bewertung abgeben
  `),
  besideSupport: lines(`
    Gekauft habe ich es im März bei Ihnen
    Wir haben seit Jahren einen Vertrag mit Ihnen
    Wir bezahlen das große Paket
    Geliefert wurde es letzte Woche
    Die Bestellnummer ist {n}
    Garantie müsste noch drauf sein
    Billig war das Ding nicht
    Ihr Vertrieb hat es uns empfohlen
  `),
  besideService: lines(`
    Nachgesehen habe ich in Ihrer App
    Gefunden habe ich es auf Ihrer Webseite
    Übrigens läuft das neue Portal gut
    Das Formular konnte ich herunterladen
    Einen Computer habe ich nicht
    Das Gerät selbst ist in Ordnung
    Die Bestätigung habe ich ausgedruckt
    Meine Handynummer bleibt gleich
  `),
  settled: lines(`
    Sie stürzt nicht mehr ab, danke
    Der Fehler ist seit gestern weg
    Alles läuft wieder
    Keine Abbrüche mehr seit der Reparatur
    Der Drucker druckt wieder, Sie können das schließen
    Die Störung tritt nicht mehr auf
    Bei uns gab es keinen Ausfall
    Die Erstattung ist angekommen, danke
    Das Paket kam heute früh doch noch
    Die Rechnung stimmt jetzt, sonst nichts
    Es ist behoben
    Hat sich erledigt
  `),
  formal: lines(`
    Ich wende mich mit folgendem Anliegen an Sie
    Für Ihre Unterstützung in dieser Sache wären wir dankbar
    Bitte teilen Sie uns mit, ob Sie weitere Angaben benötigen
    Vielen Dank für die rasche Bearbeitung
    Wir schätzen Ihre Hilfe und freuen uns auf Ihre Rückmeldung
    Ich schreibe im Namen unserer Organisation
    Könnten Sie sich das bitte baldmöglichst ansehen
    Ihr Fachwissen wäre uns eine große Hilfe
    Das beeinträchtigt unseren täglichen Betrieb
    Bitte halten Sie uns über den Stand auf dem Laufenden
    Ich hoffe, es geht Ihnen gut
    Wir vertrauen auf eine vorrangige Bearbeitung
    Einzelheiten finden Sie unten
    Sie erreichen mich unter der Nummer in meiner Signatur
  `),
}
