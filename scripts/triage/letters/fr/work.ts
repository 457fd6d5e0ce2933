import { letters } from '../letter.ts'

export const work = [
  letters('software', {
    service: `
      Quatre postes en moins au renouvellement, quel montant
      Notre audit demande la liste des sous-traitants et le DPA signé
      Un accord-cadre pour trois filiales, avec qui en parler
      Le module d'analyse était inclus, vous facturez {m}
      Un tarif associations existe-t-il
      Des formations sur site, à quel prix`,
    support: `
      Comment supprimer un utilisateur dans la console d'administration
      Où régler qui voit un projet
      La facture ne se télécharge pas, le bouton ne fait rien
      Le SSO boucle depuis le changement de certificat
      La modification en masse saute les lignes après 500
      La synchro crée des doublons dans le CRM
      Les notifications par mail ne partent plus`,
    both: `
      12 licences de plus dès mai, et le provisioning SCIM répond 403 depuis vendredi
      L'offre de renouvellement porte une autre société ; et nos imports restent à 99 %`,
  }),
  letters('hosting', {
    service: `
      Domaine renouvelé malgré ma résiliation, rendez les {m}
      Un dédié 128 Go par mois, c'est combien
      Passez le contrat au nom de mon client
      Les factures à la compta, pas à moi`,
    support: `
      Le site est en 502 depuis 4 h
      Page blanche depuis PHP 8
      Nos mails reviennent, SPF fail
      Restaurez la base d'hier, la table commandes a sauté
      Comment faire pointer le domaine ailleurs
      Clé ssh refusée après la migration`,
    both: `
      Site encore tombé, et vous facturez toujours la grosse offre quittée en mars`,
  }),
  letters('printers', {
    service: `
      Compteur mal relevé : 40 000 pages au lieu de 4 000
      On rend deux machines en location fin de trimestre
      Mauvaise série de toner, échangez
      Prix de la page couleur`,
    support: `
      Bourrage bac 2 alors qu'il n'y a rien
      tout sort rose
      Plus de scan vers mail depuis le nouveau mot de passe
      Hors ligne sur trois postes
      SC542, bloquée en préchauffage`,
    both: `
      Les dix toners jamais venus, et celle du 2e sort des pages blanches`,
  }),
  letters('point of sale', {
    service: `
      Location du TPE prélevée deux fois
      On ferme le 30, comment rendre le terminal et finir le contrat
      Quelle commission sur les cartes
      40 rouleaux svp`,
    support: `
      Le TPE ne joint pas le serveur, la queue va jusqu'à la porte
      Le tiroir ne s'ouvre plus
      Le Z est faux d'un ticket
      L'imprimante coupe au milieu
      Comment ajouter un taux de TVA`,
    both: `
      Le virement de samedi manque, {m}, et le lecteur perd le bluetooth après chaque paiement`,
  }),
  letters('accounting software', {
    service: `
      La mise à jour nous a été facturée deux fois
      Quelles dates de formation pour deux comptables
      Module paie gratuit un an, la facture dit autre chose`,
    support: `
      La TVA ne part pas, schéma invalide
      À-nouveaux en double
      Le flux bancaire est arrêté depuis le 3
      Comment contrepasser une facture dans le logiciel
      Erreur d'arrondi depuis {v}`,
    both: `
      Un devis pour la version multi-sociétés, et la sauvegarde de nuit finit toujours verrouillée par un \
        autre utilisateur`,
  }),
  letters('personnel office', {
    service: `
      Je démissionne fin septembre, un mot écrit de votre part suffira
      Une collègue arrive lundi, quels papiers
      Notez mon congé parental de mai à juillet
      Malade du 3 au 7, arrêt joint
      Il manque mes heures sup sur le bulletin
      Combien de congés me reste-t-il
      Une attestation d'employeur pour mon bailleur
      Nouveau RIB après le mariage, formulaire joint
      Je demande à passer à 80 %
      La feuille d'heures de la semaine 22 attend ma responsable
      Puis-je reporter cinq jours`,
    support: `
      La badgeuse porte B refuse les badges
      Le planning des congés est vide sous Edge
      Le bulletin PDF demande un mot de passe inconnu
      Impossible d'enregistrer mes heures, période bloquée`,
    both: `
      Rectifiez mes jours de maladie de mars, et le portail formation ne s'ouvre pas, aucun rôle attribué`,
  }),
  letters('purchasing', {
    service: `
      Achetez un siège réglable pour l'accueil, centre de coût 4711
      Le bon {n} attend une seconde signature
      Deux claviers et un écran pour le poste 12, budget validé
      Tout est livré, clôturez la commande
      Il faut trois devis avant d'acheter les micros`,
    support: `
      La validation dans l'outil d'achat me revient sans fin
      Le catalogue externe dit session invalide
      Les écrans neufs scintillent à 60 Hz`,
    both: `
      Commandez-moi un chargeur, et la station d'accueil coupe les deux écrans quand je branche`,
  }),
  letters('it desk', {
    service: `
      Puis-je garder le portable de prêt deux semaines
      Bravo à celui qui est passé hier à mon bureau, merci
      Neuf jours sans réponse de l'informatique, minable`,
    support: `
      Donnez la lecture du lecteur contrôle à Thomas
      40 Go de plus sur le serveur de test
      Le VPN tombe dès que j'appelle
      Installez la visionneuse CAO salle 2.14
      Archivez la boîte de la collègue partie et mettez une réponse d'absence
      Compte bloqué au retour de congés
      Il manque deux personnes dans la liste de diffusion
      Nouveau : compte, boîte, groupes comme son prédécesseur
      Correctifs dimanche sur les bases, puis relancez les services`,
    both: `
      Deux écrans à acheter pour les stagiaires, et un des vieux postes fait un écran bleu au démarrage`,
  }),
  letters('machines', {
    service: `
      Devis pour 6 détecteurs et le jeu de joints de la presse, machine {n}
      Pièce annoncée le 4, ligne arrêtée, {m} l'heure
      Une date pour l'entretien annuel, semaine 33
      Les heures du monteur sur le bon sont fausses
      Le plan est celui d'un autre client`,
    support: `
      La broche s'arrête, alarme 2045
      Après la mise à jour de la commande, le changeur perd sa position
      La cellule ne voit pas le film transparent
      La pression tombe à 90 bars
      Comment recharger les paramètres du variateur
      Le pupitre se fige au changement de recette
      Le convoyeur tourne à l'envers`,
    both: `
      La cellule tombe en E-314 à chaque départ, et il nous faut l'offre du second préhenseur vendredi
      La facture de mise en service dépasse la commande de {m} ; l'accès distant à la presse ne se connecte \
        pas non plus`,
  }),
  letters('logistics', {
    service: `
      Palette 3 sur 5 manquante, expédition {n}
      Encore un camion sans hayon
      Vos prix Anvers–Lyon, 14 palettes par semaine
      L'immobilisation n'est pas de notre fait`,
    support: `
      Plus d'EDI depuis 2 h 10
      Les terminaux perdent le wifi allée 9
      Le portail de créneaux dit fuseau invalide`,
    both: `
      Deux colis trempés, on réclame {m}, et l'appli chauffeur déconnecte tout le monde à minuit`,
  }),
  letters('smart home', {
    service: `
      Serrure livrée avec un badge au lieu de deux
      Je vends ma maison, l'abonnement peut-il suivre
      Ça ne va pas sur ma porte, je renvoie`,
    support: `
      La serrure coince à mi-course et bipe cinq fois
      La sonnette arrive 40 secondes après
      La centrale est hors ligne depuis la nouvelle box
      Le détecteur se déclenche la nuit
      Comment donner l'accès à la femme de ménage le mardi`,
    both: `
      La caméra n'enregistre plus et vous me prélevez un abonnement arrêté en mars`,
  }),
  letters('heating', {
    service: `
      L'entretien annuel est au contrat, personne depuis deux ans
      Devis pompe à chaleur, maison de 1978, 140 m²
      Parti sans un mot et deux heures facturées
      Vous montez le dossier d'aide ?`,
    support: `
      Chaudière en sécurité EA 227
      La pression chute à 0,5
      Le thermostat dit 28, il fait 17
      Eau chaude deux minutes puis glacée
      Comment passer en mode vacances`,
    both: `
      Plus d'eau chaude depuis 5 h, défaut F22, et la dernière facture compte une pièce sous garantie`,
  }),
  letters('solar', {
    service: `
      Panneaux posés en avril, toujours pas les papiers Enedis
      Deux batteries sur la facture, une seule posée
      Prix d'une batterie 10 kW posée`,
    support: `
      L'onduleur dit perte réseau dix fois par jour
      La chaîne 2 donne la moitié
      La batterie reste à 5 %
      Comment limiter l'injection à 70`,
    both: `
      Un optimiseur est hors ligne, la production baisse, et l'acompte de la borne annulée revient quand`,
  }),
]
