/** What people write who are upset, and who are glad; folded. English, German, Spanish, French, Portuguese. Data of our own. */
export const UPSET: readonly string[] = (
  'unacceptable|outrageous|ridiculous|furious|angry|annoyed|annoying|frustrated|frustrating|disgusted|fed up|' +
  'scam|lawyer|third time|cancel everything|never again|still nothing|still waiting|disappointed|disappointing|' +
  'waste of time|let down|' +
  'unverschamt|unmoglich|frechheit|wutend|verargert|argerlich|genervt|anwalt|nie wieder|zum dritten mal|' +
  'reicht mir|enttauscht|enttauschend|katastrophe|immer noch nichts|warte immer noch|frustriert|' +
  'inaceptable|indignante|indignado|indignada|estafa|abogado|nunca mas|harto|harta|enfadado|enfadada|' +
  'decepcionado|decepcionada|molesto|molesta|sigo esperando|verguenza|' +
  'inacceptable|scandaleux|arnaque|avocat|plus jamais|furieux|furieuse|decu|decue|enerve|enervee|' +
  'toujours rien|j attends toujours|en colere|' +
  'inaceitavel|advogado|nunca mais|farto|farta|irritado|irritada|chateado|chateada|continuo a espera|vergonha'
).split('|')

export const GLAD: readonly string[] = (
  'thank you so much|thanks a lot|many thanks|great|excellent|perfect|wonderful|fantastic|amazing|awesome|brilliant|' +
  'love it|happy|pleased|delighted|works well|helpful|' +
  'vielen dank|herzlichen dank|super|perfekt|wunderbar|fantastisch|grossartig|begeistert|zufrieden|klasse|' +
  'hat geholfen|freut mich|' +
  'muchas gracias|mil gracias|excelente|perfecto|perfecta|estupendo|estupenda|genial|maravilloso|encantado|' +
  'encantada|contento|contenta|fenomenal|' +
  'merci beaucoup|un grand merci|parfait|parfaite|formidable|merveilleux|ravi|ravie|contente|satisfait|satisfaite|' +
  'muito obrigado|muito obrigada|perfeito|perfeita|otimo|otima|maravilhoso|adorei|satisfeito|satisfeita'
).split('|')

/** So near before a glad word they turn it round. */
export const TURNED: ReadonlySet<string> = new Set(
  (
    'not no never isn t wasn don didn hardly less un nicht kein keine keinen nie nunca ni sin ne pas plus jamais ' +
    'nao sem nem tampoco poco peu pouco wenig'
  ).split(' '),
)
