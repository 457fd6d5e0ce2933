import { letters } from '../letter.ts'

export const goods = [
  letters('online shop', {
    service: `
      Comprei no dia 3 e até agora nada, era presente
      Mandaram o produto errado, pedi preto e veio azul
      Quero desistir da compra, ainda está dentro dos 7 dias
      A nota fiscal veio sem o CNPJ da empresa
      Digitei o número da casa errado, dá para corrigir antes de enviar?
      O cupom de primeira compra não entrou
      cadê meu estorno? já faz três semanas
      Entregam nos Açores e quanto tempo demora?
      Paguei o frete expresso e chegou depois do normal, quero {m} de volta
      Fui enganado, vou ao Procon se não resolverem`,
    support: `
      Clico em finalizar compra e nada acontece
      O site fica carregando sem parar
      Não chega o e-mail para trocar a senha
      O aplicativo fecha quando abro meus pedidos
      O carrinho esvazia sozinho
      A busca não acha nada, nem pelo nome exato
      Não consigo anexar as fotos da devolução, dá erro
      Como ativo a verificação em duas etapas?`,
    both: `
      Faltou um item do pedido {n}, e o app me desconecta toda hora
      Quero devolver a luminária; aliás a página de trocas de vocês dá erro 500`,
  }),
  letters('fashion', {
    service: `
      A bota machuca, quero trocar por um número maior
      Lavei uma vez e a blusa desbotou inteira, quero meu dinheiro
      Essa calça veste grande ou pequeno?
      Aceitam troca de peça em promoção?`,
    support: `
      O provador virtual trava quando coloco a altura
      As fotos das roupas não carregam
      O leitor da etiqueta no aplicativo fica preto`,
    both: `
      Troquem o tênis por 42, e o guia de tamanhos do site congela meu celular`,
  }),
  letters('furniture', {
    service: `
      O sofá era para março e já é junho
      Os montadores riscaram o piso e foram embora
      Veio sem o saquinho de parafusos
      Quanto fica a mesa em carvalho maciço?
      Vou cancelar a cozinha, o prazo é absurdo, devolvam o sinal`,
    support: `
      A poltrona elétrica sobe e trava
      A mesa regulável mostra E01 e só desce
      A luz do espelho pisca e apaga
      Como regulo a dobradiça? a porta raspa
      O planejador de cozinhas não salva meu projeto`,
    both: `
      O motor da cama ronca e não levanta, e cobraram dois colchões quando veio um`,
  }),
  letters('appliances', {
    service: `
      O técnico ia vir na terça de manhã e ninguém apareceu
      Quanto custa a garantia estendida da máquina de lavar?
      Geladeira chegou amassada e recusei, quando devolvem?
      Levam o fogão velho?
      Cobrar visita com aparelho na garantia é um absurdo`,
    support: `
      A máquina não centrifuga e a porta não abre
      O forno derruba o disjuntor em 180 graus
      A lava-louça mostra E15 e deixa água no fundo
      A cafeteira pede água com o tanque cheio
      Como tiro a trava de criança do cooktop?
      O freezer não gela e apita
      A secadora está com cheiro de queimado`,
    both: `
      A lavadora para no meio com F18, e não vou pagar os {m} da última visita, era garantia`,
  }),
  letters('cameras', {
    service: `
      Veio sem a tampa da lente, série {n}
      Minha câmera está na oficina há sete semanas sem notícia
      Quanto dão na troca do corpo antigo?
      O cashback da promoção nunca caiu`,
    support: `
      Faixas verdes nas fotos desde o firmware {v}
      Não reconhece o cartão, nem um novo
      O foco fica indo e voltando
      Como pareio a câmera com o celular? sempre recusa`,
    both: `
      Paguei o kit e mandaram só o corpo, e ainda liga com Err 30`,
  }),
  letters('phones', {
    service: `
      Comprei o preto na pré-venda e veio azul, não quero
      Enfiaram um seguro do celular que eu não pedi, tirem
      Compram aparelho com a tela trincada?`,
    support: `
      Esquenta e desliga com 40 por cento
      O eSIM não ativa, perfil não instalado
      Depois da atualização ninguém me ouve
      Como passo as conversas para o novo?
      Não reconhece mais minha digital`,
    both: `
      O tablet reinicia sozinho desde domingo, e cobraram {m} por uma capinha que não pedi`,
  }),
  letters('cars', {
    service: `
      Orçamento 380, conta 610. Expliquem item por item
      Preciso marcar revisão e troca de pneus, quinta se der
      O carro alugado não estava lá e pagamos táxi
      Quanto fica a parcela em 48 vezes sem entrada?
      Terceira data de entrega que não cumprem
      Risco na porta na hora da retirada e o vendedor riu
      O documento do carro se perdeu no correio, mandem segunda via`,
    support: `
      O GPS fica no logo desde que atualizei os mapas
      Luz do motor acesa e sem força
      O app diz carro offline
      O carregamento para depois de três minutos
      Como programo a segunda chave?
      O sensor de ré apita sem nada atrás
      O ar só sai quente`,
    both: `
      O porta-malas não abre mais no controle, e o caução de {m} de junho não voltou
      Marquem minha revisão; e o aplicativo do carro dá erro 1101 no login`,
  }),
  letters('bikes', {
    service: `
      A bicicleta de carga era para abril e é agosto
      Alugam elétrica por semana? seguro incluso?
      Venderam o modelo do ano passado com preço do novo`,
    support: `
      O motor corta na subida, W107
      O visor não acende e a bateria está cheia
      As marchas pulam, como regulo?
      O rastreador não manda posição`,
    both: `
      A assistência desliga sozinha e a segunda chave do meu pedido não veio`,
  }),
  letters('games', {
    service: `
      Meu filho gastou {m} em gemas, cancelem isso
      Comprei a deluxe duas vezes, estornem uma
      Fui banido sem motivo e o moderador me xingou`,
    support: `
      Fecha no segundo chefe sempre
      Preso em conectando ao servidor
      Perdi o save no patch, 60 horas
      A skin que comprei não aparece no jogo, já reiniciei
      O controle puxa para a esquerda
      10 fps desde a {v}`,
    both: `
      Cobraram o passe duas vezes e o launcher nem abre, erro 0xc000007b`,
  }),
  letters('pharmacy', {
    service: `
      A pomada vence mês que vem, isso não se manda
      Minha irmã pode retirar a receita?
      Veio a dosagem errada, preciso antes do fim de semana
      Já voltou a bombinha no estoque?`,
    support: `
      O medidor de pressão dá Err 3
      O glicosímetro não passa os dados para o app
      Não sobe a receita, diz arquivo não suportado`,
    both: `
      O sensor não sincroniza, e preciso de uma nota única do mês para o plano`,
  }),
  letters('groceries', {
    service: `
      Os ovos vieram quebrados e o iogurte quente
      Trocaram o azeite por um pior sem perguntar
      Dá para mudar a entrega de sábado para domingo?
      Faltaram três sacolas e cobraram tudo`,
    support: `
      O app não deixa salvar o endereço, fica girando
      A lista de horários aparece vazia
      Minha lista sumiu depois da atualização`,
    both: `
      Não vieram as laranjas, devolvam o valor, e a lista do app se apaga toda vez`,
  }),
]
