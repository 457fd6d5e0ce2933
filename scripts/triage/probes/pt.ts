import type { Probe } from './probe.ts'

export const pt: readonly Probe[] = [
  {
    kind: 'support',
    subject: 'Sistema parado',
    body: `Bom dia,

desde hoje cedo o sistema da loja não abre. Aparece "falha ao conectar ao servidor" em todos os computadores. Já reiniciamos o roteador e nada. Podem verificar, por favor?

Atenciosamente
Marcos`,
  },
  {
    kind: 'support',
    subject: '',
    body: 'esqueci a senha e o código não chega no celular, não consigo entrar',
  },
  {
    kind: 'support',
    subject: 'DE NOVO',
    body: 'O programa trava TODA VEZ que mando imprimir!!! Já perdi o trabalho três vezes. Resolvam isso.',
  },
  {
    kind: 'service',
    subject: 'A minha compra',
    body: 'Comprei um casaco a 3 de fevereiro e até hoje não recebi nada. O rastreio diz "em distribuição" há uma semana. Quero saber onde está ou receber o dinheiro de volta.',
  },
  {
    kind: 'service',
    subject: 'Proposta',
    body: `Prezados,

somos uma escola e gostaríamos de contratar o vosso serviço a partir de setembro. Qual seria o preço para 400 alunos e há desconto no pagamento anual?

Com os melhores cumprimentos
A secretaria`,
  },
  { kind: 'service', subject: 'cancelar', body: 'quero cancelar agora, não pago nem mais um mês' },
  {
    kind: 'both',
    subject: 'Impressora nova',
    body: 'A impressora que me enviaram não liga e ainda cobraram o frete duas vezes. Digam como a ponho a funcionar e devolvam o que cobraram a mais.',
  },
  {
    kind: 'both',
    subject: '',
    body: 'pedi o kit duas vezes sem querer, um posso devolver. o outro não emparelha com o celular, tentei três vezes',
  },
  {
    kind: 'both',
    subject: 'Caldeira',
    body: 'A caldeira instalada no mês passado desliga todas as noites com o código 4 e de manhã não há água quente. E o técnico faturou duas horas quando esteve cá vinte minutos. Vejam isso e corrijam a fatura.',
  },
  {
    kind: 'support',
    subject: 'Caixa',
    body: 'Olá, comprei a caixa registadora há dois anos na vossa loja e paguei bastante. Desde hoje de manhã a gaveta não abre no fim da venda; o talão sai, mas nada estala. Falhou-me alguma configuração?',
  },
  {
    kind: 'service',
    subject: 'Reserva 8841',
    body: 'Bom dia, reservei um quarto pelo vosso aplicativo e correu tudo bem. Só que os meus planos mudaram: podem passar a estadia para o fim de semana seguinte, e isso teria algum custo?',
  },
]
