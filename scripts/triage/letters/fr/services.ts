import { letters } from '../letter.ts'

export const services = [
  letters('bank', {
    service: `
      Un prélèvement de {m} que je n'ai jamais autorisé, je demande le retour des fonds
      Augmentez mon virement permanent de 50 euros dès mars
      J'ai déménagé, vos relevés vont encore à l'ancienne adresse
      Quel taux pour dix mille euros sur deux ans
      Clôture du compte joint après divorce, quelles pièces
      La conseillère disait gratuit, je paie des frais de tenue de compte
      Il me faut l'attestation fiscale de l'an dernier
      À qui parler du renouvellement de mon prêt
      Je souhaite faire opposition au chèque numéro {n}`,
    support: `
      L'appli bancaire reste blanche après le code
      Comment installer l'appli sur mon nouveau téléphone, l'ancien est mort
      La notification pour valider n'arrive jamais
      Où activer les alertes de paiement dans l'application
      La reconnaissance faciale ne marche plus depuis la mise à jour
      Le sans contact ne passe plus, la puce oui
      Mon relevé PDF s'ouvre vide
      J'ai changé de portable, comment enregistrer le nouvel appareil pour valider`,
    both: `
      {m} d'agios malgré mon découvert autorisé, et je ne peux rien consulter, l'appli me jette à la connexion
      Envoyez la carte à ma nouvelle adresse, et dites-moi comment activer l'appli sur le second téléphone, \
        le code ne vient pas`,
  }),
  letters('insurance', {
    service: `
      Grêle le 12, photos et devis joints, la suite ?
      Voiture vendue, résiliez le contrat et remboursez le reste
      Cotisation en hausse d'un tiers, sans un mot
      Dossier {n} refusé pour une pièce jamais demandée, je conteste
      Puis-je ajouter mon compagnon à la multirisque
      Une attestation villégiature pour demain svp`,
    support: `
      La déclaration en ligne revient page un quand je joins une photo
      L'espace client dit que ma date de naissance est fausse
      Le boîtier de la voiture est rouge et n'envoie plus les trajets`,
    both: `
      Résiliez l'assurance vélo ; et l'appli de conduite vide ma batterie depuis jeudi, pourquoi
      J'attends toujours les {m} du dégât des eaux, et chaque envoi de document finit en erreur 413`,
  }),
  letters('airline', {
    service: `
      Vol avancé de six heures, correspondance perdue, replacez-nous
      Valise sans poignée à l'arrivée, qui paie
      60 euros pour un sac qui rentrait dans le gabarit. Arnaque
      Quatre heures de retard, à quelle indemnité a-t-on droit
      Nom mal écrit sur la réservation {n}, corrigez-le`,
    support: `
      L'enregistrement en ligne dit passager introuvable
      La carte d'embarquement ne va pas dans le portefeuille
      Plan des sièges vide dans l'appli
      Le champ passeport n'accepte que 8 caractères`,
    both: `
      Remboursez le vol annulé, et l'espace miles refuse mon mot de passe depuis samedi`,
  }),
  letters('rail', {
    service: `
      Train supprimé, trois heures de retard, je demande la moitié
      Amende alors que j'avais mon billet, le contrôleur n'a rien voulu voir
      Sac gris oublié dans le TGV de 17 h, voiture 9
      Y a-t-il une carte jeune à 26 ans`,
    support: `
      La borne a avalé ma carte et affiche hors service
      Le QR du billet est flou, le portique refuse
      L'appli oublie ma carte de réduction à chaque redémarrage`,
    both: `
      Deux heures de retard vendredi, indemnisez-moi, et votre formulaire de réclamation est vide partout`,
  }),
  letters('hotel', {
    service: `
      Un lit bébé et une chambre calme svp, arrivée vers 23 h
      Minibar facturé, on n'y a pas touché
      Départ à 15 h dimanche possible, pour combien
      Des cafards et la réception hausse les épaules
      Réservé juin, je voulais juillet
      Prix d'une salle avec déjeuner pour 25`,
    support: `
      La carte n'ouvre plus la 214, troisième fois
      Pas de signal sur la télé
      Le wifi clients refuse le code
      Le coffre ne s'ouvre plus avec notre code
      La clim affiche E5 et souffle tiède`,
    both: `
      Plus de lumière dans la salle de bains, et enlevez les petits-déjeuners de la note, on n'en a pas pris`,
  }),
  letters('restaurant', {
    service: `
      Table de six vendredi, un végane et un fauteuil roulant
      Arrivé froid après 90 minutes, sans les boissons
      Buffet pour 60, combien par tête
      Une bouteille sur l'addition qu'on n'a pas bue`,
    support: `
      Le module de réservation n'affiche aucun horaire
      L'écran cuisine ne reçoit plus les commandes de la caisse
      L'appli dit hors zone alors que j'habite à côté`,
    both: `
      Deux menus comptés en trop samedi, et le code cadeau n'est jamais accepté en ligne, ça mouline`,
  }),
  letters('parcel', {
    service: `
      Soi-disant remis à un voisin, je n'en ai pas
      Jeté par-dessus le portail, contenu en miettes, qui indemnise
      Gardez mon colis au relais jusqu'au 20
      Combien pour 12 kilos vers la Norvège, assuré
      Enlèvement prévu 10 h, il est 18 h
      La douane veut {m} pour un cadeau, pourquoi`,
    support: `
      La consigne 14 ne s'ouvre pas, code accepté
      L'étiquette s'imprime à moitié
      Notre boutique reçoit jeton invalide de votre API
      La douchette ne lit pas vos nouveaux codes`,
    both: `
      Colis {n} perdu, je veux mes {m}, et le formulaire ne part pas, rien après le captcha`,
  }),
  letters('clinic', {
    service: `
      Décalez mon rendez-vous de jeudi à l'après-midi
      On m'a facturé une radio jamais faite
      Transmettez mon dossier au médecin de Lille
      Prenez-vous de nouveaux patients
      La secrétaire a crié mon diagnostic, inadmissible
      L'arrêt de travail n'est pas arrivé chez mon employeur`,
    support: `
      Téléconsultation : image oui, son non
      Le calendrier de rendez-vous est vide chaque mois
      L'appli ne trouve pas l'appareil auditif gauche
      Le portail demande un second code et n'envoie rien`,
    both: `
      Corrigez mon numéro de sécu, la facture est partie ailleurs, et l'ordonnance dans l'appli donne \
        l'erreur 12`,
  }),
  letters('town hall', {
    service: `
      Deux PV le même jour, il y en a un de trop
      Quelles pièces pour le passeport d'un bébé, quel délai
      Poubelles non ramassées depuis trois semaines
      Aide au logement demandée en mars, toujours rien
      Reste-t-il un samedi en septembre pour un mariage
      Taxe payée deux fois, rendez-en une`,
    support: `
      La démarche en ligne revient au début sans cesse
      Le portail ne trouve pas ma carte d'identité numérique
      Le PDF n'est pas remplissable, champs verrouillés
      FranceConnect tourne en rond chez vous`,
    both: `
      Je conteste la redevance, elle est mal calculée ; et la page de paiement de la mairie coupe à chaque \
        fois`,
  }),
  letters('school', {
    service: `
      Zoé a de la fièvre, absente aujourd'hui et demain
      Mon fils peut-il manquer vendredi, mariage dans la famille
      On ne peut pas payer le voyage en une fois
      Un entretien avec la maîtresse svp
      Cantine d'avril prélevée deux fois`,
    support: `
      La plateforme dit que notre classe n'existe pas
      Le tableau de la salle 7 ne réagit plus au stylet
      28 tablettes refusent le wifi du collège
      L'appli parents ne montre plus les messages`,
    both: `
      Excusez Léo pour le 14, et sa tablette affiche bloqué par l'administrateur depuis hier`,
  }),
  letters('university', {
    service: `
      Je veux passer à temps partiel, jusqu'à quand
      Désinscrivez-moi de l'examen, certificat joint
      Relance de frais alors que la bourse couvre
      Ma note de stats est fausse, j'avais 14
      Un relevé de notes en anglais svp`,
    support: `
      eduroam me déconnecte toutes les dix minutes
      Mon mémoire ne se dépose pas, taille max à 3 Mo
      Le logiciel d'examen ne trouve pas le micro
      Comment installer le logiciel de stats avec la licence du campus`,
    both: `
      Inscrivez-moi au rattrapage, et les cours enregistrés saccadent puis s'arrêtent sur tous mes appareils`,
  }),
  letters('gym', {
    service: `
      Jambe cassée, suspendez l'abonnement jusqu'en octobre
      Encore {m} prélevés après mon départ
      Le sauna est-il compris en tarif étudiant
      La coach est géniale, dites-le-lui`,
    support: `
      Le tourniquet ne lit plus mon bracelet
      Le tapis 5 ne tourne qu'une minute puis s'arrête
      Réserver un cours donne erreur inconnue`,
    both: `
      Je résilie fin juin ; d'ici là faites que mon badge ouvre la porte, il clignote rouge`,
  }),
  letters('tickets', {
    service: `
      Concert annulé, l'argent quand
      Deux places pour le mauvais soir, ma faute, échange possible ?
      Une place PMR et l'accompagnant gratuit ?`,
    support: `
      Le billet PDF est une page blanche
      La file d'attente m'a éjecté au rang 12
      Le QR n'est pas passé à l'entrée
      L'appli se ferme quand j'ouvre mes billets`,
    both: `
      Les t-shirts du pack VIP jamais reçus, et le billet de vendredi affiche format invalide`,
  }),
  letters('charity', {
    service: `
      Je passe à 20 par mois
      Mon mari est décédé, ne lui écrivez plus
      Mon reçu fiscal svp`,
    support: `
      La page de don affiche session expirée après la carte
      Le terminal de quête ne se connecte pas au téléphone`,
    both: `
      Don prélevé deux fois, rendez-en un, et je ne peux pas entrer dans mon espace, le mail ne vient pas`,
  }),
  letters('energy', {
    service: `
      {m} pour un studio ? quelqu'un a mal relevé
      Entrée le 1er, index 48210, ouvrez le contrat
      Baissez mes mensualités
      L'offre verte, à quel prix et à partir de quand
      Coupé par erreur, tout le congélateur à jeter, indemnisez`,
    support: `
      La borne clignote violet et ne charge pas
      Je ne peux pas saisir l'index, valeur incohérente
      Le compteur affiche Err 22
      La courbe de conso est vide depuis mai`,
    both: `
      Corrigez la facture de clôture de l'ancien appart, et le compteur du nouveau reste éteint, comment le \
        réveiller`,
  }),
  letters('telecom', {
    service: `
      Résilié en mai, facturé en juillet
      Cinq mois offerts promis au téléphone
      Technicien entre 8 et 13, personne, quatrième fois
      Je garde mon numéro, portabilité au 30
      {m} d'appels vers la Tunisie jamais passés
      La fibre arrive quand dans ma rue`,
    support: `
      Internet tombe vers 20 h, le voyant clignote
      Plus de tonalité depuis la bascule
      Page d'admin de la box inaccessible
      40 mégas au lieu de 100 en câble
      Comment renvoyer les appels sur mon portable
      Plus de data depuis le changement de SIM
      Le décodeur perd les chaînes`,
    both: `
      Plus de net depuis jeudi et je veux qu'on me déduise ces jours
      Mauvais forfait sur la facture, et le wifi de l'étage saute depuis la nouvelle box`,
  }),
  letters('streaming', {
    service: `
      Je paie deux comptes premium, arrêtez-en un
      Mois gratuit promis, prélevé tout de suite
      Une formule famille ?
      Vous avez retiré ma série, je paie pour ça`,
    support: `
      Ça saccade en 4K
      Erreur 5003 sur la télé
      Les sous-titres sont en retard
      Les téléchargements s'effacent au redémarrage
      du son mais image noire`,
    both: `
      Rendez-moi le tarif étudiant, et l'appli bloque à 3 pour cent sur la télé`,
  }),
  letters('property', {
    service: `
      Les charges ne tombent pas juste, je veux voir les justificatifs
      Mon dépôt de garantie, parti en février, toujours rien
      Le voisin fait la fête chaque nuit
      L'escalier n'est plus nettoyé depuis Pâques
      Quel préavis pour quitter le logement`,
    support: `
      L'ascenseur reste au 4e portes ouvertes
      L'interphone sonne mais n'ouvre pas
      Le radiateur de la chambre est froid
      Le portail locataire me demande toujours de m'inscrire`,
    both: `
      Digicode mort depuis une semaine, et on nous compte un jardinier qui n'existe pas`,
  }),
]
