/**
 * Words that never count, folded: function words, politeness, days and months of the five languages. One of the sources
 * was published without function words; with these left out everywhere, having them or not says nothing.
 */
const WORDS = `
a an the this that these those there here and or but if then than so as of at by for from in into on onto out over
to up with without within about after before again against between through during under above below off since until
while because is am are was were be been being do does did done doing have has had having will would shall should can
could may might must i me my mine myself you your yours yourself he him his she her hers it its we us our ours they
them their theirs who whom whose which what when where why how all any both each few more most other some such no nor
not only own same too very just also still yet ever never always now soon already even really quite much many lot lots
dont doesnt didnt isnt arent wasnt werent aint mustnt neednt longer wont cant couldnt wouldnt shouldnt hasnt havent hadnt don doesn didn isn aren
wasn weren won couldn wouldn shouldn hasn haven hadn ain im ive id ill youre youve theyre weve gonna wanna cannot
one two three first second once twice something anything nothing everything someone anyone thing things way well
please pls thanks thank thx hello hi hey dear sir madam mr mrs ms regards kind kindly best sincerely cheers morning
afternoon evening day days week weeks month months year years today yesterday tomorrow ago monday tuesday wednesday
thursday friday saturday sunday january february march april june july august september october november december
am pm sent re fw fwd ext guys team greetings appreciate ok okay fyi advise help need want like know tell let get got getting make
made say said see look go going come came take took give gave try tried trying think believe hope able possible
question questions problem problems issue issues urgent asap
sich als auf ihnen unter ob nun welch der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als so von bei fur aus in ins im an
am auf uber zu zum zur mit ohne nach vor seit bis wahrend weil dass ob ist bin bist sind war waren wird werden wurde
wurden worden habe hast hat haben hatte hatten kann kannst konnen konnte konnten konnten muss mussen musste soll sollte
sollen will wollen wollte mochte mochten darf durfen ich mich mir mein meine meinen meinem meiner meines du dich dir dein
er ihn ihm sein seine sie ihr ihre ihren ihrem ihrer es wir uns unser unsere unseren unserem unserer euch euer ihnen
man wer wen wem was wann wo warum wieso wie welche welcher welches alle alles jede jeder jedes kein keine keinen keinem
keiner keines niemals ohne nicht nichts nie niemals immer noch schon nur auch sehr mehr viel viele wieder jetzt nun heute gestern morgen
hier da dort damit daran darauf davon dazu durch gegen um unter zwischen etwa etwas einfach leider bitte danke dank
vielen hallo guten tag abend sehr geehrte geehrter geehrten damen herren frau herr liebe lieber freundlichen freundliche
grusse grussen gruss beste besten montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai
juni juli oktober dezember woche wochen monat monate monaten jahr jahre jahren tage tagen mal einmal frage fragen
problem probleme hilfe helfen brauche brauchen weiss wissen gibt geben mache machen sagen gesagt sehen team dringend
el la los las lo un una unos unas y e o u pero si entonces que como de del a al en con sin por para desde hasta entre
sobre tras ante bajo durante porque es soy eres somos son era eran fue fueron ser sido estar esta este estan estoy
estaba estado he has ha hemos han habia haber puedo puede pueden podemos podria debo debe quiero queria quisiera yo me
mi mis tu te ti su sus se nos nuestro nuestra nuestros nuestras ustedes usted vosotros vuestro ellos ellas quien cual
cuales cuando donde cuanto todo toda todos todas algun alguna algo nada nadie ningun ninguna no ni nunca jamas sin tampoco siempre ya
aun todavia tambien solo muy mas mucho muchos muchas otra otro vez ahora hoy ayer manana aqui alli esto eso esa ese
estos estas favor gracias hola buenos buenas dias tardes noches estimado estimada estimados senor senora saludos
cordiales atentamente lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio
agosto septiembre octubre noviembre diciembre semana semanas mes meses ano anos dia hace ayuda ayudar necesito pregunta
problema problemas decir dice saber hacer tengo tiene tienen urgente equipo
le les des du de au aux et ou mais donc car que qui quoi dont ou un une ce cet cette ces en dans sur sous avec sans
pour par chez vers depuis pendant avant apres entre parce est suis es sommes etes sont etait etaient ete etre ai as
avons avez ont avait avaient avoir peux peut pouvez pouvons pourrait pourriez dois doit veux veut voudrais voudrait
souhaite je moi mon ma mes tu toi ton ta tes il elle on nous notre nos vous votre vos ils elles leur leurs se sa ses
quel quelle quels quelles quand comment pourquoi tout toute tous toutes aucun aucune rien jamais toujours ne pas plus
encore deja aussi tres trop bien peu beaucoup autre autres fois maintenant aujourd hui hier demain ici cela ceci ca
merci bonjour bonsoir madame monsieur cher chere cordialement salutations lundi mardi mercredi jeudi vendredi samedi
dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre semaine semaines mois annee
jour jours aide aider besoin question probleme problemes dire dit savoir faire fait urgent equipe svp
os um uma uns umas e ou mas se entao que como do da dos das de no na nos nas ao aos em com sem por pelo pela para desde
ate entre sobre durante porque sou somos sao era eram foi foram ser sido estar estou estao estava estive tenho tem temos
tinha ter posso pode podem podemos poderia devo deve quero queria gostaria eu mim meu minha meus minhas tu seu sua seus
suas ele ela eles elas nos nosso nossa nossos nossas voces voce vos quem qual quais quando onde quanto todo toda todos
todas algum alguma algo nada ninguem nenhum nenhuma nao sem nem nunca sempre ja ainda tambem so muito mais outro outra vez
agora hoje ontem amanha aqui isto isso esse essa este esta obrigado obrigada ola bom boa dia tarde noite prezados
prezado prezada senhor senhora caro cara cumprimentos atenciosamente segunda terca quarta quinta sexta feira janeiro
fevereiro marco maio junho julho setembro outubro novembro dezembro semana mes meses ano anos dias ajuda ajudar preciso
pergunta problema problemas dizer diz saber fazer urgente equipa equipe faz ha la
il lo gli dei della di che non per con una sono questo het een van en niet dat ik je met voor op
`
const fillers: ReadonlySet<string> = new Set(WORDS.split(/\s+/))

/** Words that turn the meaning of what follows: they decide nothing, but a reason that leaves them out reads wrong. */
const TURNING = new Set(
  'not no never cannot cant wont dont doesnt didnt isnt nicht kein keine keinen nie no nunca ne pas jamais nao sem'.split(
    ' ',
  ),
)

/** `word`: folded, without apostrophes. */
export const isFiller = (word: string): boolean => word.length < 2 || fillers.has(word)
export const isTurning = (word: string): boolean => TURNING.has(word)
