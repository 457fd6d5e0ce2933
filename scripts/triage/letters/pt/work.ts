import { letters } from '../letter.ts'

export const work = [
  letters('software', {
    service: `
      Quatro licenças a menos na renovação, qual o valor
      A auditoria quer a lista de suboperadores e o contrato de dados assinado
      Com quem tratamos um acordo para três filiais?
      O módulo de análise era incluso e cobraram {m}
      Tem desconto para ONG?
      Fazem treinamento presencial? quanto?`,
    support: `
      Como excluo um usuário no painel de administração?
      Onde mudo quem vê um projeto?
      A fatura não baixa, o botão não faz nada
      O SSO entra em loop desde o certificado novo
      A edição em massa pula linhas depois de 500
      A sincronização cria duplicados no CRM
      Os avisos por e-mail pararam`,
    both: `
      Mais 12 licenças desde maio, e o provisionamento SCIM dá 403 desde sexta
      A proposta de renovação está em nome de outra empresa; e as importações param em 99 por cento`,
  }),
  letters('hosting', {
    service: `
      Renovaram o domínio que cancelei, devolvam {m}
      Quanto é um dedicado de 128 GB por mês?
      Passem o contrato para o meu cliente
      As notas para o financeiro, não para mim`,
    support: `
      O site dá 502 desde as 4
      Com PHP 8 a loja fica em branco
      Os e-mails voltam, SPF fail
      Restaurem o backup de ontem, sumiu a tabela pedidos
      Como aponto o domínio para outro servidor?
      A chave ssh é recusada depois da migração`,
    both: `
      Site fora de novo, e ainda cobram o plano grande que deixamos em março`,
  }),
  letters('printers', {
    service: `
      Leram errado: 40.000 páginas, fizemos 4.000
      Vamos devolver duas máquinas do aluguel
      O toner é de outra série, troquem
      Preço da página colorida?`,
    support: `
      Atolamento na bandeja 2 e não tem papel
      sai tudo rosa
      Digitalizar para e-mail parou com a senha nova
      Offline em três micros
      SC542, fica aquecendo`,
    both: `
      Os dez toners não vieram e a do segundo andar imprime em branco`,
  }),
  letters('point of sale', {
    service: `
      Cobraram o aluguel da maquininha duas vezes
      Fechamos a loja dia 30, como devolvo a máquina e encerro o contrato?
      Qual a taxa do crédito?
      40 bobinas por favor`,
    support: `
      A maquininha não acha o servidor e a fila está na porta
      A gaveta não abre
      O fechamento do dia está errado por um cupom
      A impressora corta no meio
      Como cadastro outra alíquota?`,
    both: `
      Falta o repasse de sábado, {m}, e o leitor perde o bluetooth a cada venda`,
  }),
  letters('accounting software', {
    service: `
      A atualização foi cobrada duas vezes
      Que datas há de formação para duas pessoas?
      O módulo de salários era grátis um ano e a fatura diz outra coisa`,
    support: `
      O SAF-T não é enviado, esquema inválido
      Saldos de abertura duplicados
      A ligação ao banco parou dia 3
      Como estorno uma nota lançada no programa?
      Erro de arredondamento desde a {v}`,
    both: `
      Orçamento da versão multiempresa, e o backup da noite acaba sempre em bloqueado por outro usuário`,
  }),
  letters('personnel office', {
    service: `
      Peço demissão a partir de 30 de setembro, confirmem por escrito
      Segunda entra uma colega, que documentos ela traz?
      Registrem minha licença de maio a julho
      Estive doente de 3 a 7, atestado anexo
      Faltam as horas extras no holerite
      Quantos dias de férias eu tenho?
      Preciso de uma declaração de vínculo para o aluguel
      Mudei de conta bancária, segue o formulário
      Queria reduzir para 30 horas
      A folha de ponto da semana 22 espera aprovação da chefe
      Posso levar cinco dias para o ano que vem?`,
    support: `
      O relógio de ponto do portão B não aceita crachá
      O planejador de férias fica em branco no Edge
      O holerite em PDF pede uma senha que não sei
      Não salva minhas horas, período bloqueado`,
    both: `
      Corrijam meus dias de doença em março, e o portal de cursos não abre, diz sem perfil`,
  }),
  letters('purchasing', {
    service: `
      Comprem uma cadeira regulável para a recepção, centro de custo 4711
      A ordem {n} precisa da segunda assinatura
      Dois teclados e um monitor para a mesa 12, verba aprovada
      Chegou tudo, encerrem o pedido de compra
      Precisamos de três cotações antes dos microfones`,
    support: `
      A aprovação na ferramenta de compras volta sempre para mim
      O catálogo externo diz sessão inválida
      Os monitores novos piscam a 60 Hz`,
    both: `
      Peçam um carregador para mim, e a dock derruba as duas telas quando conecto`,
  }),
  letters('it desk', {
    service: `
      Posso ficar com o notebook emprestado mais duas semanas?
      Quem arrumou minha mesa ontem está de parabéns
      Nove dias sem resposta da TI, péssimo`,
    support: `
      Deem leitura ao Tomás na pasta do controle
      40 GB a mais no servidor de testes
      A VPN cai quando ligo
      Instalem o visualizador CAD na sala 2.14
      Arquivem a caixa da colega que saiu e ponham resposta automática
      Conta bloqueada na volta das férias
      Faltam duas pessoas na lista de distribuição
      Novo: conta, caixa e grupos iguais ao anterior
      Domingo patches nos bancos, depois reiniciem os serviços`,
    both: `
      Comprar duas telas para os estagiários, e um dos micros velhos dá tela azul ao ligar`,
  }),
  letters('machines', {
    service: `
      Cotem 6 sensores e o jogo de vedações da prensa, máquina {n}
      A peça era para o dia 4, a linha parada custa {m} por hora
      Data para a manutenção anual, semana 33
      As horas do montador no relatório não são reais
      O desenho é de outro cliente`,
    support: `
      O fuso para com alarme 2045
      Depois de atualizar o comando o trocador perde a posição
      A fotocélula não vê o filme transparente
      A pressão cai para 90 bar
      Como carrego os parâmetros no inversor novo?
      A IHM congela ao trocar receita
      A esteira roda ao contrário`,
    both: `
      A célula dá E-314 em cada partida, e precisamos da proposta da segunda garra até sexta
      A fatura do comissionamento passa {m} do pedido; e o acesso remoto à prensa também não conecta`,
  }),
  letters('logistics', {
    service: `
      Falta o palete 3 de 5, carga {n}
      De novo caminhão sem plataforma
      Preço Santos–Curitiba, 14 paletes por semana
      A diária não é nossa culpa`,
    support: `
      O EDI parou às 2:10
      Os coletores perdem o wi-fi no corredor 9
      O portal de agendamento diz fuso inválido`,
    both: `
      Dois volumes molhados, cobramos {m}, e o app do motorista desloga todos à meia-noite`,
  }),
  letters('smart home', {
    service: `
      A fechadura veio com um chaveiro e eram dois
      Vendi a casa, dá para passar o plano ao comprador?
      Não serve na minha porta, vou devolver`,
    support: `
      A fechadura trava no meio e apita cinco vezes
      A campainha chega no celular 40 segundos depois
      A central ficou offline com o roteador novo
      O sensor dispara à noite sem ninguém
      Como dou acesso à faxineira só às terças?`,
    both: `
      A câmera não grava e me cobram um plano que cancelei em março`,
  }),
  letters('heating', {
    service: `
      A revisão anual está no contrato e ninguém vem há dois anos
      Orçamento de bomba de calor, casa de 1978
      O técnico saiu sem dizer nada e cobrou duas horas
      Tratam do apoio do Estado?`,
    support: `
      A caldeira bloqueia com EA 227
      A pressão desce de 2 para 0,5
      O termóstato diz 28 e estão 17
      Água quente dois minutos e depois gelada
      Como ponho em modo férias?`,
    both: `
      Sem água quente desde as 5, erro F22, e a última fatura traz uma peça em garantia`,
  }),
  letters('solar', {
    service: `
      Painéis em abril e nada dos papéis da concessionária
      A nota tem duas baterias, veio uma
      Quanto custa uma bateria de 10 kW instalada?`,
    support: `
      O inversor diz perda de rede dez vezes por dia
      A string 2 dá metade
      A bateria não passa de 5 por cento
      Como limito a injeção a 70?`,
    both: `
      Um otimizador caiu e a geração baixou, e quando devolvem o sinal do carregador cancelado?`,
  }),
]
