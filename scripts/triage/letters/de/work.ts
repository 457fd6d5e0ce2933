import { letters } from '../letter.ts'

export const work = [
  letters('software', {
    service: `
      Vier Plätze brauchen wir nicht mehr, bitte zur Verlängerung abziehen und den neuen Betrag nennen
      Für die Prüfung benötigen wir die Liste der Unterauftragnehmer und den unterschriebenen AVV
      Wer spricht mit uns über einen Rahmenvertrag für drei Töchter
      Analysemodul sei inklusive, hieß es, jetzt stehen {m} auf der Rechnung
      Gibt es für Vereine einen Nachlass
      Bieten Sie Schulungen vor Ort an, zu welchem Tagessatz`,
    support: `
      Wie lösche ich einen Benutzer in der Verwaltung
      Wo stelle ich ein, wer ein Projekt sehen darf
      Rechnung lässt sich nicht herunterladen, es öffnet sich ein leeres Fenster
      SSO läuft im Kreis seit dem Zertifikatstausch
      Massenänderung überspringt still alles über 500 Zeilen
      Abgleich legt Dubletten im CRM an
      Wie verbinde ich den Kalender mit der Buchungsseite`,
    both: `
      Ab Mai bitte 12 Lizenzen mehr, und die SCIM-Anbindung antwortet seit Freitag mit 403
      Im Verlängerungsangebot steht die falsche Firma; außerdem hängen unsere Importe bei 99 Prozent`,
  }),
  letters('hosting', {
    service: `
      Domain wurde verlängert, obwohl gekündigt, bitte {m} zurück
      Was kostet ein eigener Server mit 128 GB im Monat
      Vertrag bitte auf meinen Kunden umschreiben, was brauchen Sie dafür
      Rechnungen an die Buchhaltung schicken, nicht an mich`,
    support: `
      Seite zeigt seit 4 Uhr 502
      Nach Umstellung auf PHP 8 ist der Shop eine weiße Seite
      Mails kommen zurück, SPF fail
      Bitte Datenbanksicherung von gestern einspielen, Tabelle orders ist weg
      Wie zeige ich mit der Domain auf einen anderen Server
      SSH-Schlüssel wird nach dem Umzug abgelehnt`,
    both: `
      Unsere Seite ist schon wieder weg, und berechnet wird immer noch das große Paket, das wir im März \
        gewechselt haben`,
  }),
  letters('printers', {
    service: `
      Zählerstand falsch abgelesen, 40.000 statt 4.000 Seiten
      Zwei Leasinggeräte wollen wir zum Quartalsende zurückgeben
      Toner für die falsche Serie geschickt, bitte tauschen
      Was kostet die Farbseite beim neuen Modell`,
    support: `
      Papierstau Fach 2, da ist aber keins
      alles kommt mit Rosastich
      Scan to Mail geht nicht mehr seit dem neuen Postfachkennwort
      Drucker auf drei Rechnern offline, auf einem nicht
      SC542, bleibt im Aufwärmen stehen`,
    both: `
      Die zehn Toner kamen nie, und derweil druckt das Gerät im 2. Stock leere Blätter`,
  }),
  letters('point of sale', {
    service: `
      Terminalmiete im April doppelt eingezogen
      Wir schließen den Laden zum 30., bitte Vertrag beenden und sagen wohin das Terminal geht
      Welche Gebühren fallen bei Kreditkarten an
      Bonrollen: bitte 40 Stück`,
    support: `
      Terminal sagt „Host nicht erreichbar“, Schlange bis zur Tür
      Kassenlade springt nach Barverkauf nicht auf
      Tagesabschluss weicht genau um einen Bon ab
      Bondrucker schneidet mitten im Text
      Wie lege ich einen zweiten Steuersatz an
      TSE meldet Ausfall`,
    both: `
      Auszahlung vom Samstag fehlt, {m}, und der Leser verliert nach jeder Zahlung das Bluetooth`,
  }),
  letters('accounting software', {
    service: `
      Die Aktualisierung wurde uns zweimal berechnet, im Juni und jetzt
      Welche Schulungstermine haben Sie für zwei neue Kolleginnen
      Lohnmodul ein Jahr frei war zugesagt, Ihre Rechnung sagt was anderes`,
    support: `
      Voranmeldung lässt sich nicht übermitteln, „Schema ungültig“
      Eröffnungsbilanz nach dem Jahreswechsel doppelt
      Bankabruf steht seit dem 3.
      Wie storniere ich eine gebuchte Rechnung im Programm
      Seit {v} Rundungsfehler in der Summenliste`,
    both: `
      Angebot für die Mehrmandanten-Version bitte, und die Nachtsicherung endet immer mit „von anderem \
        Benutzer gesperrt“`,
  }),
  letters('personnel office', {
    service: `
      Hiermit kündige ich zum 30. September und bitte um schriftliche Bestätigung
      Neue Kollegin fängt Montag an, welche Formulare soll sie mitbringen
      Elternzeit von Mai bis Juli bitte eintragen
      War vom 3. bis 7. krank, AU anbei
      Auf der Abrechnung fehlen die Überstunden vom Wochenende
      Wie viel Resturlaub hab ich noch
      Bitte um ein Zwischenzeugnis
      Nach der Hochzeit neuer Name und neue Bankverbindung, Formular anbei
      Ich möchte ab dem nächsten Quartal auf 30 Stunden runter
      Der Stundenzettel KW 22 wartet noch auf die Freigabe durch meine Chefin
      Austritt zum Monatsende: Laufzettel bitte unterschreiben
      Kann ich fünf Tage ins neue Jahr mitnehmen`,
    support: `
      Stempeluhr an Tor B nimmt seit dem Wochenende keine Ausweise
      Urlaubsplaner bleibt in Edge leer
      Lohnzettel-PDF verlangt ein Kennwort, das ich nicht kenne
      Arbeitszeit lässt sich nicht speichern, „Zeitraum gesperrt“ obwohl offen`,
    both: `
      Bitte die Krankheitstage im März berichtigen, und das Schulungsportal öffnet nicht, es sagt keine \
        Rolle zugewiesen`,
  }),
  letters('purchasing', {
    service: `
      Höhenverstellbaren Stuhl für den Empfang bitte kaufen, Kostenstelle 4711
      Bestellung {n} braucht noch die zweite Unterschrift
      Zwei Tastaturen, ein Monitor für Platz 12, Budget ist genehmigt
      Ware vollständig da, Bestellung bitte abschließen
      Vor der Bestellung der Mikros brauchen wir drei Angebote`,
    support: `
      Freigabeschritt im Einkaufstool landet immer wieder bei mir
      Katalog-Absprung bringt „session invalid“
      Die neuen Monitore flackern bei 60 Hz`,
    both: `
      Bitte ein Ersatznetzteil für mich bestellen, und die Dockingstation verliert beim Einstecken beide \
        Bildschirme`,
  }),
  letters('it desk', {
    service: `
      Kann ich das Leihnotebook noch zwei Wochen behalten
      Wer auch immer gestern an meinem Platz war: großartig, vielen Dank
      Neun Tage keine Antwort aus der IT. Schwach
      Gibt es im Herbst wieder einen Excel-Kurs und zahlt das die Abteilung`,
    support: `
      Bitte Tom Leserechte auf das Controlling-Laufwerk geben
      40 GB mehr auf dem Testserver
      VPN fliegt raus sobald ich telefoniere
      CAD-Viewer auf den Rechnern in 2.14 installieren
      Postfach des ausgeschiedenen Kollegen archivieren, Abwesenheit einrichten
      Kamera in Teams steht auf dem Kopf
      Nach dem Urlaub ausgesperrt, Kennwort abgelaufen
      Im Verteiler fehlen die zwei Neuen, bitte hinzufügen
      Neuer Kollege: Konto, Postfach, Gruppen wie Vorgänger anlegen
      Wartungsfenster Sonntag, danach bitte Dienste neu starten`,
    both: `
      Bitte zwei Bildschirme und ein Headset für die Praktikanten bestellen; einer der alten Rechner zeigt \
        beim Start einen Bluescreen`,
  }),
  letters('machines', {
    service: `
      Bitte bieten Sie 6 Näherungsschalter und den Dichtsatz zur Presse an, Maschinennr. {n}
      Ersatzteil war zum 4. bestätigt, nichts da, die Linie steht und kostet uns {m} die Stunde
      Wir bitten um einen Termin für die Jahreswartung, gern KW 33
      Die Stunden Ihres Monteurs auf dem Bericht sind nicht die, die er da war
      Leihspindel zurück: bitte Versandpapiere
      Zeichnung gehört zu einem anderen Kunden, bitte richtige senden`,
    support: `
      Spindel bleibt mit Alarm 2045 stehen, Achse nicht referenziert
      Nach dem Steuerungsupdate verliert der Werkzeugwechsler die Position
      Lichtschranke erkennt die transparente Folie nicht
      Hydraulikdruck fällt binnen Minuten auf 90 bar
      Wie spiele ich die Parametersicherung auf den neuen Umrichter
      Bediengerät friert beim Rezeptwechsel ein
      Förderband läuft nach dem Motortausch rückwärts`,
    both: `
      Roboterzelle meldet bei jedem Start E-314, und das Angebot für den zweiten Greifer brauchen wir bis \
        Freitag
      Die Rechnung der Inbetriebnahme liegt {m} über dem Auftrag. Der Fernzugriff auf die Presse verbindet \
        sich auch nicht`,
  }),
  letters('logistics', {
    service: `
      Palette 3 von 5 fehlt, Sendung {n}, wer schaut im Lager nach
      Wieder kein Hebebühnen-Lkw, unsere Leute mussten von Hand abladen
      Bitte Raten Rotterdam–Graz, 14 Paletten die Woche
      Das Standgeld geht nicht auf uns, Zeitfenster kam von Ihnen`,
    support: `
      EDI von Ihnen steht seit 2:10 Uhr, kein Avis mehr
      Handgeräte verlieren im Kühllager ab Gang 9 das WLAN
      Zeitfensterportal: „Zeitzone ungültig“`,
    both: `
      Zwei Colli durchnässt, wir fordern {m}, und die Fahrer-App meldet um Mitternacht alle ab`,
  }),
  letters('smart home', {
    service: `
      Schloss mit nur einem Anhänger geliefert, zwei stehen drauf
      Kann ich das Jahresabo dem Hauskäufer übertragen
      Starterset passt nicht an meine Tür, ich schick's zurück
      Welche Ihrer Kameras geht draußen ohne Abo`,
    support: `
      Schloss bleibt auf halbem Weg stecken und piept fünfmal
      Klingel kommt am Handy 40 Sekunden zu spät
      Zentrale offline seit Routertausch, wie geb ich ihr das neue WLAN
      Bewegungsmelder löst nachts aus, keiner da
      Wie gebe ich der Putzhilfe nur dienstags Zugang`,
    both: `
      Die Kamera zeichnet nicht mehr auf und abgebucht wird ein Abo, das ich im März gekündigt hab`,
  }),
  letters('heating', {
    service: `
      Wartung steht jährlich im Vertrag, gekommen ist seit zwei Jahren keiner
      Angebot Wärmepumpe, Haus von 1978, 140 m², bitte
      Der Monteur ging wortlos und schreibt zwei Stunden auf
      Machen Sie den Förderantrag mit`,
    support: `
      Therme geht auf Störung EA 227, heut dritter Reset
      Druck fällt an einem Tag von 2 auf 0,5
      Thermostat zeigt 28, hier sind 17
      Warmwasser zwei Minuten, dann eiskalt
      Wie stell ich die Wärmepumpe auf Urlaub
      Gateway kommt nicht online, rote LED`,
    both: `
      Seit 5 Uhr kein Warmwasser, Fehler F22. Und auf der letzten Rechnung steht ein Teil, das Garantie war`,
  }),
  letters('solar', {
    service: `
      Module sind seit April oben, die Papiere für den Netzbetreiber fehlen noch immer
      Schlussrechnung mit zwei Speichern, wir haben einen
      Was kostet ein 10-kW-Speicher mit Einbau
      Beim Gerüst wurde die Dachrinne verbogen, das sollen Sie richten lassen`,
    support: `
      Wechselrichter meldet zehnmal am Tag Netzausfall
      Strang 2 bringt bei voller Sonne die Hälfte
      Speicher bleibt bei 5 Prozent stehen
      Überwachung ohne Werte seit dem neuen Router
      Einspeisung auf 70 Prozent begrenzen, wie`,
    both: `
      Ein Optimierer ist offline und der Ertrag sinkt; und wann kommt die Anzahlung der stornierten Wallbox \
        zurück`,
  }),
]
