import { letters } from '../letter.ts'

export const goods = [
  letters('online shop', {
    service: `
      Bestellung {n} hängt seit Tagen auf „wird gepackt“, kommt die noch vor dem Wochenende?
      Ich hab aus Versehen zweimal bestellt, bitte eine davon rausnehmen
      Statt der Pfanne lag ein Kochbuch im Karton, was soll ich damit
      Wo bleibt mein Geld? Retoure ist laut Sendungsverlauf seit 2 Wochen bei euch
      Könnten Sie mir die Rechnung bitte auf die Firma umschreiben
      Den Neukundenrabatt habt ihr mir nicht abgezogen, sind genau {m}
      Liefern Sie auch in die Schweiz und wer zahlt den Zoll
      Paket angeblich beim Nachbarn, der weiß von nix
      Ich widerrufe hiermit den Kauf vom 12.
      Bitte an die Packstation statt nach Hause schicken`,
    support: `
      Beim Klick auf „Zur Kasse“ passiert einfach gar nichts
      Eure Seite zeigt mir nur noch eine weiße Fläche, Cookies hab ich schon gelöscht
      App stürzt ab sobald ich meine Bestellungen öffne
      Passwort vergessen gedrückt, Mail kommt nicht, auch nicht im Spam
      Der Warenkorb leert sich von selbst, wenn ich die Menge ändere
      Filter nach Größe wirkt nicht, er zeigt trotzdem alles
      Retourenetikett lässt sich nicht herunterladen, PDF ist kaputt
      Wie stelle ich im Kundenkonto die Anmeldung mit Code ein`,
    both: `
      Das Regal will ich zurückgeben. Und eure Retourenseite bricht mit Fehler 500 ab
      Der Gutschein wurde nicht angerechnet, bitte erstatten, außerdem wirft mich die App ständig raus
      Zwei Teller kamen zerbrochen an, ich hätte gern Ersatz; Fotos hochladen geht bei euch leider nicht, \
        das Formular hängt`,
  }),
  letters('fashion', {
    service: `
      Die Jacke fällt riesig aus, tausche gern gegen S
      Nach einmal Waschen komplett eingelaufen. Ich verlange mein Geld zurück
      Naht offen, Knopf fehlt, und das bei dem Preis!
      Gibt es das Dirndl auch noch in 40 in der Filiale Passau
      Bitte nur die Hälfte abrechnen, den Rest hab ich wieder zurückgeschickt`,
    support: `
      Der Größenberater auf der Seite rechnet ewig und zeigt nichts an
      Bilder laden in der App nicht, nur graue Kacheln
      Der Scanner für den Etikettencode in eurer App bleibt schwarz`,
    both: `
      Schuhe bitte in 39 umtauschen, und der Größenrechner in der App friert jedes Mal ein`,
  }),
  letters('furniture', {
    service: `
      Küche sollte KW 20 kommen, jetzt heißt es KW 27, ich koche seit Mai auf dem Campingkocher
      Ihre Monteure haben die Arbeitsplatte zu kurz gesägt und sind gefahren
      Beim Schrank fehlt Beutel C mit den Beschlägen, bitte nachliefern
      Hätten Sie den Tisch auch in Nussbaum und was kostet der Aufpreis
      Ich möchte von der Anzahlung zurücktreten, die Lieferzeit ist unzumutbar`,
    support: `
      Der elektrische Sessel fährt hoch und bleibt dann stehen
      Schreibtisch zeigt E02 und lässt sich nicht mehr absenken
      Die Beleuchtung im Spiegelschrank flackert
      Wie stelle ich die Scharniere nach, die Tür schleift
      Der Küchenplaner online speichert meinen Entwurf nicht`,
    both: `
      Der Motor vom Bett brummt nur noch, und außerdem haben Sie mir zwei Lattenroste berechnet, obwohl nur \
        einer da ist`,
  }),
  letters('appliances', {
    service: `
      Der Kundendienst sollte zwischen 8 und 14 Uhr kommen, es kam keiner und keiner hat angerufen
      Was kostet bei Ihnen eine Garantieverlängerung für die Waschmaschine
      Kühlschrank mit Delle geliefert, Annahme verweigert, wann krieg ich das Geld
      Nehmen Sie das Altgerät mit?
      Für die Anfahrt 89 Euro zu verlangen ist eine Frechheit, das Gerät hat noch Gewährleistung
      Welcher Herd passt, wir haben Drehstrom aber nur 60 cm Nische`,
    support: `
      Waschmaschine pumpt nicht ab und die Tür bleibt zu
      Der Backofen heizt nur noch von unten
      Spülmaschine zeigt E24, Sieb ist sauber, Schlauch auch
      Trockner macht seit gestern ein schlagendes Geräusch
      wie entkalke ich den Vollautomaten, die Anzeige geht nicht weg
      Gefrierfach vereist, Tür schließt aber
      Bei 180 Grad fliegt die Sicherung raus`,
    both: `
      Der Geschirrspüler bleibt mitten im Programm stehen. Und die Rechnung über {m} für den letzten \
        Einsatz bezahl ich nicht, das war Garantie`,
  }),
  letters('cameras', {
    service: `
      Objektivdeckel war nicht dabei, Seriennummer {n}
      Meine Kamera liegt seit sieben Wochen in Ihrer Werkstatt und ich erfahre nichts
      Was zahlen Sie mir in Anrechnung für das alte Gehäuse
      Die Sofortrabatt-Aktion wurde bei mir nicht berücksichtigt`,
    support: `
      Seit Firmware {v} grüne Streifen auf jedem zweiten Bild
      Karte wird nicht erkannt, auch eine neue nicht
      Autofokus pumpt beim 85er, mit anderen Objektiven nicht
      Wie koppel ich die Kamera mit dem Handy, es steht immer „abgelehnt“`,
    both: `
      Ihr habt nur das Gehäuse statt des Sets geschickt, und das Ding zeigt beim Einschalten Err 20`,
  }),
  letters('cars', {
    service: `
      Kostenvoranschlag 400, Rechnung 740. Das erklären Sie mir bitte Posten für Posten
      Bräuchte einen Termin für Räderwechsel und TÜV, am liebsten Freitag
      Der Mietwagen war nicht da, wir mussten Taxi fahren, wer zahlt das
      Lackschaden bei der Abholung entdeckt, der Verkäufer hat mich ausgelacht
      Wie hoch wäre die Leasingrate ohne Anzahlung auf 36 Monate
      Wann wird denn jetzt endlich mein Wagen geliefert, dritter Termin verstrichen
      Bitte Fahrzeugbrief an die Bank schicken`,
    support: `
      Das Navi hängt seit dem Kartenupdate beim Logo
      Motorkontrollleuchte an und er zieht nicht mehr
      Auto in der App offline, Standheizung lässt sich nicht starten
      Ladevorgang bricht nach 3 Minuten ab, Säule meldet Störung Fahrzeug
      Wie lerne ich einen zweiten Schlüssel an
      Einparkhilfe piept dauernd, obwohl nichts dahinter steht
      Die Klima bläst nur warm`,
    both: `
      Heckklappe geht per Knopf nicht mehr auf, und die Kaution von {m} vom Juni fehlt auch noch
      Bitte Inspektionstermin im Mai; übrigens kommt die App beim Anmelden immer mit Fehler 1101`,
  }),
  letters('bikes', {
    service: `
      Lastenrad war für April zugesagt, wir haben August
      Rahmennummer im Kaufvertrag stimmt nicht, bitte neues Exemplar
      Kann ich bei euch über Dienstrad-Leasing bestellen
      Mir wurde das Vorjahresmodell zum aktuellen Preis verkauft`,
    support: `
      Motor schaltet am Berg ab, Display W107
      Akku hat vier Balken, Anzeige bleibt dunkel
      Kette springt auf den kleinen Ritzeln, wie stell ich das ein
      App findet das Rad nicht über Bluetooth`,
    both: `
      Die Unterstützung setzt dauernd aus und der bestellte zweite Akku ist immer noch nicht da`,
  }),
  letters('garden', {
    service: `
      Die Hälfte der Rosen war vertrocknet, bitte im Herbst ersetzen
      Fahren Sie auch Kies aus, 3 Kubik, und was nehmen Sie dafür
      Im Prospekt war das Gewächshaus 200 Euro billiger`,
    support: `
      Mähroboter fährt Kreise und meldet „kein Schleifensignal“
      Bewässerungscomputer macht nachts von selbst auf
      Motorsäge geht beim Gasgeben aus
      PIN vom Mäher vergessen, wie komm ich wieder rein`,
    both: `
      Der Mäher sucht ewig Satelliten, und die Messer aus meiner Bestellung fehlen`,
  }),
  letters('games', {
    service: `
      Mein Sohn hat für {m} Münzen gekauft, bitte rückgängig machen
      Hab die Deluxe doppelt gekauft, eine bitte erstatten
      Ich wurde grundlos gesperrt und euer Moderator wurde beleidigend
      Brettspiel kam ohne Würfel, könnt ihr welche schicken`,
    support: `
      Spiel stürzt beim zweiten Boss auf den Desktop ab
      hängt bei Verbindung zum Server wird hergestellt, internet geht
      Speicherstand nach dem Patch weg, 60 Std!
      gekaufter Skin erscheint nicht im Spiel, neu gestartet hab ich
      Controller driftet in allen Menüs
      seit {v} nur noch 12 fps`,
    both: `
      Saisonpass doppelt abgebucht UND der Launcher startet nicht, Fehler 0xc000007b`,
  }),
  letters('pharmacy', {
    service: `
      Die Salbe läuft nächsten Monat ab, so was verschickt man nicht
      Kann meine Schwester das Rezept für mich abholen
      Falsche Packungsgröße geliefert, brauch die N3 vor dem Wochenende
      Ist das Asthmaspray wieder lieferbar`,
    support: `
      Blutdruckgerät zeigt bei jeder Messung Err 3
      Das E-Rezept lässt sich in der App nicht einlesen
      Messwerte vom Zuckergerät werden nicht übertragen`,
    both: `
      Der Inhalator-Sensor koppelt nicht mehr mit dem Telefon, und ich bräuchte noch eine Sammelrechnung \
        für die Kasse`,
  }),
]
