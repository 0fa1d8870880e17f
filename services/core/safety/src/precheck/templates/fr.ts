import type { TemplateTexts } from './template.ts'

export const fr: TemplateTexts = {
  not_meant: 'Ce n’est pas ce que je voulais dire',
  keep_writing: 'Votre texte est gardé pour vous seul·e. Vous pouvez continuer à écrire quand vous voulez.',
  texts: {
    'suicide.gentle': [
      'C’est lourd à porter',
      'Vous avez écrit que vous ne voulez plus être là. Merci de l’avoir mis en mots.',
      'Vous n’avez pas à porter cela sans aide. Si vous voulez, parlez à quelqu’un maintenant, par téléphone ou par écrit. On vous écoutera sans juger.',
    ],
    'suicide.urgent': [
      'Parlez à quelqu’un maintenant',
      'Ce que vous avez écrit semble dangereux pour vous. Une personne est là, prête à écouter.',
      'Si vous pouvez, éloignez-vous de ce qui pourrait vous blesser et rapprochez-vous de quelqu’un. En cas de danger immédiat, appelez les urgences.',
    ],
    'self_harm.gentle': [
      'Vous souffrez',
      'Vous avez écrit que vous vous faites du mal. Cela vient souvent quand quelque chose est trop lourd à taire.',
      'Si l’envie est forte, attendez dix minutes, près d’autres personnes si possible. Vous pouvez aussi parler à quelqu’un qui connaît cela.',
    ],
    'self_harm.urgent': [
      'Soignez d’abord votre corps',
      'Si une plaie est profonde, saigne sans arrêt ou semble infectée, voyez un médecin maintenant.',
      'Parlez ensuite à quelqu’un. Il n’est pas nécessaire de tout expliquer.',
    ],
    'abuse.gentle': [
      'Ce qui vous est arrivé n’est pas votre faute',
      'Vous avez écrit qu’on vous fait du mal ou que vous avez peur. C’est vous qui décidez de la suite, et du moment.',
      'Des personnes connaissent ces situations. Elles écoutent en confiance et disent ce qui est possible.',
    ],
    'abuse.urgent': [
      'Votre sécurité d’abord',
      'En cas de danger, appelez les urgences ou allez là où il y a du monde.',
      'Une ligne d’écoute peut préparer la suite avec vous. Si quelqu’un lit ce téléphone, prenez-en un autre.',
    ],
    'harm_to_others.gentle': [
      'C’est beaucoup de colère',
      'Vous avez écrit sur l’idée de blesser quelqu’un. Une pensée n’est pas un acte, et l’on peut en parler.',
      'Une personne extérieure peut aider à faire baisser la pression.',
    ],
    'harm_to_others.urgent': [
      'Mettez de la distance',
      'Allez ailleurs, loin de la personne et de tout ce qui peut blesser.',
      'Appelez quelqu’un maintenant, avant qu’il ne se passe quelque chose. Si cela ne peut pas attendre, appelez les urgences.',
    ],
    'overdose.urgent': [
      'Demandez une aide médicale maintenant',
      'Appelez tout de suite les urgences ou le centre antipoison, même si vous vous sentez bien. Certains effets viennent des heures plus tard.',
      'Dites ce que vous avez pris, combien et quand. Gardez l’emballage. Ne vous faites pas vomir. Ne restez pas sans personne.',
    ],
    'eating_disorder.gentle': [
      'Cela semble épuisant',
      'Vous parlez de la nourriture et de votre corps comme d’un combat. Pas besoin d’aller plus mal pour demander de l’aide.',
      'Des personnes connaissent ce combat et en parleront avec vous.',
    ],
    'eating_disorder.urgent': [
      'Votre corps a besoin d’aide bientôt',
      'Ne pas manger, s’évanouir ou se faire vomir peut vite devenir dangereux, même sans en avoir l’air.',
      'Voyez un médecin aujourd’hui ou appelez l’un de ces numéros. En cas de malaise ou de palpitations, appelez les urgences.',
    ],
    'minor_at_risk.gentle': [
      'Personne n’a le droit de faire cela à un enfant',
      'Ce que vous décrivez n’est pas normal, et l’enfant n’y est pour rien.',
      'Des personnes sont là pour aider les enfants et les jeunes. On peut leur parler sans donner son nom.',
    ],
    'minor_at_risk.urgent': [
      'Cela doit cesser, et ce n’est pas ta faute',
      'Parles-en à un adulte de confiance ou à l’une de ces lignes. Elles sont là pour les enfants et les jeunes, sans donner de nom.',
      'En cas de danger maintenant, appelle les urgences.',
    ],
    'bystander.gentle': [
      'Vous vous inquiétez pour quelqu’un',
      'C’est bien de le prendre au sérieux. Vous pouvez demander directement si la personne pense au suicide. Demander ne donne pas l’idée.',
      'Écoutez, gardez le lien, cherchez de l’aide ensemble. Ces numéros sont aussi pour vous.',
    ],
    'bystander.urgent': [
      'De l’aide pour elle, et pour vous',
      'Si la personne est en danger maintenant, appelez les urgences et restez près d’elle si c’est sûr. Éloignez ce qu’elle pourrait utiliser.',
      'Tout ne repose pas sur vous. Ces numéros conseillent aussi les proches.',
    ],
  },
}
