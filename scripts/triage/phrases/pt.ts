import { lines } from './phrases.ts'
import type { Phrases } from './phrases.ts'

export const pt: Phrases = {
  language: 'pt',
  support: lines(`
    {p} fecha sempre que abro depois da atualização
    O aplicativo trava quando clico em salvar
    Aparece uma mensagem de erro e não acontece nada
    Código de erro 0x80070057 ao instalar a versão {v}
    {p} não inicia, a tela fica preta
    A página não carrega, fica rodando
    Não consigo entrar, diz senha incorreta
    O link para redefinir a palavra-passe expirou
    O código de verificação em duas etapas não chega
    O dispositivo não conecta ao wi-fi
    O emparelhamento Bluetooth falha com o celular
    A sincronização entre o portátil e o telemóvel deixou de funcionar
    Os meus ficheiros desapareceram após a migração
    {p} está muito lento e congela
    A impressora está offline e não imprime
    A atualização do firmware falhou e o aparelho não responde
    A bateria acaba em uma hora e aquece
    Não sai som do alto-falante esquerdo
    A tela sensível ao toque não responde
    A importação falha por tempo esgotado
    O arquivo exportado está vazio e faltam colunas
    A API devolve erro 500
    Os webhooks não chegam ao nosso servidor
    O sistema está fora do ar e ninguém consegue acessar
    O servidor não responde e o escritório está parado
    As notificações não aparecem no Android
    Como configuro o proxy
    Como instalo o driver no Linux
    A integração com o Outlook perdeu a ligação
    Há um bug no relatório, os totais são calculados errado
    O botão está cinzento e clicar não faz nada
    No Firefox vejo uma página em branco, no Chrome funciona
    A câmera mostra só uma imagem cinza
    A luz pisca em vermelho e não emparelha
    O sensor mostra leituras erradas
    O motor faz um barulho estranho e para
    A máquina de lavar louça mostra E24 e não escoa
    O roteador reinicia sozinho várias vezes
    Reinstalei e reiniciei mas a avaria continua
    Em anexo os logs e uma captura de ecrã
    Acesso negado ao abrir a pasta partilhada
    O certificado é inválido e o navegador avisa
    Os dados aparecem errados desde a nova versão
    A cópia de segurança não corre, o disco está cheio
    A VPN desliga-se passados alguns minutos
    A chave de licença é recusada na ativação
    A pesquisa não encontra nada embora os registos existam
    Depois da queda de energia o termostato perdeu a configuração
    Apita três vezes e desliga
    O aplicativo fica preso na tela de carregamento
    O cabo é reconhecido mas não carrega
    A máquina está avariada, não liga
    O visor pisca, deve ser defeito de hardware
    Quedas de internet constantes, verifiquem a conexão
    A extensão não é compatível
    Quais configurações para IMAP
    O programa não reconhece o scanner
    Ao gravar aparece erro interno do servidor
    O PIN ficou bloqueado após três tentativas
    O leitor de cartões não funciona
    Como configuro o e-mail no telefone
    Desde ontem o login no portal não funciona
  `),
  service: lines(`
    Onde está a minha encomenda {n}, já devia ter chegado
    Quero devolver {p} e receber o dinheiro de volta
    Peço o cancelamento da minha assinatura no fim do período
    A fatura está errada, cobraram {m} duas vezes
    Fui cobrado depois de cancelar
    Enviem a nota fiscal do meu último pagamento
    Quando recebo o reembolso de {m}
    O pacote chegou danificado, quero a substituição
    Entregaram o artigo errado, outra cor e outro tamanho
    Quero mudar a morada de entrega do pedido {n}
    Posso alterar os dados de faturação e o NIF
    Podem fazer um orçamento para 50 licenças
    Quanto custa o plano premium por utilizador
    Queremos mudar para o pacote maior
    Queremos renovar o contrato, que desconto oferecem
    O cupão não foi descontado do preço
    Quero fazer uma reclamação do atendimento, é inaceitável
    O técnico não apareceu na visita marcada
    Ninguém me ligou de volta, estou muito desiludido com a empresa
    Exijo uma indemnização pelo atraso
    Qual é o prazo de entrega para os Açores
    Enviam para o estrangeiro e quanto é o frete
    Quando volta a haver {p} em stock
    Que produto é melhor para mim, podem aconselhar antes da compra
    Quero encerrar a minha conta e apagar os meus dados
    Mudem o nome do titular, casei-me
    O pagamento foi recusado mas o dinheiro saiu do banco
    Não reconheço esta cobrança no extrato
    O débito direto foi feito cedo demais
    Posso pagar em prestações, boleto ou por transferência
    Quantos pontos de fidelidade tenho
    Quero trocar os sapatos por um número maior
    O rastreio não atualiza, o pacote está perdido
    Falta um artigo na entrega
    Comprei dois e recebi só um
    Confirmem a minha reserva
    Preciso remarcar o meu horário
    Não quero receber mais a newsletter
    O aumento de preço é um abuso, vou para a concorrência
    Outra loja vende mais barato, podem igualar o preço
    Preciso de uma cópia do contrato
    Qual é o prazo de aviso prévio
    Recebi um aviso de cobrança embora a fatura esteja paga
    O valor do recibo não bate com a compra
    Queremos encomendar mais 20 unidades
    Qual é o horário da loja
    Elogio à vossa colega, foi ótima
    Tenho uma sugestão para o catálogo
    Quem é o nosso novo vendedor
    Queremos formação para novos funcionários, qual é o preço
    Quanto tempo dura a garantia e o prazo de devolução
    Contesto a multa por atraso
    O meu novo cartão ainda não chegou pelo correio
    Porque cobraram uma taxa pela transferência
    Anulem a encomenda {n} antes do envio
    Quero falar com um gerente sobre esta queixa
    Atualizem o meu telefone e endereço
    O estafeta deixou o pacote com um estranho
    Devolvam os portes de envio
    Estou à espera do estorno
    O vendedor prometeu um desconto
    Livro de reclamações
  `),
  neutral: lines(`
    Já escrevi várias vezes
    Sou cliente há mais de dez anos
    Isto não pode ser verdade
    Estou mesmo zangado
    Agradeço uma resposta rápida
    Respondam o mais depressa possível
    Uma colega disse para vos escrever
    Isto dura há duas semanas
    Também podem ligar-me
    Estou farto
    Espero que estejam bem
    Como falámos na semana passada
    Somos uma pequena empresa familiar do norte
    Não sei a quem mais perguntar
    É para a minha mãe, que tem 80 anos
    Da última vez foram muito simpáticos
    Se não resolverem até sexta falo com o meu advogado
    Desculpem o e-mail longo
  `),
  greetings: lines(`
    Olá,
    Bom dia,
    Prezados senhores,
    Boa tarde,
    Caros,
  `),
  closings: lines(`
    Cumprimentos
    Atenciosamente
    Obrigado
    Com os melhores cumprimentos
    Abraços
  `),
  products: lines(`
    o aplicativo
    a consola Atlas
    o meu tablet
    o roteador Nimbus
    o esquentador
    o programa
    a máquina de café
    os auscultadores
    o portal
    o aspirador
  `),
}
