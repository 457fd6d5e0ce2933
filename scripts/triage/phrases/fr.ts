import { lines } from './phrases.ts'
import type { Phrases } from './phrases.ts'

export const fr: Phrases = {
  language: 'fr',
  support: lines(`
    {p} plante à chaque ouverture depuis la mise à jour
    L'application se ferme toute seule quand j'enregistre
    Un message d'erreur s'affiche et rien ne se passe
    Code erreur 0x80070057 à l'installation de la version {v}
    {p} ne démarre plus, l'écran reste noir
    La page ne se charge pas, ça tourne sans fin
    Impossible de me connecter, le mot de passe serait incorrect
    Le lien de réinitialisation du mot de passe a expiré
    Le code de la double authentification n'arrive jamais
    L'appareil ne se connecte pas au Wi-Fi
    L'appairage Bluetooth échoue avec mon téléphone
    La synchronisation entre l'ordinateur et le mobile ne fonctionne plus
    Mes fichiers ont disparu après la migration
    {p} est très lent et se fige
    L'imprimante est hors ligne et n'imprime pas
    La mise à jour du micrologiciel a échoué, l'appareil ne répond plus
    La batterie se vide en une heure et chauffe
    Aucun son dans le haut-parleur gauche
    L'écran tactile ne réagit pas
    L'import échoue, délai dépassé
    Le fichier exporté est vide, il manque des colonnes
    L'API renvoie une erreur 500
    Les webhooks n'arrivent pas sur notre serveur
    Panne totale, personne n'accède au système
    Le serveur est injoignable, tout le bureau est à l'arrêt
    Les notifications n'apparaissent pas sur Android
    Comment configurer le proxy
    Comment installer le pilote sous Linux
    L'intégration avec Outlook a perdu la connexion
    Il y a un bug dans le rapport, les totaux sont mal calculés
    Le bouton est grisé, cliquer ne fait rien
    Page blanche dans Firefox, dans Chrome ça marche
    La caméra n'affiche qu'une image grise
    Le voyant clignote en rouge et l'association échoue
    Le capteur affiche de mauvaises mesures
    Le moteur fait un bruit bizarre et s'arrête
    Le lave-vaisselle affiche E24 et ne vidange pas
    La box redémarre toute seule plusieurs fois
    J'ai réinstallé et redémarré mais le dysfonctionnement persiste
    Ci-joint les journaux et une capture d'écran
    Accès refusé à l'ouverture du dossier partagé
    Le certificat n'est pas valide et le navigateur avertit
    Les données s'affichent mal depuis la nouvelle version
    La sauvegarde ne se lance pas, le disque est plein
    Le VPN se déconnecte au bout de quelques minutes
    La clé de licence est refusée à l'activation
    La recherche ne trouve rien alors que les fiches existent
    Après la coupure de courant le thermostat a perdu ses réglages
    Il bipe trois fois et s'éteint
    L'application reste bloquée sur l'écran de chargement
    Le câble est reconnu mais ne charge pas
    La machine est en panne, elle ne s'allume pas
    L'affichage scintille, sans doute un défaut matériel
    Coupures internet permanentes, vérifiez la ligne
    L'extension n'est pas compatible
    Quels paramètres pour IMAP
    Le logiciel ne reconnaît pas le scanner
    À l'enregistrement, erreur interne du serveur
    Le code PIN est bloqué après trois essais
    Le lecteur de carte ne fonctionne pas
    Comment paramétrer la messagerie sur le téléphone
    Depuis hier la connexion au portail ne marche plus
  `),
  service: lines(`
    Où est ma commande {n}, elle devrait être arrivée
    Je souhaite retourner {p} et être remboursé
    Je résilie mon abonnement à la fin de la période
    La facture est fausse, vous m'avez prélevé {m} deux fois
    J'ai été débité après ma résiliation
    Envoyez-moi la facture de mon dernier paiement
    Quand vais-je recevoir le remboursement de {m}
    Le colis est arrivé abîmé, je veux un remplacement
    Vous avez livré le mauvais article, mauvaise couleur et mauvaise taille
    Je veux changer l'adresse de livraison de la commande {n}
    Puis-je modifier l'adresse de facturation et le numéro de TVA
    Pouvez-vous nous faire un devis pour 50 licences
    Combien coûte l'offre premium par utilisateur
    Nous voulons passer à la formule supérieure
    Nous voulons renouveler le contrat, quelle remise proposez-vous
    Mon code promo n'a pas été déduit du prix
    Je porte réclamation contre votre personnel, c'est inadmissible
    Le technicien n'est pas venu au rendez-vous
    Personne ne m'a rappelé, je suis très déçu de votre société
    J'exige un dédommagement pour le retard
    Quel est le délai de livraison en Belgique
    Livrez-vous à l'étranger et quels sont les frais de port
    Quand {p} sera de nouveau en stock
    Quel produit me convient, pouvez-vous me conseiller avant l'achat
    Je veux clôturer mon compte client et supprimer mes données
    Merci de changer mon nom, je me suis mariée
    Le paiement a été refusé mais l'argent a quitté mon compte bancaire
    Je ne reconnais pas ce débit sur mon relevé
    Le prélèvement a été effectué trop tôt
    Puis-je payer en plusieurs fois ou par virement
    Combien de points de fidélité ai-je
    Je veux échanger les chaussures contre une autre pointure
    Le suivi du colis ne bouge plus, est-il perdu
    Il manque un article dans la livraison
    J'en ai acheté deux et n'en ai reçu qu'un
    Merci de confirmer ma réservation
    Je dois déplacer mon rendez-vous
    Désinscrivez-moi de la lettre d'information
    Votre hausse de prix est scandaleuse, je pars chez un concurrent
    C'est moins cher ailleurs, pouvez-vous vous aligner sur le tarif
    J'ai besoin d'une copie du contrat
    Quel est le préavis
    J'ai reçu une relance alors que la facture est réglée
    Le montant du reçu ne correspond pas à mon achat
    Nous voulons commander 20 pièces de plus
    Quels sont les horaires de votre magasin
    Félicitez votre collègue, elle a été formidable
    J'ai une suggestion pour votre gamme
    Qui est notre nouveau commercial
    Nous souhaitons une formation pour les nouveaux employés, à quel tarif
    Combien de temps dure la garantie et le délai de retour
    Je conteste les pénalités de retard
    Ma nouvelle carte n'est pas arrivée par la poste
    Pourquoi des frais pour le virement
    Annulez la commande {n} avant l'expédition
    Je veux parler à un responsable de cette plainte
    Mettez à jour mon téléphone et mon adresse
    Le livreur a laissé le colis à un inconnu
    Remboursez-moi les frais d'envoi
    J'attends l'avoir
    Le vendeur m'avait promis une réduction
    Je me rétracte de mon achat
  `),
  neutral: lines(`
    Je vous ai déjà écrit plusieurs fois
    Je suis client depuis plus de dix ans
    Ce n'est pas possible
    Je suis vraiment en colère
    Je vous remercie d'une réponse rapide
    Répondez-moi au plus vite
    Une collègue m'a dit de vous écrire
    Cela dure depuis deux semaines
    Vous pouvez aussi m'appeler
    J'en ai assez
    J'espère que vous allez bien
    Comme convenu la semaine dernière
    Nous sommes une petite entreprise familiale du nord
    Je ne sais pas à qui m'adresser
    C'est pour ma mère qui a 80 ans
    La dernière fois vous avez été très aimables
    Sans solution vendredi je saisis mon avocat
    Désolé pour ce long message
  `),
  greetings: lines(`
    Bonjour,
    Madame, Monsieur,
    Bonjour à tous,
    Bonsoir,
    Chère équipe,
  `),
  closings: lines(`
    Cordialement
    Bien cordialement
    Merci
    Salutations distinguées
    Bien à vous
  `),
  products: lines(`
    l'application
    la console Atlas
    ma tablette
    la box Nimbus
    la chaudière
    le logiciel
    la cafetière
    le casque
    le portail
    l'aspirateur
  `),
}
