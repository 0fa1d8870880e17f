import type { TemplateTexts } from './template.ts'

export const pt: TemplateTexts = {
  not_meant: 'Não foi isso que eu quis dizer',
  keep_writing: 'Seu texto fica guardado só para você. Pode continuar escrevendo quando quiser.',
  texts: {
    'suicide.gentle': [
      'Isso pesa muito',
      'Você escreveu que não quer estar aqui. Obrigado por colocar isso em palavras.',
      'Você não precisa carregar isso sem ajuda. Se quiser, fale com alguém agora, por telefone ou por escrito. Vão ouvir sem julgar.',
    ],
    'suicide.urgent': [
      'Por favor, fale com alguém agora',
      'O que você escreveu parece perigoso para você. Há uma pessoa acordada, pronta para ouvir.',
      'Se puder, afaste-se do que possa ferir você e fique perto de alguém. Se há perigo agora, ligue para a emergência.',
    ],
    'self_harm.gentle': [
      'Algo está doendo',
      'Você escreveu sobre se machucar. Isso costuma vir quando algo é demais para calar.',
      'Se a vontade for forte, espere dez minutos, perto de outras pessoas se puder. Também pode falar com alguém que conhece isso.',
    ],
    'self_harm.urgent': [
      'Primeiro, cuide do seu corpo',
      'Se a ferida é funda, não para de sangrar ou parece infeccionada, procure atendimento agora.',
      'Depois fale com alguém. Não precisa explicar tudo.',
    ],
    'abuse.gentle': [
      'O que aconteceu não é culpa sua',
      'Você escreveu que alguém machuca você ou que sente medo. Você decide o que vem depois, e quando.',
      'Há pessoas que conhecem essas situações. Elas ouvem em sigilo e dizem o que é possível.',
    ],
    'abuse.urgent': [
      'Sua segurança vem primeiro',
      'Se há perigo agora, ligue para a emergência ou vá para onde haja outras pessoas.',
      'Uma linha de ajuda pode planejar o próximo passo com você. Se alguém olha este celular, use outro.',
    ],
    'harm_to_others.gentle': [
      'É muita raiva',
      'Você escreveu sobre machucar alguém. Um pensamento não é um ato, e dá para falar dele.',
      'Alguém de fora pode ajudar a baixar a pressão.',
    ],
    'harm_to_others.urgent': [
      'Coloque distância',
      'Vá para outro lugar, longe da pessoa e de tudo que possa ferir.',
      'Ligue para alguém agora, antes que algo aconteça. Se não pode esperar, ligue para a emergência.',
    ],
    'overdose.urgent': [
      'Procure ajuda médica agora',
      'Ligue já para a emergência ou para o centro de intoxicações, mesmo que se sinta bem. Alguns danos aparecem horas depois.',
      'Diga o que tomou, quanto e quando. Guarde a embalagem. Não provoque vômito. Não fique sem companhia.',
    ],
    'eating_disorder.gentle': [
      'Isso parece cansativo',
      'Você fala da comida e do corpo como de uma luta. Não é preciso piorar para pedir ajuda.',
      'Há pessoas que conhecem essa luta e vão conversar com você.',
    ],
    'eating_disorder.urgent': [
      'Seu corpo precisa de ajuda logo',
      'Não comer, desmaiar ou vomitar pode ficar perigoso depressa, mesmo sem parecer.',
      'Procure um médico hoje ou ligue para um destes números. Se desmaiar ou o coração disparar, ligue para a emergência.',
    ],
    'minor_at_risk.gentle': [
      'Ninguém pode fazer isso com uma criança',
      'O que você descreve não está certo, e a criança não tem culpa.',
      'Há pessoas que trabalham para ajudar crianças e jovens. Dá para falar com elas sem dizer o nome.',
    ],
    'minor_at_risk.urgent': [
      'Isso precisa parar, e não é culpa sua',
      'Conte a um adulto de confiança ou a uma destas linhas. Elas existem para crianças e jovens, e não é preciso dizer o nome.',
      'Se há perigo agora, ligue para a emergência.',
    ],
    'bystander.gentle': [
      'Você está preocupado com alguém',
      'É bom levar a sério. Você pode perguntar diretamente se a pessoa pensa em suicídio. Perguntar não cria a ideia.',
      'Ouça, fique por perto, busquem ajuda. Estes números também são para você.',
    ],
    'bystander.urgent': [
      'Ajuda para a pessoa, e para você',
      'Se ela está em perigo agora, ligue para a emergência e fique junto, se for seguro. Afaste o que ela possa usar.',
      'Isso não depende só de você. Estes números também orientam amigos e família.',
    ],
  },
}
