/**
 * What words of the five languages are about, whatever the trade: beginnings of words, folded; `=word` is a whole word. A
 * name starting with `t-` leans to support, with `s-` to service and with `n-` to neither, in the eyes of the authors; what a concept weighs is
 * learnt like any other feature.
 */
export const CONCEPT_WORDS: Readonly<Record<string, string>> = {
  't-fault': `
    crash freez froze =frozen =hang =hangs =hanging =hung error erron fail =bug =bugs buggy glitch =fault =faults faulty
    broke =broken malfunction defectiv corrupt timeout =stuck unrespons outage downtime disconnect incompatib lagging
    =lag flicker overheat exception unavailab inaccess offline =dead unstabl instabil intermitt disrupt interrup
    absturz absturzt sturzt eingefroren friert =hangt =hangen fehler storung gestort ausfall ausgefall kaputt defekt
    panne unerreichbar ruckel flacker uberhitz abgebrochen
    colgad =cuelga =cuelgan averi =fallo =fallos =falla =fallas =fallan fallando fallado =caido =caida =caidos estropead
    =roto =rota =rotas =rotos defectuos =congela congelad parpade bloquea inestab interrup
    =plante =plantent =plantee =plantes plantage erreur defaill dysfonction bloque =fige =figee =casse =cassee =cassees
    saccad =coupures deconnect instable indisponib inaccessib
    =trava =travou travand travad travam =erro =erros falh avari quebrad =defeito =defeitos defeituos =caiu =congelou
    pisca instavel indisponive`,
  't-works': `
    =work =works =working =worked function =functional =start =starts =starting =started =load =loads =loading =open
    =opens =opening connect respond =boot =boots =booting =launch =launches =print =prints =printing =turn =turns =run
    =runs =running =display =displays =show =shows =appear =appears
    funktion =geht =gehen =ging =lauft =laufen =lief =startet =starten =ladt =ladet offne =offnet reagier druckt =drucken
    verbind =verbunden erreichbar anzeig angezeigt
    funcion arranc enciend =abre =abren abrir =carga conect responde =imprime imprimir =aparece =aparecen
    fonctionn =marche =marchent demarr =ouvre =ouvrir connect repond =imprime imprimer =affiche =affichent =allume
    =liga =ligam =ligar carrega conecta =responde =imprimir acende =abre`,
  't-symptom': `
    beep blink =flash =flashes =flashing noise =noisy buzz squeak squeal rattl leak =smell =smells smelt =jam =jams jammed
    =blank =black =white =grey =drift drain stutter loop duplicat =bounce =bounces bluescreen =led =trips =spins spinning
    blink piep =pfeift brumm quietsch gerausch =leck leckt tropft riecht stinkt =stau papierstau =schwarz =leer =leere
    =weiss schleife dublette bluescreen klemmt hakt zuckt
    pita =pitan pitido =ruido chirri gotea fuga =huele atasc =negro =blanco =blanca =vacio =vacia bucle duplicad =traba
    =bip =bipe =bipent clignot bruit grince fuite =fuit =coince coince bourrage =noir =noire =blanche =vide boucle doublon
    apita =apita ruido barulho vaza vazamento =cheiro atol =preto =preta =branco =vazio =vazia duplicad`,
  't-part': `
    =display =door =lock =locks =light =lights =motor =engine =valve =pump =button =key =keys =pairing =paired =pair =led
    =hub =inverter =boiler =heater =radiator =fuse =pressure =gear =gears =brake =spindle =conveyor =controller =panel
    =gateway =turnstile =terminal =till =badge =wristband =lift =elevator =intercom =oven =washer =fridge =freezer
    =motor =anzeige =schloss =ventil =pumpe =taste =turoffner =wechselrichter =therme =heizkorper =sicherung =spindel
    =steuerung =drehkreuz =aufzug =terminal =kasse =klingel =ofen =kessel =druck =leuchte =lampe =licht =schlussel
    =motor =cerradura =valvula =bomba =boton =caldera =radiador =inversor =husillo =torno =ascensor =datafono =timbre =luz
    =moteur =serrure =vanne =pompe =chaudiere =radiateur =onduleur =broche =tourniquet =ascenseur =tpe =voyant =interphone
    =motor =fechadura =valvula =bomba =caldeira =inversor =fuso =catraca =elevador =maquininha =campainha =luz`,
  't-device': `
    printer scanner laptop notebook =pc =pcs computer monitor keyboard =mouse headset router modem camera webcam sensor
    charger cable batter speaker microphone =disk =disks =drive =drives dock projector tablet =device =devices machine
    hardware adapter =usb bluetooth =screen =screens =phone =phones smartphone mobile iphone thermostat =desk workstation
    =server =servers switch =unit =tv
    drucker tastatur =maus bildschirm gerat =kabel =akku batterie lautsprecher kamera maschine =rechner ladegerat handy
    beamer kopfhorer scanner thermometer
    impresora teclado =raton pantalla dispositivo aparato maquina ordenador computadora portatil bateria cargador altavoz
    camara escaner =movil auriculares
    imprimante clavier =souris =ecran =ecrans appareil ordinateur chargeur casque camera batterie telephone =poste =postes
    impressora =tela =telas =ecra aparelho computador carregador =cabo celular telemovel roteador`,
  't-software': `
    =app =apps application software program browser plugin extension firmware driver database =api =apis webhook platform
    =system =systems cloud script integration module dashboard interface =tool =tools =website =site =page =portal chrome
    firefox outlook windows linux ubuntu android =ios =excel =word =office sharepoint =teams =skype =macos =java =python
    =docker =jira =sql =html =url =link =links =menu =button feature =saas =erp =crm =code
    anwendung programm datenbank schnittstelle oberflache webseite =seite =seiten system plattform treiber software
    aplicacion programa navegador =pagina =sitio sistema plataforma complemento =web =boton integracion
    logiciel navigateur application =page =pages =site plateforme systeme extension pilote =bouton
    aplicativo aplicacao =programa navegador =pagina sistema plataforma =botao integracao`,
  't-access': `
    login =logon =log =logged =signin password passcode authentic credential permission =access =accesses accessing
    =locked lockout =vpn =token username =admin administrator =rights unlock =sso =mfa =2fa verification
    passwort kennwort berechtig zugriff zugang anmeld einlogg ausgesperrt gesperrt entsperr benutzername zwei-faktor
    contrasena =clave =claves =acceso =accesos acceder permisos usuario =sesion iniciar desbloque credencial
    =passe acces =acceder connexion identifiant deverrouill autorisation habilitation
    =senha =senhas acesso =acessar =aceder permissao permissoes desbloque credenciais autentica palavra-passe`,
  't-network': `
    network wifi wireless wlan internet ethernet =lan =dns firewall =proxy bandwidth latency =signal connectiv =ip
    connection hotspot broadband
    netzwerk verbindung internet funkloch empfang leitung
    =red =redes conexion cortafuegos cobertura
    reseau connexion =debit =signal =box fibre
    =rede =redes conexao ligacao =sinal`,
  't-setup': `
    install uninstall reinstall =update =updates =updated =updating reboot restart configur =setup =settings =setting
    migrat synchron =sync =syncs =syncing backup restor =export =exports exporting exported =import =imports importing
    imported download upload deploy upgrade compatib version activat =enable =reset calibrat troubleshoot diagnos
    aktualisier =update neustart neu-start konfigur einricht eingericht einstellung sicherung wiederherstell exportier
    importier herunterlad hochlad synchronis installier umstellung kompatib
    instal actualiz reinici configur ajustes sincroniz restaur exportar importar descarg respaldo compatib
    install mise-a-jour redemarr configur parametr reinstall sauvegard restaur exporter importer telecharg synchronis
    atualiz reinici configur sincroniz restaur exportar importar baixar descarreg compatib`,
  't-data': `
    =file =files folder =folders screenshot =log =logs mailbox =inbox calendar storage =quota spreadsheet =report dataset
    =data metadata =backup =backups
    =datei =dateien ordner postfach kalender speicher protokoll =daten
    archivo carpeta =buzon calendario almacenamiento =datos captura
    fichier dossier =agenda stockage =donnees capture messagerie
    ficheiro arquivo =pasta =pastas calendario armazenamento =dados`,
  't-security': `
    breach malware virus phishing =hack hacked hacker vulnerab ransomware unauthoriz unauthoris cyber intrusion encrypt
    sicherheitsl datenleck sicherheitsvorfall schadsoftware verschlussel datenschutzverletz
    brecha vulnerab ciberataque cifrad seguridad
    =faille piratage cyberattaque chiffre securite intrusion
    =brecha invasao criptograf seguranca violacao`,
  't-how': `
    =how =configure =setup tutorial documentation guide instruction manual steps
    anleitung handbuch dokumentation
    instrucciones =guia documentacion
    =notice documentation =guide tutoriel
    instrucoes documentacao`,
  's-refund': `
    refund reimburs moneyback =chargeback compensat
    erstatt ruckerstatt ruckzahl gutschrift gutgeschrieben
    reembols devuelvan devuelvanme =abono
    rembours =avoir
    reembols estorn ressarc devolvam`,
  's-invoice': `
    invoic =bill =bills billing billed receipt statement overcharg =charged =charges =charge =fee =fees =debited deduct
    rechnung quittung =beleg =belege mahnung abgebucht abbuchung berechnet =gebuhr gebuhren
    factur =recibo =recibos cobraron cobrado cobrar =cobro =cobros =cargo =cargos comision
    factur prelev =frais =releve =recu trop-percu
    fatura faturas =recibo cobraram cobranca cobrad =taxa =taxas =boleto extrato`,
  's-payment': `
    =pay =pays =paid paying payment payable =cash cheque =iban =atm deposit withdraw =transfer =transfers =transferred
    transaction instalment installment =balance
    zahl bezahl uberweis lastschrift kontoauszug raten =geld
    =pago =pagos pagar pague =pagado transferencia domicilia plazos =saldo =dinero
    paiement payer paye virement =argent =solde mensualite
    pagamento pagar paguei =pago transferencia =saldo =dinheiro parcel`,
  's-price': `
    price pricing =cost =costs tariff =quote quotation discount voucher coupon promo =offer =offers budget estimate =rate
    =rates cheap expensiv =deal
    =preis preise =kosten kostet angebot rabatt gutschein tarif teuer gunstig kostenvoranschlag
    precio =coste =cuesta tarifa descuento presupuesto oferta =cupon rebaja =vale
    =prix =cout couts =coute devis remise reduction tarif offre
    preco =custo =custa orcamento desconto =cupom oferta tarifa`,
  's-order': `
    =order =orders ordered ordering purchas =buy buying bought =shop =store =item =items merchandise catalog replacement
    bestell =kauf kaufen gekauft kaufe auftrag artikel ware =laden
    pedido =compra =compras comprar =compre articulo tienda encarg
    command achat achet =article =articles boutique magasin
    encomend =pedido =compra comprar comprei artigo =loja`,
  's-delivery': `
    deliver =ship =ships shipping shipped shipment parcel package courier tracking dispatch freight =post postage
    liefer paket versand sendung zustell geliefert =bote spedition =fahrer
    entrega entregad =envio =envios enviad paquete repartidor seguimiento mensajer
    livr =colis expedi transporteur coursier acheminement
    entrega entregue =envio remessa rastre correio =frete estafeta`,
  's-return': `
    =return =returns =returned =returning exchange warranty guarantee
    ruckgabe retoure zurucksend zuruckschick zuruckgeschickt zuruckgeben umtausch garantie gewahrleistung widerruf
    devolver devolucion devuelto =cambio garantia
    renvoy retourner =retour echang garantie retractation
    devolver devolucao troca =trocar garantia`,
  's-contract': `
    subscri contract cancel renew terminat membership unsubscrib =plan =plans =seats =terms licens agreement
    =abo =abos abonnement vertrag kundig gekundigt verlanger mitglied storn
    suscri contrato cancel =baja renov =cuota anular
    abonn contrat resili renouvel annul
    assinatura contrato cancel rescis renov mensalidade anular`,
  's-complaint': `
    complain =rude apolog unacceptab disappoint dissatisf compensation =staff =manager unprofession outrag feedback =lied
    beschwer unfreundlich entschuldig enttausch schadenersatz unverschamt mitarbeiter frech
    =queja =quejas reclamacion disculp decepcion indemniz inaceptable maleducad personal
    plainte reclamation excuses =decu =decue inacceptable dedommag impoli geste
    =queixa reclamacao desculpa decepcion indeniz inaceitavel atendimento grosseir`,
  's-appointment': `
    appointment booking =booked =book reserv reschedul =visit opening =hours consultation
    =termin =termine terminv terminve buchung gebucht reservier offnungszeit besuch
    =cita =citas =reserva =reservas reservar horario =visita
    rendez =rdv reservation reserver horaires
    consulta marcacao agendar =reserva horario =visita`,
  's-person': `
    address =moved relocat surname married =gdpr =newsletter
    adresse anschrift umzug umgezogen geheiratet telefonnummer newsletter
    direccion domicilio mudanza titular boletin
    adresse demenag coordonnees
    endereco morada mudanca titular`,
  's-damage': `
    damaged dented =dent scratch =torn smashed crushed cracked =wrong =missing =incomplete =instead =stain spoil
    beschadigt =delle verbeult verkratzt =kratzer zerbrochen zerkratzt =falsch =falsche =falschen =falsches =fehlt =fehlte
    unvollstandig =statt =stattdessen angeschlagen
    abollad rayad danad =falta =faltan =faltaba equivocad incomplet =manchado astillad
    abime raye =cabosse cabosse endommage =manque =manquait =manquante incomplet =mauvais =mauvaise =fele
    amassad riscad danificad =faltou =faltam =errado =errada =errados incomplet =manchad`,
  's-late': `
    =late =delay =delays delayed =waiting =waited =promised =overdue =arrive =arrived =arrives =nobody
    verspat =warte =warten gewartet =versprochen =zugesagt =ankommt =angekommen =niemand =keiner =frist uberfallig
    retras =espero =esperando esperamos prometi =llego =llegado =llega =plazo =demora =tarda
    retard =attends =attente =promis =promise =arrive =arrivee =delai =personne
    atras =espero =esperando promet =chegou =chega =prazo =demora`,
  's-travel': `
    =flight =flights =train =trains =ticket =tickets =luggage =suitcase =baggage =hotel =room =rooms =seat =passenger
    =trip =travel =concert =table =menu =breakfast =guest =guests rebook airport
    =flug =fluge =zug =zuge =fahrkarte gepack =koffer =hotel =zimmer =sitzplatz =reise =konzert =tisch =fruhstuck umbuch
    =vuelo =vuelos =tren =billete =entrada =entradas equipaje =maleta =hotel =habitacion =asiento =viaje =concierto =mesa
    =vol =vols =train =billet =billets bagage =valise =hotel =chambre =siege =voyage =concert =table
    =voo =comboio =bilhete =ingresso =ingressos bagagem =mala =hotel =quarto =assento =viagem =show =mesa`,
  's-papers': `
    certificat =form =forms =document =documents =papers =confirmation =proof =copy =passport =records =signature signed
    transcript =apply =applied enrol =permit
    bescheinig =formular =formulare unterlage =papiere =nachweis =kopie =reisepass =attest =bescheid unterschri zeugnis
    beantrag =antrag =ausweis =urkunde
    certificado =documento =documentos =papeles =justificante =copia =pasaporte firmad =solicitud solicit =tramite
    =attestation =formulaire =document =documents =pieces =justificatif =copie =passeport =signe =certificat =demande
    certidao =documento =documentos =papeis comprovante =copia =passaporte assinad =atestado declaracao =recibo`,
  's-absence': `
    holiday =leave =absence =absent =sick =illness overtime payslip salary =wage =wages resign parental maternity timesheet
    employment =notice
    urlaub krankmeld =krank =krankheit uberstund lohn =gehalt kundigung elternzeit stundenzettel
    =austritt =eintritt =teilzeit
    vacaciones =permiso =ausencia =enfermedad =enfermo nomina sueldo =salario renuncia paternidad jornada
    conge conges absen =malade =maladie =paie bulletin salaire demission
    ferias =licenca ausencia =doente =doenca holerite salario demissao`,
  's-claim': `
    =claim =claims =dispute =objection =object =fine =lawyer =legal =damages =owe =owed =liable =theft =scam =fraud =appeal
    =injustice =compensate
    widerspruch einspruch =anwalt =bussgeld =strafe schaden =haftung =betrug =abzocke =frechheit =klage verlange fordern
    =reclamo =reclamamos =recurso recurro =multa =abogado =exijo =estafa =robo =siniestro =verguenza
    =conteste contest =amende =avocat =exige =arnaque =vol =sinistre =honte =honteux
    =contesto contest =multa =advogado =exijo =fraude =roubo =sinistro =absurdo =vergonha`,
  's-staff': `
    technician engineer =driver =fitter =clerk =agent =receptionist =waiter =trainer =doctor =teacher =seller salesman =showed
    techniker monteur =fahrer handwerker =kundenberater =berater =beraterin verkaufer =chef =lehrerin =arzt sachbearbeit
    tecnico =conductor =dependiente =vendedor =profesora =medico =recepcion instalador
    technicien =chauffeur =livreur livreurs =vendeur =conseillere =conseiller =medecin =depanneur
    tecnico =motorista =vendedor =professora =medico =gerente =recepcao =montador montadores`,
  's-sales': `
    interested brand marketing campaign brochure partnership onboarding training =sales =demo consulting strategy strateg
    recommend =advice =advise suitab
    interesse interessier schulung beratung beraten empfehl vertrieb werbung
    interesad formacion asesor recomend ventas comercial campana marca estrategia
    interesse formation conseil recommand =vente =ventes commercial marque strategie campagne
    interessad formacao treinamento recomend vendas campanha marca estrategia`,
  /** Of a bank, a shop or a computer: it belongs to neither side by itself. */
  'n-account': `
    =card =cards =account =accounts profile =konto =karte karten benutzerkonto kundenkonto tarjeta =cuenta =cuentas
    =carte =cartes =compte =comptes cartao cartoes =conta =contas perfil`,
  's-stock': `
    =stock availab =size =sizes =colour =color sold
    lieferbar verfugbar vorratig =grosse =farbe
    disponib existencias =talla
    disponib rupture =taille =couleur
    disponiv estoque tamanho`,
}
