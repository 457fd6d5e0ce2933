import { words } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'

export const de: Lexicon = {
  support: words(`
    Absturz; stürzt ab; abgestürzt; friert ein; eingefroren; hängt; hängt sich auf; Fehler;
    Fehlermeldung; Fehlercode; Störung; gestört; defekt; kaputt; funktioniert nicht; geht nicht mehr;
    startet nicht; lässt sich nicht einschalten; reagiert nicht; schwarzer Bildschirm; weiße Seite;
    flackert; überhitzt; Geräusch; piept; blinkt; offline; getrennt; Verbindung;
    Verbindungsabbruch; keine Verbindung; kein Internet; Internetleitung; WLAN; Netzwerk;
    Router; Box; Modem; Firewall; VPN; langsam; ruckelt; Zeitüberschreitung; Server; Serverfehler;
    nicht erreichbar; Ausfall; ausgefallen; anmelden; Anmeldung; Login; einloggen; ausgesperrt;
    gesperrt; Passwort; Passwort falsch; Kennwort; Passwort zurücksetzen; Zugang; Zugriff;
    Zugriff verweigert; Berechtigung; Administratorrechte; synchronisieren; Synchronisierung;
    Datensicherung; wiederherstellen; Datenverlust; Export; Import; hochladen; herunterladen;
    installieren; Installation; einrichten; Einrichtung; konfigurieren; Einstellungen; einstellen;
    Aktualisierung; Update; Firmware; Treiber; Version; kompatibel; Schnittstelle;
    Datenbank; Protokoll; Protokolldatei; Screenshot; Fehlersuche; beheben; reparieren; Reparatur;
    Neustart; Drucker; drucken; Scanner; Tastatur; Maus; Monitor; Bildschirm;
    Anzeige; Laptop; Rechner; Computer; PC; Tablet; Handy; App; Akku; Ladegerät; laden; Kabel; Stecker;
    USB; Bluetooth; koppeln; verbinden; Lautsprecher; Ton; Mikrofon; Kamera; Sensor; Festplatte;
    Speicher; Postfach; Ordner; Datei; Browser; Software; Programm; Anwendung; System;
    Gerät; Maschine; Terminal; Heizung; Thermostat; Taste;
    schaltet sich aus; pumpt nicht; heizt nicht; Stromausfall; IT; technisches Problem;
    Technik;
  `),
  service: words(`
    Erstattung; erstatten; Geld zurück; Rückzahlung; Rückerstattung; zurücksenden;     Rückgabe; Retoure; Rücksendung; Umtausch; umtauschen; Ersatzlieferung; stornieren; Storno;
    Stornierung; kündigen; Kündigung; Abo; Abonnement; Mitgliedschaft; Verlängerung; Vertrag;
    Laufzeit; Widerruf; Rechnung; Beleg; Quittung;
    Kontoauszug; abgebucht; Abbuchung; doppelt berechnet; berechnet; Gebühr; Gebühren; Preis; Preise;
    Kosten; Beitrag; Angebot; Kostenvoranschlag; Rabatt; Nachlass; Gutschein;
    Gutschrift; Treuepunkte; Aktion; Zahlung; bezahlen; bezahlt; Überweisung; Lastschrift; Ratenzahlung;
    Kreditkarte; Guthaben; Konto; Mahnung; Mahngebühr; Bestellung; bestellt; bestellen; Auftrag; Kauf;
    gekauft; kaufen; Einkauf; liefern; Lieferzeit; Liefertermin; Lieferschein;
    Versand; Sendung; Paket; Paketdienst; Bote; Zusteller; Sendungsverfolgung; verspätet;
    Termin; Terminverschiebung; fehlt in der falscher Artikel;
    beschädigt angekommen; Adresse; Anschrift; Lieferadresse; Umzug; umziehen; Name ändern;
    Telefonnummer ändern; Kundendaten; Kundenkonto; Konto löschen; Buchung; Reservierung;
    Öffnungszeiten; Filiale; Geschäft; Garantie; Gewährleistung; Beschwerde; beschweren;
    unfreundlich; unverschämt; Mitarbeiter; Vorgesetzter;
    Entschädigung; Schadenersatz; enttäuscht; Frechheit; schlechter Service; Lob; Feedback; Bewertung;
    Beratung; Empfehlung; Verfügbarkeit; lieferbar; Größe; Farbe; Katalog; Newsletter; Vertrieb;
    Ansprechpartner; Schulung; Steuer; Umsatzsteuer; Möbel;     Schuhe; Kleid; Lizenzen kaufen;
  `),
  neutral: words(`
    toll; super; großartig; wunderbar; gute Arbeit; weiter so; zurückrufen; anrufen;
    sich; Garten; Haus; Mutter; Vater; Wetter; Baum; Sommer; Winter; Fluss; Kaffee; Mittagessen;
    Geburtstag; Urlaub; Dorf; Musik; Fußball; Schule; Lehrer; Arzt; Brot; Apfel; Blume; Straße; Fenster;
    Tür; Küche; Familie; Kinder; Freund; Nachbar; Hund; Katze; Pferd; Berg; Buch; Geschichte; Bild;
    Kollege; Kollegin; Besprechung; Projekt; Bericht; Idee; gute Nachricht; langer Tag; Norden; Firma;
    Verein; Stadt; Land; Leute; Mann; Name; Brief; Mail; Nachricht; Antwort; Rückmeldung; Anruf;
    Information; Anhang; siehe unten; Sache; Thema; Fall; Person; Kunde; Ding; Ort; Teil; hoffen;
    glauben; erinnern; verstehen; freundlich; glücklich; wütend; sauer; traurig; müde; besorgt;
    Entschuldigung; verärgert; Geduld; wichtig; schnell; bald; später; endlich; wieder; mehrmals;
    gleich; anders; groß; klein; alt; richtig; falsch; besser; schlechter;
  `),
}
