import type { SurveyWords } from './words-shape.ts'

export const es: SurveyWords = {
  ask: {
    csat: {
      question: '¿Qué grado de satisfacción tiene con nuestra ayuda?',
      least: 'muy bajo',
      most: 'muy alto',
    },
    nps: {
      question: '¿Con qué probabilidad nos recomendaría a un amigo o colega?',
      least: 'nada probable',
      most: 'muy probable',
    },
    ces: {
      question: '¿Con qué facilidad se resolvió su problema?',
      least: 'con mucha dificultad',
      most: 'con mucha facilidad',
    },
  },
  subject: 'Una pregunta de {name}',
  greeting: 'Hola, {person}:',
  mail: {
    csat: 'nos gustaría saber qué grado de satisfacción tiene con nuestra ayuda.',
    nps: 'nos gustaría saber con qué probabilidad nos recomendaría.',
    ces: 'su problema está resuelto y nos gustaría saber con qué facilidad.',
  },
  answerHere: 'Una sola pregunta, se responde en unos segundos:',
  oneClick:
    'El enlace es solo para usted y funciona hasta el {date}. También puede responder a este correo sin más.',
  comment: '¿Quiere añadir algo? (opcional)',
  send: 'Enviar respuesta',
  change: 'Cambiar respuesta',
  thanks: 'Gracias por su respuesta.',
  mayChange: 'Puede cambiarla durante 24 horas.',
  choose: 'Elija uno de los números.',
  gone: 'Este enlace ya no funciona.',
  goneMore: 'Se ha usado, ha caducado o no está completo. Puede responder a nuestro correo sin más.',
  busy: 'Han sido demasiados intentos seguidos.',
  busyMore: 'Vuelva a intentarlo dentro de unos minutos.',
}

export const fr: SurveyWords = {
  ask: {
    csat: {
      question: 'Dans quelle mesure êtes-vous satisfait de notre aide ?',
      least: 'pas du tout',
      most: 'tout à fait',
    },
    nps: {
      question: 'Quelle est la probabilité que vous nous recommandiez à un ami ou à un collègue ?',
      least: 'très faible',
      most: 'très élevée',
    },
    ces: {
      question: 'Dans quelle mesure a-t-il été facile de résoudre votre problème ?',
      least: 'très difficile',
      most: 'très facile',
    },
  },
  subject: 'Une question de {name}',
  greeting: 'Bonjour {person},',
  mail: {
    csat: 'nous aimerions savoir dans quelle mesure vous êtes satisfait de notre aide.',
    nps: 'nous aimerions savoir quelle est la probabilité que vous nous recommandiez.',
    ces: 'votre problème est résolu, et nous aimerions savoir dans quelle mesure cela a été facile pour vous.',
  },
  answerHere: 'Une seule question, quelques secondes :',
  oneClick:
    'Ce lien est pour vous seul et fonctionne jusqu’au {date}. Vous pouvez aussi répondre simplement à ce message.',
  comment: 'Souhaitez-vous ajouter quelque chose ? (facultatif)',
  send: 'Envoyer la réponse',
  change: 'Modifier la réponse',
  thanks: 'Merci de votre réponse.',
  mayChange: 'Vous pouvez la modifier pendant 24 heures.',
  choose: 'Veuillez choisir un des nombres.',
  gone: 'Ce lien ne fonctionne plus.',
  goneMore: 'Il a été utilisé, a expiré ou est incomplet. Vous pouvez simplement répondre à notre message.',
  busy: 'C’était un peu trop souvent.',
  busyMore: 'Veuillez réessayer dans quelques minutes.',
}

export const pt: SurveyWords = {
  ask: {
    csat: {
      question: 'Qual é o seu grau de satisfação com a nossa ajuda?',
      least: 'muito baixo',
      most: 'muito alto',
    },
    nps: {
      question: 'Qual a probabilidade de nos recomendar a um amigo ou colega?',
      least: 'nada provável',
      most: 'muito provável',
    },
    ces: {
      question: 'Quão fácil foi resolver o seu problema?',
      least: 'muito difícil',
      most: 'muito fácil',
    },
  },
  subject: 'Uma pergunta de {name}',
  greeting: 'Olá, {person},',
  mail: {
    csat: 'gostaríamos de saber qual é o seu grau de satisfação com a nossa ajuda.',
    nps: 'gostaríamos de saber qual é a probabilidade de nos recomendar.',
    ces: 'o seu problema está resolvido e gostaríamos de saber quão fácil foi para si.',
  },
  answerHere: 'Uma só pergunta, respondida em segundos:',
  oneClick: 'A ligação é só para si e funciona até {date}. Também pode simplesmente responder a este e-mail.',
  comment: 'Quer acrescentar alguma coisa? (opcional)',
  send: 'Enviar resposta',
  change: 'Alterar resposta',
  thanks: 'Obrigado pela sua resposta.',
  mayChange: 'Pode alterá-la durante 24 horas.',
  choose: 'Escolha um dos números.',
  gone: 'Esta ligação já não funciona.',
  goneMore: 'Foi usada, expirou ou não está completa. Pode simplesmente responder ao nosso e-mail.',
  busy: 'Foram tentativas a mais.',
  busyMore: 'Tente novamente dentro de alguns minutos.',
}
