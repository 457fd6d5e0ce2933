import { lines } from '../phrases/phrases.ts'
import type { TradeLines } from './trade-lines.ts'

export const pt: TradeLines = {
  support: lines(`
    Não consigo me registrar, o formulário dá erro
    Problemas com o registo de utilizador no vosso site
    Esqueci o meu PIN e tenho de recuperá-lo
    Nenhuma máquina lê o cartão
    O meu código de acesso não é aceite
    O registo de utilizador fica preso no último passo
    Preciso de acesso à caixa de correio partilhada do financeiro
    Deem permissão de escrita na pasta do projeto à nova colega
    Não consigo entrar na intranet, acesso negado
    O meu utilizador está bloqueado depois de três tentativas
    Redefinam a minha senha da wiki
    O notebook está inutilizável, tem de ser reiniciado a cada hora
    A base não detecta o monitor e o teclado tem teclas mortas
    Na sala de reunião não dá para partilhar a tela
    O Outlook não cria a reunião e mostra um erro
    A caixa de entrada está cheia e não chegam e-mails
    Aumentem o espaço em disco da máquina virtual
    Pedido de direitos de administrador para instalar ferramentas
    O certificado do cliente VPN expirou
    O microfone do fone fica mudo nas chamadas
    O leitor da entrada não lê o meu crachá
    O servidor antigo deve ser desligado e o disco apagado
    Depois da migração os links estão mortos
    A configuração do e-mail no celular da empresa falha
    Rede lenta no terceiro andar, perdem-se pacotes de dados
    Versão errada do Java, a aplicação precisa de outra
    Notamos lentidão e travamentos intermitentes no painel de análise
    Escrevo para relatar uma interrupção grave da plataforma, ninguém consegue fazer login
    Houve uma violação de dados e suspeitamos de acesso não autorizado a prontuários
    Pedimos orientação para proteger e criptografar o armazenamento na nuvem
    A integração entre o CRM e a ferramenta de e-mail não sincroniza os contatos
    Vários dispositivos sumiram da rede após atualizar o firmware
    O nosso site carrega devagar e o plugin conflita com o tema
    A tarefa da noite não rodou e a tabela está vazia
    A página de login lança uma exceção depois da implantação
    Os óculos virtuais perdem o rastreamento da cabeça e engasgam
    O medidor não envia leituras ao portal
    O inversor indica falha de isolamento
    O aquecimento continua frio e o painel mostra F28
    O calendário de marcações aparece em branco no telemóvel
    O portal do paciente me desconecta ao enviar um documento
    A plataforma de ensino não aceita o meu ficheiro
    O aplicativo não lê o código da máquina
    A linha tem chiado e as chamadas caem
    O decodificador reinicia e perde os canais
    O robô cortador não volta à base e avisa roda bloqueada
    A impressora de etiquetas imprime só metade
    A balança já não comunica com o caixa
    Porque é que a memória cresce até o processo ser encerrado
    Como ligo o scanner ao tablet por Bluetooth
    Que portas devo abrir no firewall
    A versão {v} é compatível com o Windows 11
    Como exporto todos os registos em CSV pela API
    Como configurar o login único para o nosso domínio
    Onde mudo o idioma da interface
    Segui o manual mas o assistente termina com uma cruz vermelha
    O suplemento da planilha dá resultados errados
    O antivírus bloqueia o instalador
  `),
  service: lines(`
    Encomendem cinco monitores e uma base para o novo escritório
    Requisição de compra de um rato e uma mochila, centro de custo em anexo
    Precisamos da aprovação do pedido e da data de entrega
    Orçamento para dez notebooks com três anos de garantia
    Nova compra: registem o artigo e emitam o recibo
    Gostaria de informações sobre os planos de preços e pacotes
    Enviem detalhes da oferta de consultoria em estratégia digital
    Temos interesse nos vossos serviços de marketing para fazer crescer a marca
    Há uma divergência na última fatura, o valor é maior que o combinado
    Aparece uma cobrança inesperada de {m} na nossa conta, esclareçam
    Expliquem as opções de faturação e as formas de pagamento
    Ajustem a fatura ao nosso número de pedido
    Queremos falar de uma parceria e receber um folheto
    Podemos acrescentar vinte lugares ao contrato a partir do próximo mês
    Na renovação queremos descer para o plano básico
    Enviem o contrato assinado e o acordo de tratamento de dados
    Quem cuida da nossa conta e quando nos podemos reunir
    Transmitam o nosso agradecimento ao técnico, serviço excelente
    Leram mal o meu contador e a conta anual é altíssima
    Vamos mudar de casa no fim do mês, encerrem o contrato de luz
    Baixem a minha mensalidade
    O meu voo foi cancelado, quero o valor do bilhete
    Posso levar outra mala e quanto custa
    Corrijam o nome na reserva
    O hotel não era como no folheto, exijo parte do preço
    Preciso de uma consulta com a médica na próxima semana
    Enviem cópia da fatura médica para o seguro
    Porque é que o seguro não cobre o tratamento
    Quero participar um sinistro do carro
    Como inscrevo o meu filho no curso de verão e quanto custa
    Adiem a minha inscrição no exame
    Preciso de um atestado de residência, que documentos levo
    Quando recolhem móveis velhos e quanto custa
    Contesto a multa de estacionamento
    Passem o meu número para o novo contrato
    {m} de roaming é um absurdo, disseram que estava incluído
    O cortador está disponível na loja do Porto e posso levantá-lo
    O vestido não é como na foto, vou devolvê-lo
    A substituição prometida não foi enviada
    A caixa veio aberta e dois copos partiram no transporte
    Os pontos da compra não foram creditados
    Nunca recebi a confirmação da encomenda
    A recarga foi cobrada mas o saldo é o mesmo
    Quanto demora uma transferência para outro banco
    Aumentem o limite do meu cartão
    Porque há uma taxa extra ao pagar no estrangeiro
    Quero acrescentar a minha mulher como titular
    Que documentos são precisos para verificar a minha identidade
    Em que pé está o meu pedido de reembolso
    O atendente desligou na minha cara, quero falar com um supervisor
    Doo o valor em vez do reembolso
    Gostaria de deixar uma boa avaliação
  `),
  besideSupport: lines(`
    Comprei na vossa loja em março
    Temos contrato convosco há anos
    Pagamos o plano grande
    Foi entregue na semana passada
    O número do pedido é {n}
    Acho que ainda está na garantia
    Barato não foi
    Foi o vosso comercial que recomendou
  `),
  besideService: lines(`
    Vi no vosso aplicativo
    Encontrei no vosso site
    A propósito, o novo portal está ótimo
    Consegui baixar o formulário
    Não tenho computador
    O aparelho em si está bom
    Imprimi a confirmação
    O meu celular continua o mesmo
  `),
  settled: lines(`
    Já não trava, obrigado
    O erro desapareceu ontem
    Tudo voltou a funcionar
    Não houve mais quedas desde o conserto
    A impressora voltou a imprimir, podem fechar
    Já não vemos a falha
    Aqui não houve nenhuma avaria
    O reembolso chegou, obrigado
    O pacote afinal chegou esta manhã
    A fatura agora está certa, mais nada
    Está resolvido
    Já foi consertado
  `),
  formal: lines(`
    Venho por este meio expor o seguinte
    Agradecemos a vossa colaboração
    Digam se precisam de mais informações
    Obrigado pela rápida atenção
    Valorizamos o vosso apoio e aguardamos resposta
    Escrevo em nome da nossa organização
    Poderiam verificar isto o quanto antes
    A vossa experiência seria de grande ajuda
    Isto afeta o nosso trabalho diário
    Mantenham-nos informados do andamento
    Espero que esteja tudo bem
    Contamos com um tratamento prioritário
    Seguem os detalhes abaixo
    Podem contactar-me pelo número da assinatura
  `),
}
