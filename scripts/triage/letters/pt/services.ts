import { letters } from '../letter.ts'

export const services = [
  letters('bank', {
    service: `
      Tem uma compra de {m} que não fiz, quero contestar
      Aumentem a transferência programada do aluguel em 50 a partir de março
      Mudei de casa e a fatura ainda vai para o endereço antigo
      Quanto rende um CDB de dez mil em dois anos?
      Encerrar conta conjunta depois do divórcio, quais documentos?
      A gerente disse sem tarifa e agora cobram
      Preciso do informe de rendimentos do ano passado
      Com quem falo sobre a prestação da casa?
      Aumentem o limite do meu cartão`,
    support: `
      O app do banco fica branco depois da senha
      Como instalo o aplicativo no celular novo se o antigo quebrou?
      A notificação para autorizar não chega
      Onde ligo os avisos de compra?
      O reconhecimento facial parou com a atualização
      Aproximação não funciona mais, inserindo sim
      O extrato em PDF abre vazio
      Troquei de aparelho, como cadastro o token?
      O Pix dá erro inesperado na hora de confirmar`,
    both: `
      Cobraram {m} de juros com limite contratado, e não consigo ver nada, o app me expulsa no login
      Mandem o cartão para o novo endereço, e como ativo o app no segundo celular? o código nunca chega`,
  }),
  letters('insurance', {
    service: `
      Granizo no dia 12, fotos e laudo anexos, e agora?
      Vendi o carro, cancelem a apólice e devolvam o resto
      Subiu um terço sem aviso
      Negaram o sinistro {n} por um papel que ninguém pediu
      Posso incluir minha companheira no residencial?`,
    support: `
      O formulário volta à primeira página quando anexo foto
      O portal diz que minha data de nascimento não confere
      O rastreador do carro está com luz vermelha e não envia`,
    both: `
      Cancelem o seguro da bicicleta, e o app acaba com a bateria desde quinta, o que houve?
      Ainda espero os {m} da infiltração, e todo arquivo que envio dá erro 413`,
  }),
  letters('airline', {
    service: `
      Adiantaram o voo seis horas e perdemos a conexão, remarquem
      A mala chegou sem alça, quem paga?
      Cobraram 60 por uma mochila que cabia
      Quatro horas de atraso, qual indenização?
      Sobrenome errado na reserva {n}, corrigem?`,
    support: `
      O check-in diz passageiro não encontrado
      O cartão de embarque não vai para a carteira
      O mapa de assentos aparece vazio
      O campo do passaporte só aceita 8 caracteres`,
    both: `
      Reembolsem o voo cancelado, e a conta de milhas recusa minha senha desde sábado`,
  }),
  letters('rail', {
    service: `
      Comboio suprimido, cheguei três horas depois, quero metade
      Fui multado com bilhete na mão
      Deixei uma mochila cinzenta no das 17
      Há passe jovem aos 24?`,
    support: `
      A máquina engoliu o cartão e está fora de serviço
      O QR do bilhete está desfocado e a cancela não abre
      A app esquece o meu passe a cada arranque`,
    both: `
      Duas horas de atraso na sexta, indemnizem-me, e o formulário de reclamações aparece em branco`,
  }),
  letters('hotel', {
    service: `
      Berço e quarto silencioso, chegamos umas 23h
      Cobraram o frigobar e não abrimos
      Dá para sair às 15h no domingo? quanto?
      Barata no banheiro e a recepção nem ligou
      Reservei junho, era julho
      Quanto custa sala com almoço para 25?`,
    support: `
      O cartão não abre o 214, terceira vez hoje
      A TV está sem sinal
      O wi-fi de hóspedes não aceita a senha
      O cofre não abre com nosso código
      O ar mostra E5 e sopra quente`,
    both: `
      A luz do banheiro não acende, e tirem o café da manhã da conta, não tomamos`,
  }),
  letters('restaurant', {
    service: `
      Mesa para seis na sexta, um vegano e um cadeirante
      Chegou frio depois de 90 minutos e sem bebida
      Fazem buffet para 60? quanto por cabeça
      Tem uma garrafa na conta que não pedimos`,
    support: `
      O widget de reserva não mostra horários
      A tela da cozinha não recebe pedidos do caixa
      O app diz fora da área e moro do lado`,
    both: `
      Cobraram dois pratos a mais, e o vale online nunca é aceito, fica validando`,
  }),
  letters('parcel', {
    service: `
      Consta entregue ao vizinho, não tenho vizinho
      Jogaram por cima do portão e quebrou tudo, quem paga?
      Guardem na agência até dia 20
      Quanto é uma caixa de 12 kg para a Noruega?
      A coleta era às 10 e são 18
      A alfândega quer {m} por um presente`,
    support: `
      O armário 14 não abre, aceita o código
      A etiqueta imprime pela metade
      Nossa loja recebe token inválido da API de vocês
      O coletor não lê os códigos novos`,
    both: `
      Perderam o pacote {n}, quero meus {m}, e o formulário não envia, depois do captcha nada`,
  }),
  letters('clinic', {
    service: `
      Passem minha consulta de quinta para a tarde
      Cobraram um raio-x que não fiz
      Enviem meu prontuário para o médico novo
      Atendem convênio?
      Gritaram meu diagnóstico na sala de espera
      O atestado não chegou na empresa`,
    support: `
      Teleconsulta: vejo o médico e não sai som
      A agenda aparece vazia em todos os meses
      O app não acha o aparelho auditivo esquerdo
      O portal pede segundo código e não manda`,
    both: `
      Corrijam minha carteirinha, a conta foi para outro lugar, e a receita digital dá erro 12`,
  }),
  letters('town hall', {
    service: `
      Duas multas no mesmo dia, uma está errada
      O que levo para o passaporte do bebê?
      Três semanas sem recolher o lixo
      Pedi o subsídio em março e nada
      Paguei o IPTU em dobro, devolvam
      Quero marcar o cartão de cidadão`,
    support: `
      O formulário online volta sempre ao início
      O site não lê meu certificado digital
      O PDF não deixa preencher, campos bloqueados
      O gov.br entra em looping no portal de vocês`,
    both: `
      Contesto a taxa de lixo, está mal calculada; e a página de pagamento da prefeitura cai sempre`,
  }),
  letters('school', {
    service: `
      A Bia está com febre, falta hoje e amanhã
      Pode faltar sexta? casamento na família
      Não dá para pagar o passeio de uma vez
      Queria uma reunião com a professora
      A cantina de abril cobrou dobrado`,
    support: `
      A plataforma diz que nossa turma não existe
      O quadro da sala 7 não responde à caneta
      Os tablets não entram no wi-fi da escola
      O app dos pais não mostra mensagens`,
    both: `
      Justifiquem a falta do Davi no dia 14, e o tablet dele diz bloqueado pelo administrador`,
  }),
  letters('university', {
    service: `
      Quero trancar o semestre, até quando?
      Cancelem minha inscrição na prova, atestado anexo
      Cobram a propina e a bolsa cobre
      A nota de Estatística está errada
      Preciso do histórico em inglês`,
    support: `
      A eduroam me derruba a cada dez minutos
      O TCC não sobe, limite de 3 MB
      O programa da prova não acha o microfone
      Como instalo o programa de estatística com a licença?`,
    both: `
      Inscrevam-me no exame de recurso, e as aulas gravadas travam em todos os meus aparelhos`,
  }),
  letters('gym', {
    service: `
      Quebrei a perna, congelem o plano até outubro
      Cobraram {m} depois que saí
      A sauna entra no plano estudante?
      A professora é ótima, avisem`,
    support: `
      A catraca não lê minha pulseira
      A esteira 5 para sozinha
      Agendar aula dá erro desconhecido`,
    both: `
      Cancelo em junho; até lá façam minha pulseira abrir, só pisca vermelho`,
  }),
  letters('tickets', {
    service: `
      Cancelaram o show, quando devolvem?
      Dois ingressos para a noite errada, dá para trocar?
      Vendi para um amigo, mudem o nome`,
    support: `
      O PDF do ingresso é uma página em branco
      A fila me derrubou no lugar 12
      O QR não passou na porta
      O app fecha quando abro meus ingressos`,
    both: `
      As camisetas do VIP não vieram, e o ingresso de sexta diz formato inválido`,
  }),
  letters('charity', {
    service: `
      Quero doar 20 por mês
      Meu marido faleceu, parem de escrever para ele
      Preciso do recibo da doação`,
    support: `
      A página de doação diz sessão expirada depois do cartão
      A maquininha não conecta no celular`,
    both: `
      Debitaram duas vezes, devolvam uma, e não entro no meu perfil, o e-mail não chega`,
  }),
  letters('energy', {
    service: `
      {m} para uma quitinete? leram errado
      Entrei dia 1, leitura 48210, liguem no meu nome
      Baixem minha potência contratada, quanto custa?
      Tarifa verde: preço e desde quando?
      Cortaram por engano e perdi o freezer todo`,
    support: `
      O carregador pisca roxo e não carrega
      Não dá para enviar a leitura, valor inválido
      O medidor mostra Err 22
      O gráfico de consumo está vazio desde maio`,
    both: `
      Corrijam a conta final do apartamento antigo, e o contador do novo está apagado, como ligo?`,
  }),
  letters('telecom', {
    service: `
      Cancelei em maio e em julho veio conta
      Prometeram cinco meses grátis
      Técnico das 8 às 13, ninguém, quarta vez
      Portabilidade para o dia 30
      {m} de ligações para a Tunísia que não fiz
      Tem fibra na minha rua?`,
    support: `
      Às 8 da noite a internet cai, a luz pisca
      Sem sinal de linha desde a mudança
      Não abre a página do roteador
      40 megas em vez de 100 no cabo
      Como desvio chamadas para o telemóvel?
      Sem dados desde a troca do chip
      A box reinicia e perde os canais`,
    both: `
      Sem internet desde quinta e quero desconto desses dias
      Plano errado na fatura, e o wi-fi de cima cai desde o roteador novo`,
  }),
  letters('streaming', {
    service: `
      Pago premium em duas contas, encerrem uma
      Prometeram mês grátis e cobraram logo
      Tem plano família?
      Tiraram a série, eu pago por ela`,
    support: `
      Em 4K trava
      Erro 5003 na TV
      A legenda vem atrasada
      Os downloads somem
      sai som mas a imagem é preta`,
    both: `
      Devolvam meu preço de estudante, e o app não passa de 3 por cento na TV`,
  }),
  letters('property', {
    service: `
      O condomínio não bate, quero ver os recibos
      Quando devolvem a caução? saí em fevereiro
      O vizinho faz festa toda noite
      Ninguém limpa a escada desde a Páscoa
      Aviso com quanto tempo que vou sair?`,
    support: `
      O elevador parou no 4º de porta aberta
      O interfone toca mas não abre
      O radiador do quarto fica frio
      O portal do inquilino sempre pede cadastro`,
    both: `
      O portão eletrônico está morto há uma semana, e cobram um jardineiro que não existe`,
  }),
]
