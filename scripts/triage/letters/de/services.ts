import { letters } from '../letter.ts'

export const services = [
  letters('bank', {
    service: `
      Da sind {m} an jemanden abgegangen, den ich nicht kenne, bitte zurückholen
      Bitte den Dauerauftrag an meine Vermieterin ab März um 50 Euro erhöhen
      Ich bin umgezogen, die Auszüge gehen immer noch in die alte Wohnung
      Wie hoch sind die Zinsen fürs Festgeld auf zwei Jahre
      Gemeinschaftskonto nach der Scheidung auflösen, was brauchen Sie dafür von uns
      Ihr Berater hat gesagt kostenlos, jetzt zahl ich Kontoführung. Danke auch
      Die Sparrate möchte ich gern für ein halbes Jahr aussetzen
      Steuerbescheinigung fürs letzte Jahr bitte per Post
      Wer ist denn jetzt zuständig, meine Beraterin ist in Rente`,
    support: `
      Die Banking-App bleibt nach der PIN weiß
      Wie richte ich die App auf dem neuen Handy ein, das alte ist kaputt
      pushTAN kommt nicht an, ich kann nichts freigeben
      Gesichtserkennung geht seit dem Update nicht mehr
      Kartenleser zeigt „Karte nicht lesbar“
      Wo aktiviere ich Benachrichtigungen bei Abbuchungen
      Kontaktlos geht nirgends mehr, mit Stecken schon
      Neues Gerät für die Freigabe registrieren, der QR-Code ist abgelaufen
      Kontoauszug als PDF lässt sich nicht öffnen`,
    both: `
      Sie haben mir {m} Überziehungszinsen berechnet trotz vereinbartem Rahmen, und nachsehen kann ich \
        nichts, die App wirft mich beim Login raus
      Bitte eine neue Karte an die neue Adresse schicken. Wie aktiviere ich dann die App auf dem zweiten \
        Handy, der Code kommt nie an`,
  }),
  letters('insurance', {
    service: `
      Hagelschaden vom 12., Fotos und Gutachten liegen bei, wie geht es weiter
      Auto verkauft, bitte Vertrag beenden und Restbeitrag zurück
      Beitrag um ein Drittel rauf ohne ein Wort. So nicht
      Schaden {n} abgelehnt, weil angeblich ein Formular fehlt, das ich nie bekam. Ich lege Widerspruch ein
      Könnte meine Lebensgefährtin in die Haftpflicht mit rein
      Brauche bis morgen eine eVB-Nummer`,
    support: `
      Schadenformular springt auf Seite 1 zurück, sobald ich ein Bild anhänge
      Kundenportal behauptet, mein Geburtsdatum sei falsch, Registrierung geht nicht
      Die Box im Auto blinkt rot und überträgt keine Fahrten`,
    both: `
      Radversicherung bitte kündigen, und die Telematik-App saugt seit Donnerstag den Akku leer, woran \
        liegt das
      Auf die {m} vom Wasserschaden warte ich noch immer, und jeder Upload im Portal endet mit „Fehler 413“`,
  }),
  letters('airline', {
    service: `
      Flug um sechs Stunden verlegt, Anschluss weg, bitte umbuchen
      Koffer kam ohne Griff an, wer ersetzt das
      Am Gate 60 Euro für eine Tasche verlangt, die ins Maß passte. Abzocke
      Vier Stunden Verspätung, welche Entschädigung steht uns zu
      Rechnung mit ausgewiesener Mehrwertsteuer zu Buchung {n} bitte`,
    support: `
      Online-Check-in sagt Passagier nicht gefunden, Buchung seh ich aber
      Bordkarte lädt nicht ins Wallet
      Sitzplan bleibt in der App leer
      Passnummer lässt sich nicht eingeben, das Feld nimmt nur 8 Zeichen`,
    both: `
      Bitte den gestrichenen Flug erstatten, und beim Meilenkonto wird mein Passwort seit Samstag abgelehnt`,
  }),
  letters('rail', {
    service: `
      Zug ausgefallen, der nächste voll, drei Stunden später da. Ich will die Hälfte zurück
      60 Euro Strafe obwohl ich ein Ticket hatte, der Kontrolleur hat nicht mal geschaut
      Lohnt sich die Bahncard bei zwei Fahrten im Monat
      Grauer Rucksack im ICE 706 liegen geblieben, Wagen 9
      Das Abo zum Monatsende kündigen bitte`,
    support: `
      Automat am Gleis 3 hat meine Karte eingezogen und steht auf Störung
      Ticket in der App wird nicht angezeigt, Ladekreis dreht
      App vergisst nach jedem Neustart meine Bahncard
      Wie bekomme ich das Deutschlandticket aufs neue Handy`,
    both: `
      Zwei Stunden Verspätung am Freitag, bitte auszahlen, und das Fahrgastrechte-Formular ist auf jedem \
        Gerät leer`,
  }),
  letters('hotel', {
    service: `
      Wir hätten gern ein Babybett und ein ruhiges Zimmer zum Hof, Ankunft gegen 23 Uhr
      Minibar berechnet, wir haben sie nicht angerührt
      Können wir am Sonntag bis 15 Uhr im Zimmer bleiben, gegen Aufpreis
      Schimmel im Bad und die Rezeption zuckt die Achseln
      Gebucht für Juni, gemeint war Juli, bitte umlegen
      Was nehmen Sie für einen Tagungsraum mit Mittagessen, 25 Leute`,
    support: `
      Zimmerkarte 214 öffnet nicht, schon zum dritten Mal heute
      Der Fernseher hat auf keinem Kanal Signal
      Gäste-WLAN nimmt den Code nicht
      Tresor geht mit unserem Code nicht mehr auf
      Klimaanlage zeigt E5 und bläst warm`,
    both: `
      Das Licht im Bad lässt sich nicht einschalten, und das Frühstück gehört von der Rechnung runter, wir \
        hatten keins`,
  }),
  letters('restaurant', {
    service: `
      Tisch für sechs am Freitag, einmal vegan und ein Rollstuhl
      Nach 90 Minuten kalte Pizza und die Getränke fehlten
      Machen Sie auch Catering für 60 Personen, was kostet das pro Kopf
      Auf der Rechnung steht eine Flasche Wein, die wir nicht hatten`,
    support: `
      Das Reservierungsfeld auf Ihrer Seite zeigt keine Uhrzeiten
      Küchenmonitor bekommt seit mittags keine Bons von der Kasse
      Bestell-App sagt außerhalb des Liefergebiets, ich wohne nebenan`,
    both: `
      Zwei Menüs zu viel berechnet am Samstag, und euer Gutscheincode wird online nie angenommen, die \
        Prüfung hängt`,
  }),
  letters('parcel', {
    service: `
      Fahrer hat's übern Zaun geschmissen, Inhalt hin, wo melde ich den Schaden
      Bitte Sendung bis zum 20. im Depot lagern
      Was kostet ein 12-Kilo-Paket nach Norwegen, versichert bis 500
      Abholung war für 10 Uhr gebucht, jetzt ist 18 Uhr und nix
      Der Zoll will {m} für ein Geschenk, wieso
      Ich war daheim!! Trotzdem Zettel im Kasten „nicht angetroffen“`,
    support: `
      Fach 14 der Station öffnet nicht, Code wird akzeptiert
      Etikett wird nur halb gedruckt
      Unsere Shop-Anbindung bekommt seit gestern „invalid token“ von Ihrer Schnittstelle
      Handscanner liest die neuen Codes nicht`,
    both: `
      Paket {n} ist weg, ich will {m} ersetzt haben, und das Nachforschungsformular lässt sich nicht \
        abschicken, nach dem Captcha passiert nichts`,
  }),
  letters('clinic', {
    service: `
      Ich muss Donnerstag 9:20 auf nachmittags verlegen
      Sie haben eine Röntgenaufnahme berechnet, die es nie gab
      Bitte meine Unterlagen an die neue Praxis in Bremen schicken
      Nehmen Sie noch Kassenpatienten?
      Überweisung zum Hautarzt und das Rezept für die Blutdrucktabletten bitte
      Am Empfang wurde meine Diagnose durchs Wartezimmer gerufen, unmöglich`,
    support: `
      Videosprechstunde: Bild ja, Ton nein
      Der Kalender zur Terminbuchung ist in jedem Monat leer
      Hörgeräte-App findet das linke nicht
      Patientenportal verlangt einen zweiten Code und schickt keinen`,
    both: `
      Bitte meine Versichertennummer ändern, die Rechnung ging falsch raus, und das E-Rezept in der App \
        bringt Fehler 12`,
  }),
  letters('lab', {
    service: `
      Wann liegt der Befund vom 4. vor
      Ihr Kurier hat die Proben nicht abgeholt, jetzt sind sie unbrauchbar
      Angebot für 200 Wasseranalysen im Jahr bitte`,
    support: `
      Analysegerät bleibt mit „Küvettenstau“ stehen
      Befunde kommen nicht mehr in unserer Praxissoftware an
      Zentrifuge meldet Unwucht trotz gleicher Beladung`,
    both: `
      Die Auftragsschnittstelle weist alles mit Code 22 ab, und die Monatsrechnung führt Tests auf, die wir \
        nie beauftragt haben`,
  }),
  letters('town hall', {
    service: `
      Zwei Knöllchen für denselben Tag, da stimmt was nicht
      Was brauche ich für den Reisepass vom Baby und wie lang dauert das
      In der Mühlgasse wurde seit drei Wochen keine Tonne geleert
      Wohngeld im März beantragt, bis heute kein Bescheid
      Wann ist beim Standesamt im September samstags noch frei
      Hundesteuer doppelt gezahlt, bitte überweisen Sie eine zurück`,
    support: `
      Das Online-Formular für den Anwohnerparkausweis springt immer an den Anfang
      Ausweis-App erkennt meinen Perso nicht
      PDF-Antrag lässt sich nicht ausfüllen, Felder gesperrt
      Anmeldung im Serviceportal bricht mit Zertifikatsfehler ab`,
    both: `
      Gegen den Gebührenbescheid lege ich Einspruch ein; die Bezahlseite der Stadt läuft außerdem immer in \
        einen Timeout`,
  }),
  letters('school', {
    service: `
      Ella hat Fieber und kommt heut und morgen nicht
      Darf mein Sohn am Freitag frei, seine Cousine heiratet
      Klassenfahrt können wir nicht auf einmal zahlen, gibt es Hilfe
      Ich hätte gern ein Gespräch mit der Klassenlehrerin
      Essensgeld April doppelt abgebucht`,
    support: `
      Lernplattform sagt, unsere Klasse gibt es nicht
      Tafel in Raum 7 reagiert nicht auf den Stift
      28 Tablets kommen nicht ins WLAN der Schule
      Elternapp zeigt seit den Ferien keine Nachrichten`,
    both: `
      Bitte Jonas am 14. entschuldigen, und sein Schul-Tablet meldet seit gestern „vom Administrator \
        gesperrt“`,
  }),
  letters('university', {
    service: `
      Ich will ins Teilzeitstudium wechseln, bis wann
      Bitte von der Prüfung abmelden, Attest anbei
      Mahnung wegen Semesterbeitrag, bezahlt ist seit 3 Wochen
      Note in Statistik II stimmt nicht, ich hatte 78 Punkte
      Exmatrikulationsbescheinigung bitte`,
    support: `
      eduroam wirft mich alle zehn Minuten raus
      Hausarbeit lässt sich nicht hochladen, max. Größe bei 3 MB
      Prüfungssoftware findet mein Mikro nicht
      Wie installiere ich das Statistikprogramm mit Campuslizenz am Mac`,
    both: `
      Bitte zur Nachklausur eintragen, und die Vorlesungsvideos ruckeln und stoppen seit Montag auf allen \
        Geräten`,
  }),
  letters('gym', {
    service: `
      Bein gebrochen, bitte Mitgliedschaft ruhen lassen bis Oktober
      Nach meinem Austritt noch {m} abgebucht. Zurück damit
      Ist die Sauna im Studententarif drin?
      Die Trainerin war super, richten Sie's ihr aus`,
    support: `
      Drehkreuz liest mein Armband nicht
      Laufband 5 bleibt nach einer Minute stehen
      Kursbuchung in der App: unbekannter Fehler`,
    both: `
      Zum Juni kündige ich; bis dahin hätt ich gern, dass mein Chip die Tür wieder aufmacht, der blinkt nur \
        rot`,
  }),
  letters('tickets', {
    service: `
      Konzert abgesagt, wann kommt das Geld
      Zwei von vier Karten für den falschen Abend, mein Fehler, geht Tausch
      Gibt's noch Rolliplätze und ist die Begleitung frei`,
    support: `
      Ticket-PDF ist nur eine weiße Seite
      Warteschlange hat mich bei Platz 12 rausgeworfen, Tokenfehler
      QR-Code wurde am Einlass nicht gelesen
      App stürzt beim Öffnen der Tickets ab, Bestellung {n}`,
    both: `
      Die T-Shirts vom VIP-Paket kamen nie; und das Ticket für nächste Woche meldet „ungültiges Format“`,
  }),
  letters('charity', {
    service: `
      Ich würde gern 20 statt 10 im Monat geben
      Mein Mann ist verstorben, bitte schreiben Sie ihn nicht mehr an
      Spendenquittung fürs Finanzamt bitte`,
    support: `
      Spendenseite: nach den Kartendaten heißt es jedes Mal Sitzung abgelaufen
      Dienstplan der Ehrenamtlichen geht auf Android nicht auf`,
    both: `
      Diesen Monat zweimal abgebucht, bitte eine Spende zurück, und ins Konto komm ich nicht rein, die \
        Passwortmail kommt nicht`,
  }),
  letters('energy', {
    service: `
      {m} Nachzahlung für ein Zimmer?? Da hat sich jemand verlesen
      Einzug am 1., Zählerstand 48210, bitte anmelden
      Abschlag bitte runter, die Wärmepumpe ist weg
      Ökostrom: was kostet das und ab wann geht der Wechsel
      Ihr habt uns versehentlich abgeklemmt, Gefriertruhe aufgetaut, wer zahlt das
      Sonderkündigung wegen Preiserhöhung`,
    support: `
      Wallbox blinkt lila und lädt nicht
      Zählerstand online eintragen geht nicht, „Wert unplausibel“ und dann zu
      Der Zähler zeigt Err 22 und keine Zahlen
      Verbrauchskurve im Kundenkonto ist seit Mai leer`,
    both: `
      Schlussrechnung der alten Wohnung bitte korrigieren, und der neue Zähler bleibt dunkel, wie weck ich \
        den auf`,
  }),
  letters('telecom', {
    service: `
      Im Mai schriftlich gekündigt und im Juli kommt immer noch eine Rechnung
      Am Telefon hat man mir fünf Monate gratis versprochen
      Techniker 8 bis 13 Uhr. Keiner da. Zum vierten Mal.
      Rufnummer soll vom alten Anbieter mit, zum 30.
      {m} für Anrufe nach Tunesien, die ich nie gemacht hab
      Kommt Glasfaser in unsere Straße und kann ich schon bestellen`,
    support: `
      Abends um acht bricht das Internet weg, DSL-Lampe blinkt
      Seit der Umschaltung kein Freizeichen
      Fritzbox-Oberfläche nicht erreichbar
      nur 40 statt 100 am LAN-Kabel gemessen
      Wie leite ich Anrufe aufs Handy um
      Nach dem SIM-Tausch keine mobilen Daten, APN?
      WLAN im Obergeschoss weg seit dem neuen Router`,
    both: `
      Seit Donnerstag kein Netz, und die Tage will ich gutgeschrieben haben
      Falscher Tarif auf der Rechnung und der neue Router startet alle halbe Stunde neu`,
  }),
  letters('streaming', {
    service: `
      Ich zahle zweimal Premium, bitte eins beenden
      Gratismonat versprochen, sofort abgebucht
      Wieso ist die Serie raus, dafür hab ich das Abo
      Habt ihr ein Familienabo und was kostets nach dem Angebot`,
    support: `
      In 4K ruckelt's, in HD nicht
      Fehler 5003 auf dem Fernseher, Handy geht
      Untertitel kommen eine Sekunde zu spät
      Downloads sind nach Neustart weg
      Ton da, Bild schwarz`,
    both: `
      Ihr habt mich auf den vollen Preis gestellt, ich bin Studentin, und die App bleibt bei 3 Prozent \
        hängen`,
  }),
  letters('property', {
    service: `
      Heizkosten vom letzten Jahr passen vorn und hinten nicht, ich möchte die Belege sehen
      Wann bekomm ich die Kaution, Auszug war im Februar
      Über uns jede Nacht Party, bitte unternehmen Sie was
      Treppenhaus seit Ostern nicht geputzt
      Dürfen wir einen Hund halten, und brauchen Sie das schriftlich`,
    support: `
      Aufzug steckt im 4. Stock, Türen gehen nicht zu
      Klingel geht, Türöffner nicht
      Heizkörper im Schlafzimmer bleibt kalt, Ventil ist auf
      Mieterportal will dass ich mich jedes Mal neu registriere
      Waschküche: Maschine 2 startet nicht per App`,
    both: `
      Gegensprechanlage ist seit einer Woche tot, und in den Nebenkosten steht ein Gärtner, den es nicht \
        gibt`,
  }),
]
