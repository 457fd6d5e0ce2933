import { letters } from '../letter.ts'

export const everyday = [
  letters('learning to drive', {
    service: `
      quanto custa a carta de mota e quando começa
      Dá para passar a aula de sexta para terça?
      O instrutor gritou comigo, quero outro
      Quero de volta o dinheiro das duas aulas que não usei
      É preciso levar o cartão de cidadão ao exame?
      Vocês abrem ao sábado? Em que horário?
      A fatura é em nome do meu pai`,
    support: `
      A aplicação do código volta à primeira pergunta sempre que respondo
      O simulador puxa para a esquerda e a imagem vai aos saltos
      Como é que se põe a ler as perguntas em voz alta?
      O meu calendário está vazio e o do meu irmão não
      o código da sala é recusado todas as vezes`,
    both: `
      A aplicação está sempre a expulsar-me, e queria marcar mais duas aulas
      Onde está o meu certificado? Além disso a página de marcação dá erro quando escolho o dia
      Cobraram a taxa duas vezes. E os vídeos não arrancam`,
  }),
  letters('tents and caravans', {
    service: `
      aceitam cães? quanto é uma tenda e dois adultos
      Chegamos depois das dez, está lá alguém?
      Podemos ficar mais duas noites?
      O nosso lugar já estava ocupado, queremos metade de volta
      Vocês recolhem o lixo grande? Em que dia passam
      Preciso do comprovativo da estadia para a empresa`,
    support: `
      Não há luz no 22, dispara mal ligamos a ficha
      O chuveiro engole a ficha e não sai água
      O wifi liga mas não abre nenhuma página
      A manivela do toldo roda em falso, como se volta a meter?
      como acerto o relógio do fogão, não encontro no menu`,
    both: `
      O poste está sem corrente, e queríamos um recibo da caução
      Ficamos até segunda. A cancela também já não reconhece a matrícula`,
  }),
  letters('toy maker', {
    service: `
      A caixa veio sem a rampa azul, podem enviar?
      Vieram os livros da edição errada, recolham e mandem os certos
      O presente chegou dois dias depois da festa
      Para que idade é?
      Quero devolver, nunca foi aberto
      Deixaram-nos horas à espera e ninguém deu explicações, quero uma resposta e o dinheiro`,
    support: `
      O comboio para na agulha e raspa, pilhas novas
      A boneca fala sozinha à noite
      O carrinho só vira para a direita
      Como mudo a voz do urso para português? Segurei o botão e continua igual
      Os valores do mapa aparecem trocados desde que mudaram o ecrã`,
    both: `
      A grua já não levanta nada. E faltavam dois parafusos no saco, mandem por favor
      Quero a indemnização pelo atraso. Outro assunto: a máquina deixou de ler o meu cartão
      O aparelho ficou sem som, o que posso tentar? E queria marcar a consulta anual
      Correu tudo bem com o rapaz que montou. Só que a água sai morna à noite e no visor pisca uma gota; \
        e ainda falta a fatura`,
  }),
]
