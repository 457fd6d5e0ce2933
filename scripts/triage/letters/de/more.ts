import { letters } from '../letter.ts'

export const more = [
  letters('it desk requests', {
    service: `
      Wartungsvertrag für den Plotter läuft aus, bitte Bestellung zur Verlängerung vorbereiten
      Neuer Mitarbeiter bekommt ein Diensthandy, Modell wie immer, Kostenstelle Vertrieb
      Rechnung der Kabelfirma zur Freigabe
      Ware heute eingetroffen, bitte inventarisieren und Bestellung schließen
      Zwei Leute zum Projektmanagement-Seminar im Mai anmelden, Kosten trägt die Abteilung`,
    support: `
      Netzlaufwerk nach Umzug am neuen Platz weg
      Bitte dem Auswertungsserver zwei Kerne und mehr Speicher geben
      Nach der Wartung ist der Server nicht erreichbar
      Schreibrechte im Wiki für die Revision
      Dauermeldung der Überwachung: Platte am Mailserver voll
      Im Terminalserver dauert die Anmeldung zehn Minuten
      Alte Konten ausgeschiedener Kollegen deaktivieren
      Adresse des Scanners bitte in der Firewall freischalten
      Lüfter laut, Akku gebläht, Tasten stehen hoch
      Netzwerkdose im Besprechungsraum tot, Kabel geprüft
      neuen Laptop in die Domäne nehmen und Standardsoftware drauf
      Druckwarteschlange hängt, Aufträge stauen sich`,
    both: `
      Für Platz 9 muss ein Monitor bestellt werden, und die alte Dockingstation lädt nicht mehr`,
  }),
  letters('card payments', {
    service: `
      Wieso kostet mich das Aufladen mit ausländischer Karte extra
      Gehalt noch nicht da, Absender sagt Montag überwiesen
      Umrechnungskurs schlechter als angezeigt
      Automat gab 80, abgezogen wurden 100
      Jemand anders hat mit meiner Karte im Supermarkt bezahlt, ich will das Geld wieder
      Wo bleibt die Karte, die ihr mir geschickt habt
      Kann meine Tochter mit 16 ein Konto bekommen`,
    support: `
      PIN lässt sich in der App nicht anzeigen, Feld bleibt grau
      Der Chip wird in keinem Laden gelesen
      Selfie-Prüfung klappt nicht, Kamerabild schwarz
      Virtuelle Karte lädt nicht ins Handy-Wallet
      Code fünfmal falsch, jetzt komm ich nicht mehr in die App`,
    both: `
      Das Hotel wurde doppelt abgebucht, {m}, und seit gestern lehnt die App meinen Code ab`,
  }),
  letters('cleaning', {
    service: `
      Ihre Leute haben die Küche wieder ausgelassen, bezahlt sind fünf Räume
      Grundreinigung 400 qm vor der Messe, was nehmen Sie
      Geht statt Dienstag auch Donnerstag
      Vase kaputt, und keiner will's gewesen sein`,
    support: `
      Scheuersaugmaschine zieht nach links, Dosierung tropft
      Schlüsselkasten-App sagt außer Reichweite, ich steh davor
      Saugroboter klettert auf den Teppich und gibt auf`,
    both: `
      Bitte nächstes Mal jemand anderen schicken, und das Codeschloss am Lager nimmt den neuen Code nicht`,
  }),
  letters('crafts', {
    service: `
      Angebot für zwölf Meter Hecke schneiden samt Abfuhr bitte
      Der Maler hat die Sockelleisten mitgestrichen, das will ich weg haben
      Sie wollten im März anfangen, es ist Juni
      Gerüst steht seit vier Wochen rum, wann wird das abgeholt
      Handwerkerrechnung: bitte Lohnanteil fürs Finanzamt ausweisen`,
    support: `
      Das Garagentor fährt auf und kehrt auf halber Höhe um
      Der Rollladen im Bad reagiert nicht auf die Fernbedienung
      Die Markise fährt bei Sonne rein statt raus, Windwächter?
      Wie programmiere ich den Handsender neu`,
    both: `
      Das Tor klemmt und der Antrieb blinkt dreimal, und die Rechnung vom letzten Mal stimmt um {m} nicht`,
  }),
  letters('club', {
    service: `
      Jahresbeitrag doppelt abgebucht, bitte einen zurück
      Meine Tochter möchte im Herbst in die Turngruppe, ist Platz
      Ich trete zum Jahresende aus
      Vereinsheim am 14. für eine Taufe mieten, was kostet's`,
    support: `
      Auf der Vereinsseite lässt sich das Anmeldeformular nicht abschicken
      Zeitmessanlage zeigt auf Bahn 3 nichts an
      Hallenlicht geht per App nicht an`,
    both: `
      Bitte die Mitgliedschaft meines Sohnes beenden, und die Vereins-App schmeißt mich nach jeder \
        Nachricht raus`,
  }),
  letters('long letters', {
    service: `
      Ich bin seit 2009 Kunde und habe mich nie beschwert, aber wie Ihr Mitarbeiter gestern mit meiner Frau \
        am \
        Telefon umgesprungen ist, zweimal unterbrochen und dann ausgelacht, das geht gar nicht, ich erwarte \
        eine Entschuldigung
      Kurz gefasst: im Januar bezahlt, im März geliefert, falsche Farbe, im April zurückgeschickt, seither \
        Funkstille. Entweder die richtige oder mein Geld
      Wir sind eine kleine Bäckerei mit drei Filialen und überlegen, zu Ihnen zu wechseln. Vorher wüssten \
        wir gern \
        Mindestmengen, Zahlungsziel und ob Sie vor sechs anliefern
      Mein Vater ist im Mai verstorben. Sterbeurkunde liegt bei, bitte beenden Sie den Vertrag, teilen Sie \
        mit, was \
        noch offen ist, und schreiben Sie künftig an mich
      Technisch ist alles bestens, die Anlage läuft tadellos. Mir geht es nur um den Stundensatz auf der \
        Rechnung, \
        der steht so nicht im Vertrag
      Also mit Apps und Portalen können Sie mir gestohlen bleiben. Rufen Sie mich wegen der Rechnung an
      Das Update lief problemlos. Nur dass Sie es berechnen, obwohl der Verkäufer gratis sagte, das sehe \
        ich nicht ein
      Grüß Gott, ich hätt gern gewusst, ob i den Gutschein von der Oma noch einlösen kann, der ist vom \
        vorigen Jahr`,
    support: `
      Ich sitz seit sechs Uhr früh dran: gelöscht, neu aufgespielt, anderer Rechner, anderer Browser, und \
        immer \
        kommt „unerwartetes Dateiende“. Bestellnummer wär {n}, falls ihr sie braucht
      Wir zahlen jeden Monat einen Haufen Geld und das Ding steht seit gestern. Bringt es bitte wieder zum \
        Laufen
      Geliefert am Dienstag, schön verpackt, schnell auch. Nur tut es nichts: Knopf drücken, rotes Licht, aus
      Sonst macht das mein Mann, der ist auf Kur. Im Fernseher steht „kein Signal“ und hier liegen vier \
        Fernbedienungen. \
        Wo drück ich drauf
      Nach dem Kauf Ihres Systems im letzten Jahr möchten wir es nun auf einen anderen Server umziehen und \
        bitten um \
        eine Beschreibung der Schritte und dessen, was vorher anzuhalten ist
      Lizenz verlängert, Rechnung da, alles gut. Nur das Programm behauptet weiter abgelaufen und lässt \
        mich nicht rein
      In welchem Menü schalte ich, wenn ich fragen darf, die automatische Sicherung ein
      Am Vertrag hab ich nichts auszusetzen und Geld will ich auch keins, die Heizung soll nur nachts nicht \
        mehr von selbst ausgehen
      Servus, des Kastl vom Internet blinkt oiwei rot und da Bua kann nix schaun, was mach i da`,
    both: `
      Zwei Sachen. Erstens ist die Rechnung auf meine alte Firma ausgestellt, bitte neu. Zweitens schickt \
        der Scanner \
        seit dem Umzug jede Datei doppelt
      Jetzt reicht's. Die Anlage bleibt jede Nacht mit einer Störung stehen, die keiner erklären kann, und \
        Sie \
        berechnen auch noch den Besuch, bei dem Ihr Mann nichts repariert hat
      Es geht um Bestellung {n}, die eine Woche überfällig ist. Und wo ich schon schreibe: im Kundenkonto \
        steht ein \
        fremder Name, das sieht mir nach einem Fehler aus
      Wir verlängern gern um ein Jahr zum angebotenen Preis. Schauen Sie bitte auch, warum der Nachtbericht \
        seit dem 1. leer ist
      Abo bitte zum Monatsende beenden. Bis dahin soll es aber laufen, die Videos bleiben nach zehn \
        Sekunden hängen
      Danke fürs schnelle Liefern. Eine Tasse war zerbrochen, die bitte ersetzen, und die Maschine selbst \
        tropft beim Aufheizen`,
  }),
]
