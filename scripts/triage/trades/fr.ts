import { lines } from '../phrases/phrases.ts'
import type { TradeLines } from './trade-lines.ts'

export const fr: TradeLines = {
  support: lines(`
    Je n'arrive pas à m'inscrire, le formulaire affiche une erreur
    Problèmes d'inscription sur votre site
    J'ai oublié mon code PIN et je dois le récupérer
    Aucune machine ne lit la carte
    Mon code d'accès n'est pas accepté
    La création de l'identifiant se bloque à la dernière étape
    J'ai besoin d'un accès à la boîte partagée de la comptabilité
    Merci d'accorder les droits d'écriture sur le dossier du projet
    Impossible d'accéder à l'intranet, accès refusé
    Mon compte utilisateur est verrouillé après trois essais
    Réinitialisez mon mot de passe du wiki
    L'ordinateur portable est inutilisable, il faut le redémarrer toutes les heures
    La station d'accueil ne détecte pas l'écran
    En salle de réunion le partage d'écran échoue
    Outlook ne crée pas la réunion et affiche une erreur
    La messagerie est pleine et plus aucun courriel n'arrive
    Augmentez l'espace disque de la machine virtuelle
    Demande de droits administrateur pour installer des outils
    Le certificat du client VPN a expiré
    Le micro du casque reste muet en appel
    Le lecteur à l'entrée ne lit plus mon badge
    L'ancien serveur est à éteindre et son disque à effacer
    Depuis la migration les liens sont morts
    La configuration du courriel sur le téléphone professionnel échoue
    Réseau lent au troisième étage, des paquets se perdent
    Mauvaise version de Java, l'application en demande une autre
    Nous constatons des lenteurs et des plantages intermittents du tableau de bord
    Je vous signale une interruption majeure de la plateforme, personne ne peut se connecter
    Nous avons subi une fuite de données et soupçonnons un accès non autorisé aux dossiers médicaux
    Nous souhaitons des conseils pour sécuriser et chiffrer notre stockage dans le nuage
    L'intégration entre le CRM et l'outil d'envoi ne synchronise pas les contacts
    Plusieurs appareils ont disparu du réseau après la mise à jour du micrologiciel
    Notre site se charge lentement et l'extension est en conflit avec le thème
    La tâche de nuit ne s'est pas exécutée et la table est vide
    La page de connexion lève une exception depuis le déploiement
    Le casque virtuel perd le suivi et saccade
    Le compteur n'envoie plus de relevés au portail
    L'onduleur signale un défaut d'isolement
    Le chauffage reste froid, la régulation affiche F28
    Le calendrier de réservation est vide sur mobile
    Le portail patient me déconnecte quand j'envoie un document
    La plateforme de cours refuse mon fichier
    L'application ne scanne pas le code de l'automate
    La ligne grésille et les appels coupent
    Le décodeur redémarre et perd les chaînes
    La tondeuse robot ne rentre plus et signale une roue bloquée
    L'imprimante d'étiquettes n'imprime que la moitié
    La balance ne communique plus avec la caisse
    Pourquoi la mémoire gonfle jusqu'à l'arrêt du processus
    Comment connecter le scanner à la tablette en Bluetooth
    Quels ports ouvrir dans le pare-feu
    La version {v} est-elle compatible avec Windows 11
    Comment exporter tous les enregistrements en CSV par l'API
    Comment configurer l'authentification unique pour notre domaine
    Où changer la langue de l'interface
    J'ai suivi la notice mais l'assistant finit sur une croix rouge
    Le module du tableur donne de mauvais résultats
    L'antivirus bloque votre programme d'installation
  `),
  service: lines(`
    Commandez cinq écrans et une station d'accueil pour le nouveau bureau
    Demande d'achat d'une souris et d'un sac, centre de coût joint
    Il nous faut la validation du bon de commande et une date de livraison
    Devis pour dix portables avec trois ans de garantie
    Nouvel achat : enregistrez l'article et établissez le reçu
    Je souhaite des renseignements sur vos tarifs et vos formules
    Envoyez-nous le détail de votre offre de conseil en stratégie numérique
    Vos prestations de marketing nous intéressent pour développer notre marque
    Il y a un écart sur la dernière facture, le montant dépasse ce qui était convenu
    Un débit inattendu de {m} figure sur notre compte, merci de clarifier
    Quelles sont les modalités de facturation et de paiement
    Adaptez la facture à notre numéro de commande
    Nous voulons discuter d'un partenariat et recevoir une brochure
    Pouvons-nous ajouter vingt places au contrat dès le mois prochain
    Au renouvellement nous passons à la formule de base
    Envoyez le contrat signé et l'accord de traitement des données
    Qui s'occupe de notre compte et quand peut-on se voir
    Transmettez nos remerciements au technicien, excellent service
    Mon compteur a été mal relevé, la facture annuelle est énorme
    Nous déménageons à la fin du mois, résiliez le contrat d'électricité
    Baissez ma mensualité
    Mon vol a été annulé, je veux le prix du billet
    Puis-je prendre une autre valise et combien ça coûte
    Corrigez le nom sur la réservation
    L'hôtel ne ressemblait pas à la brochure, je réclame une réduction
    Il me faut un rendez-vous chez le médecin la semaine prochaine
    Envoyez-moi une copie de la facture médicale pour la mutuelle
    Pourquoi mon assurance ne couvre pas le soin
    Je déclare un sinistre sur ma voiture
    Comment inscrire mon fils au stage d'été et à quel tarif
    Reportez mon inscription à l'examen
    Je demande un certificat de résidence, quels documents apporter
    Quand ramasse-t-on les encombrants et à quel prix
    Je conteste l'amende de stationnement
    Transférez mon numéro sur le nouveau contrat
    {m} de frais d'itinérance, c'est scandaleux, c'était compris
    La tondeuse est-elle disponible au magasin de Lyon, puis-je la retirer
    La robe ne ressemble pas à la photo, je la renvoie
    Le remplacement promis n'a pas été envoyé
    Le carton était ouvert et deux verres cassés pendant le transport
    Mes points n'ont pas été crédités après l'achat
    Je n'ai jamais reçu la confirmation de commande
    La recharge a été débitée mais le solde n'a pas changé
    Combien de temps prend un virement vers une autre banque
    Relevez le plafond de ma carte
    Pourquoi ces frais en payant à l'étranger
    Je veux ajouter ma femme comme titulaire
    Quels justificatifs faut-il pour vérifier mon identité
    Où en est ma demande
    Votre conseiller m'a raccroché au nez, je veux parler à un responsable
    Je fais don de la somme au lieu du remboursement
    Je voudrais laisser un bon avis
  `),
  besideSupport: lines(`
    Je l'ai acheté chez vous en mars
    Nous avons un contrat avec vous depuis des années
    Nous payons la grande formule
    On me l'a livré la semaine dernière
    Le numéro de commande est {n}
    Je crois qu'il est encore sous garantie
    Ce n'était pas donné
    Votre commercial nous l'a recommandé
  `),
  besideService: lines(`
    J'ai regardé dans votre application
    Je l'ai vu sur votre site
    Au passage, le nouveau portail marche bien
    J'ai pu télécharger le formulaire
    Je n'ai pas d'ordinateur
    L'appareil lui-même va bien
    J'ai imprimé la confirmation
    Mon portable reste le même
  `),
  settled: lines(`
    Elle ne plante plus, merci
    L'erreur a disparu depuis hier
    Tout remarche
    Plus aucune coupure depuis la réparation
    L'imprimante imprime à nouveau, vous pouvez clore
    Nous ne voyons plus le défaut
    Il n'y a pas eu de panne chez nous
    Le remboursement est arrivé, merci
    Le colis est finalement venu ce matin
    La facture est juste maintenant, rien d'autre
    C'est réparé
    C'est réglé
  `),
  formal: lines(`
    Je me permets de vous écrire au sujet de ce qui suit
    Nous vous serions reconnaissants de votre concours
    Dites-nous si vous avez besoin d'autres précisions
    Merci de votre prompte attention
    Nous apprécions votre soutien et attendons votre retour
    J'écris au nom de notre organisation
    Pourriez-vous examiner cela dès que possible
    Votre expertise nous serait précieuse
    Cela perturbe notre activité quotidienne
    Tenez-nous informés de l'avancement
    J'espère que vous allez bien
    Nous comptons sur un traitement prioritaire
    Vous trouverez les détails ci-dessous
    Vous pouvez me joindre au numéro de ma signature
  `),
}
