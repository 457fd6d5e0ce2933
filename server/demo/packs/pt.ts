import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const pt: Pack = {
  hello: ['Olá,', 'Bom dia,', 'Boa tarde,'],
  bye: ['Obrigado,', 'Cumprimentos,', 'Muito obrigada,'],
  answerHello: ['Olá {first},', 'Bom dia {first},'],
  answerBye: ['Cumprimentos,\n{agent}', 'Fico ao dispor.\n{agent}'],
  nudges: [
    'Há alguma novidade? Abrimos no sábado e gostava de ter isto resolvido.',
    'Desculpe insistir, falta alguma informação da minha parte?',
  ],
  more: [
    'Acabei de tentar e está igual. Posso enviar uma fotografia.',
    'Na outra loja acontece o mesmo desde segunda-feira.',
  ],
  thanks: [
    'Agora já funciona. Muito obrigado pela rapidez.',
    'Perfeito, tudo esclarecido.',
    'Ótimo, obrigada pela ajuda.',
  ],
  closings: ['Fico contente. Vou fechar; responda a este e-mail se voltar a acontecer.'],
  topics: {
    'late-delivery': say(
      'A encomenda {order} ainda não chegou',
      'Fiz a encomenda {order} há {days} dias e o seguimento está parado. Precisamos do artigo ({item}) antes do fim de semana.',
      'Peço desculpa pela demora. A caixa ficou noutro armazém e sai amanhã antes do meio-dia. Confirmo às dez e escrevo-lhe em qualquer caso.',
      'Foi entregue às 11h42. Devolvi os portes de envio.',
    ),
    'charged-twice': say(
      'Cobrado duas vezes: {order}',
      'O meu cartão mostra dois débitos de {amount} para a encomenda {order}. Só comprei uma vez.',
      'Tem razão, lamento: a página de pagamento repetiu o débito. Devolvi {amount} hoje; o banco demora cerca de três dias úteis.',
    ),
    'refund-when': say(
      'Quando chega o reembolso?',
      'Devolvi o artigo há {days} dias (caso {rc}) e ainda não vejo o dinheiro.',
      'A devolução {rc} está verificada e {amount} saíram esta manhã. O banco demora dois a quatro dias.',
    ),
    'invoice-address': say(
      'Fatura {invoice} com a morada antiga',
      'A fatura {invoice} ainda tem a morada antiga, embora a tenha mudado na conta.',
      'Já corrigi: emiti de novo {invoice} com a morada certa e a anterior fica como substituída.',
    ),
    'which-plan': say(
      'Que plano serve para {n} lojas?',
      'Temos {n} lojas pequenas e queremos trocar as caixas, com stock partilhado. Que plano nos aconselha?',
      'Com {n} lojas e stock partilhado compensa o plano Cadeia. Junto as duas contas; pode mudar no fim de qualquer mês.',
    ),
    'scanner-pairing': say(
      'O leitor não emparelha com a caixa',
      'O nosso P40 pisca a vermelho e a aplicação diz E-310. Firmware {version}. Já reiniciámos ambos.',
      'E-310 com firmware {version} é uma falha conhecida (KE-117). Instale a versão 2.3 por USB; são cinco minutos e o guia vai em anexo.',
      'Com a 2.3 aceita a chave nova. Volte a emparelhar em Definições, Dispositivos.',
    ),
    'printer-offline': say(
      'A impressora de etiquetas fica offline à noite',
      'A L20 está offline todas as manhãs até a desligarmos e ligarmos. Firmware {version}.',
      'É o KE-118: adormece e não responde ao router. Desligue “deep sleep” em Rede, Energia.',
    ),
    'codes-rejected': say(
      'Códigos de acesso rejeitados',
      'Desde segunda-feira os códigos de seis dígitos são rejeitados em dois telefones.',
      'Quase sempre é o relógio: ponha o telefone e a caixa com hora automática. Se continuar, reponho o segundo fator consigo ao telefone.',
    ),
    'broken-on-arrival': say(
      'Chegou avariado: encomenda {order}',
      'O artigo da encomenda {order} ({item}) não liga e a caixa vinha amassada. Preciso de outro e de passar as definições.',
      'Lamento muito. A substituição sai hoje sem esperar pelo avariado; a etiqueta é {rc}. Um colega do suporte passa as definições.',
      'A substituição está configurada e {rc} está fechado.',
    ),
  },
}
