import type { SurveyWords } from './words-shape.ts'

export const en: SurveyWords = {
  ask: {
    csat: { question: 'How satisfied are you with our help?', least: 'not at all', most: 'very' },
    nps: {
      question: 'How likely are you to recommend us to a friend or colleague?',
      least: 'not at all likely',
      most: 'extremely likely',
    },
    ces: {
      question: 'How easy was it to get your problem solved?',
      least: 'very hard',
      most: 'very easy',
    },
  },
  subject: 'One question from {name}',
  greeting: 'Hello {person},',
  mail: {
    csat: 'we would like to know how satisfied you are with our help.',
    nps: 'we would like to know how likely you are to recommend us.',
    ces: 'your problem is solved, and we would like to know how easy that was for you.',
  },
  answerHere: 'One question, answered in a few seconds:',
  oneClick: 'The link is for you alone and works until {date}. You can also simply reply to this mail.',
  comment: 'Anything you would like to add? (optional)',
  send: 'Send answer',
  change: 'Change answer',
  thanks: 'Thank you for your answer.',
  mayChange: 'You can change it for 24 hours.',
  choose: 'Please choose one of the numbers.',
  gone: 'This link no longer works.',
  goneMore: 'It has been used, has expired, or is not complete. You can simply reply to our mail.',
  busy: 'That was a little too often.',
  busyMore: 'Please try again in a few minutes.',
}

export const de: SurveyWords = {
  ask: {
    csat: { question: 'Wie zufrieden sind Sie mit unserer Hilfe?', least: 'gar nicht', most: 'sehr' },
    nps: {
      question: 'Wie wahrscheinlich ist es, dass Sie uns Freunden oder Kollegen weiterempfehlen?',
      least: 'sehr unwahrscheinlich',
      most: 'sehr wahrscheinlich',
    },
    ces: {
      question: 'Wie leicht war es, Ihr Problem gelöst zu bekommen?',
      least: 'sehr schwer',
      most: 'sehr leicht',
    },
  },
  subject: 'Eine Frage von {name}',
  greeting: 'Guten Tag {person},',
  mail: {
    csat: 'wir möchten gern wissen, wie zufrieden Sie mit unserer Hilfe sind.',
    nps: 'wir möchten gern wissen, wie wahrscheinlich es ist, dass Sie uns weiterempfehlen.',
    ces: 'Ihr Problem ist gelöst, und wir möchten gern wissen, wie leicht das für Sie war.',
  },
  answerHere: 'Eine Frage, in wenigen Sekunden beantwortet:',
  oneClick:
    'Der Link ist nur für Sie und gilt bis {date}. Sie können auch einfach auf diese E-Mail antworten.',
  comment: 'Möchten Sie etwas hinzufügen? (freiwillig)',
  send: 'Antwort senden',
  change: 'Antwort ändern',
  thanks: 'Vielen Dank für Ihre Antwort.',
  mayChange: 'Sie können sie 24 Stunden lang ändern.',
  choose: 'Bitte wählen Sie eine der Zahlen.',
  gone: 'Dieser Link gilt nicht mehr.',
  goneMore:
    'Er wurde benutzt, ist abgelaufen oder unvollständig. Sie können einfach auf unsere E-Mail antworten.',
  busy: 'Das war ein wenig zu oft.',
  busyMore: 'Bitte versuchen Sie es in einigen Minuten noch einmal.',
}
