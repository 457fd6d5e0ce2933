import { words } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'

export const pt: Lexicon = {
  support: words(`
    travou; fecha sozinho; congelado; bloqueado; erro; mensagem de erro; código de erro; falha;
    bug; avaria; avariado; quebrado; defeito; com defeito; estragado; não funciona;
    parou de funcionar; não abre; não inicia; não responde; tela preta; ecrã preto;
    página em branco; pisca; aquece; barulho; apita; luz vermelha; sem conexão; desconectado; ligação;
    não conecta; sem internet; queda da internet; wi-fi; rede; roteador; router; modem; firewall; VPN;
    lento; tempo esgotado; servidor; fora do ar; iniciar sessão; entrar;
    acesso; acesso negado; senha; palavra-passe; redefinir senha;
    código de verificação; permissão; sincronizar; sincronização; cópia de segurança; backup; restaurar;
    dados perdidos; exportar; importar; carregar ficheiro; baixar; instalar; instalação; reinstalar;
    configurar; configuração; definições; atualização; atualizar; firmware; driver; versão; compatível;
    integração; base de dados; registo de erros; captura de tela; reparar; consertar; resolver a falha;
    reiniciar; desligar e ligar; impressora; imprimir; scanner; teclado; rato; monitor;
    ecrã; tela; computador; portátil; tablet; celular; telemóvel; aplicativo; aplicação;
    app; bateria; carregador; cabo; USB; Bluetooth; emparelhar; alto-falante; som; microfone; câmera;
    sensor; disco rígido; pasta; ficheiro; arquivo; navegador; software; programa; sistema; dispositivo;
    aparelho; máquina; terminal; leitor; termostato; suporte técnico; informática; botão;
  `),
  service: words(`
    reembolso; reembolsar; dinheiro de volta; estorno; devolução; devolver; troca;
    trocar; substituição; cancelar; cancelamento; anular; assinatura; mensalidade; sócio; renovação;
    contrato; prazo; condições; fatura; faturação; nota fiscal; recibo; extrato; cobrança;     cobrado duas vezes; taxa; preço; preços; tarifa; custo; orçamento; desconto; cupão; cupom;
    vale; cartão presente; pontos; oferta; promoção; pagamento; pagar; pago;
    transferência; débito direto; boleto; prestações; cartão de crédito; saldo; conta bancária;
    dinheiro; pedido; meu pedido; encomenda; encomendar; compra; comprar; entrega; entregue;
    estafeta; entregador; envio; portes; pacote; correio; rastreio; atraso;
    falta um artigo; artigo errado; chegou partido; morada; endereço; mudar endereço; mudança de casa;
    mudar o nome; dados pessoais; conta de cliente; encerrar conta; criar uma conta; marcação; reserva;
    horário; loja; agência; garantia; queixa; reclamação; reclamar; mal-educado; atendimento;
    funcionário; gerente; desculpas; indemnização; compensação; desiludido; inaceitável;
    mau atendimento; opinião; elogio; recomendação; aconselhamento; disponível; stock; tamanho; cor;
    catálogo; newsletter; vendedor; formação; imposto; IVA; dívida;
    aviso de pagamento; advogado; sapatos; sofá;
  `),
  neutral: words(`
    jardim; casa; mãe; pai; tempo; árvore; verão; inverno; rio; café; almoço; aniversário; férias;
    aldeia; música; futebol; professor; médico; pão; maçã; flor; rua; janela; porta; cozinha; família;
    crianças; amigo; vizinho; cão; gato; cavalo; montanha; livro; história; foto; colega; reunião;
    projeto; relatório; ideia; boa notícia; norte; empresa; cidade; país; gente; homem; mulher; nome;
    carta; correio eletrónico; mensagem; resposta; chamada; informação; anexo; ver abaixo; assunto;
    tema; caso; pessoa; cliente; coisa; lugar; parte; espero; acredito; lembro; entendo; contente;
    zangado; triste; cansado; preocupado; desculpa; farto; paciência; importante; rápido; breve; tarde;
    finalmente; outra vez; várias; mesmo; diferente; grande; pequeno; velho; certo; melhor; pior;
  `),
}
