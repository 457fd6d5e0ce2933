import { letters } from '../letter.ts'

export const more = [
  letters('card payments', {
    service: `
      Por que cobram para recarregar com cartão de fora?
      Meu salário não caiu e o patrão diz que mandou segunda
      O caixa deu 80 e descontaram 100
      Usaram meu cartão no mercado, quero o dinheiro de volta
      Cadê o cartão que vocês mandaram?
      Minha filha de 16 pode abrir conta?
      Quem recebe diz que não chegou nada`,
    support: `
      Não consigo ver a senha do cartão no app, o campo fica cinza
      Nenhuma loja lê o chip
      A selfie não passa, a câmera fica preta
      Errei o código cinco vezes e fiquei de fora do app
      O cartão virtual não entra na carteira do celular`,
    both: `
      O hotel foi cobrado em dobro, {m}, e desde ontem o app recusa meu código`,
  }),
  letters('beauty salon', {
    service: `
      Queria passar minha escova de sexta para sábado
      Pintaram da cor errada e não querem refazer
      Quanto fica o pacote de noiva?
      Paguei o sinal e a moça diz que não consta`,
    support: `
      O site de agendamento não mostra nenhuma profissional
      O secador da cadeira 2 desliga sozinho
      O sistema da recepção não abre a agenda, tela branca`,
    both: `
      Devolvam o sinal do dia 8, e o link de agendar no celular dá página não encontrada`,
  }),
  letters('driving school', {
    service: `
      Dá para trocar a aula de terça por quinta?
      Reprovei e querem outra matrícula, não foi o combinado
      O instrutor atrasou meia hora e descontou a aula inteira`,
    support: `
      Os simulados do app não salvam meu progresso
      O simulador perde a imagem na curva
      A biometria não reconhece meu dedo na aula teórica`,
    both: `
      Devolvam a aula que não tive, e o app de simulado fecha na questão 12`,
  }),
  letters('fuel station', {
    service: `
      Abasteci 40 e cobraram 60, tenho o cupom
      Os pontos do aplicativo não entraram
      O frentista foi grosso com a minha esposa
      Fazem contrato para frota de oito carros?`,
    support: `
      A bomba 3 não lê o cartão de frota
      O calibrador mostra erro e não enche
      O app de pagamento não gera o código na bomba`,
    both: `
      Cobraram {m} a mais na sexta, e o leitor da bomba 2 recusa todos os nossos cartões de frota com erro \
        51`,
  }),
  letters('notary', {
    service: `
      Preciso da segunda via da escritura
      Quanto custa reconhecer firma e tem que marcar?
      Escreveram meu sobrenome errado na certidão`,
    support: `
      A assinatura digital do site pede um plugin que não existe
      O documento assinado abre como assinatura inválida`,
    both: `
      Cobraram diferente do orçamento, e a videochamada para assinar cai em dois minutos`,
  }),
  letters('it desk requests', {
    service: `
      O contrato de manutenção do plotter vence, preparem a ordem de renovação
      O vendedor novo precisa de telefone, custo do comercial
      Nota do cabeamento para aprovar
      Material chegou, inventariem e encerrem o pedido
      Inscrevam duas pessoas no curso de maio`,
    support: `
      Perdi a unidade de rede quando mudei de mesa
      Mais dois núcleos e memória no servidor de relatórios
      O servidor não responde depois da manutenção
      Permissão de edição na wiki para a auditoria
      O login no terminal demora dez minutos
      Desativem as contas de quem saiu
      Liberem o endereço do scanner no firewall
      O ponto de rede da sala está morto
      A fila de impressão travou`,
    both: `
      Comprar um monitor para a mesa 9, e a dock velha parou de carregar`,
  }),
  letters('long letters', {
    service: `
      Sou cliente desde 2009 e nunca reclamei, mas o jeito que o atendente falou ontem com minha esposa, \
        cortando e \
        rindo, é inadmissível e espero um pedido de desculpas
      Resumindo: pago em janeiro, entregue em março, cor errada, devolvido em abril, e desde então \
        silêncio. Ou o certo ou meu dinheiro
      Somos uma padaria com três lojas e pensamos em comprar de vocês. Antes queríamos saber pedido mínimo, \
        prazo de \
        pagamento e se entregam antes das seis
      Meu pai faleceu em maio. Segue a certidão; peço que encerrem o contrato, digam o que falta pagar e \
        escrevam em meu nome
      A máquina está ótima, nada a reclamar. É a fatura: o valor da hora não é o do contrato
      Não me falem de aplicativo. Quero que alguém me ligue por causa da conta
      A atualização correu bem. O que não aceito é a cobrança, o vendedor disse que era de graça
      Olhem, o vale da avó do ano passado ainda serve?`,
    support: `
      Estou nisso desde as seis: desinstalei, instalei, outro computador, outro navegador, e continua fim \
        de arquivo \
        inesperado. O pedido é {n} se precisarem
      Pagamos uma fortuna por mês e isto está parado desde ontem. Ponham a funcionar
      Chegou na terça, bem embalado, rápido. Mas não faz nada: aperto o botão, luz vermelha e pronto
      Quem mexe nisso é o meu marido e ele viajou. A TV diz sem sinal e há quatro comandos. Carrego em qual?
      Compramos o sistema no ano passado e queremos mudá-lo de servidor; quais os passos e o que paramos \
        antes?
      Renovei a licença, nota recebida, tudo certo. Só que o programa continua dizendo expirado e não me \
        deixa entrar
      Em que menu, por gentileza, se liga o backup automático?
      Não quero dinheiro nem mudar o contrato, só que o aquecimento pare de se desligar à noite`,
    both: `
      Duas coisas. A fatura está em nome da minha antiga empresa, refaçam. E desde a mudança o scanner \
        manda tudo em dobro
      Estou farto: a máquina para toda noite com um erro que ninguém explica, e ainda cobram a visita em \
        que não consertaram nada
      É sobre o pedido {n}, uma semana atrasado. Já agora: na minha conta aparece o nome de outra pessoa, \
        parece bug
      Renovamos por um ano ao preço oferecido. Vejam também por que o relatório da noite vem vazio desde o \
        dia 1
      Cancelem minha assinatura no fim do mês. Até lá que funcione, os vídeos param em dez segundos
      Obrigada pela rapidez. Uma xícara veio quebrada, reponham, e a cafeteira vaza por baixo quando \
        esquenta`,
  }),
]
