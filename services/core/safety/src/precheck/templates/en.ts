import type { TemplateTexts } from './template.ts'

export const en: TemplateTexts = {
  not_meant: 'That is not what I meant',
  keep_writing: 'Your text is kept for you alone. You can go on writing whenever you like.',
  texts: {
    'suicide.gentle': [
      'That sounds like a lot to carry',
      'You wrote about not wanting to be here. Thank you for putting it into words.',
      'You do not have to hold it alone. If you like, talk to someone now, by phone or in writing. They will listen, without judging.',
    ],
    'suicide.urgent': [
      'Please talk to someone now',
      'What you wrote sounds dangerous for you. A person is awake and ready to listen.',
      'If you can, move away from anything you could hurt yourself with, and be near someone. If you are in danger right now, call the emergency number.',
    ],
    'self_harm.gentle': [
      'You are hurting',
      'You wrote about hurting yourself. That often comes when something is too much to bear in silence.',
      'If the urge is strong, wait ten minutes, somewhere with other people if you can. You can also talk to someone who knows this.',
    ],
    'self_harm.urgent': [
      'Look after your body first',
      'If a wound is deep, does not stop bleeding or looks infected, get medical help now.',
      'Then talk to someone. You need not explain everything.',
    ],
    'abuse.gentle': [
      'What happened to you is not your fault',
      'You wrote about being hurt or afraid. You decide what happens next, and when.',
      'There are people who know these situations. They listen in confidence and tell you what is possible.',
    ],
    'abuse.urgent': [
      'Your safety comes first',
      'If you are in danger now, call the emergency number, or go where other people are.',
      'A helpline can plan the next step with you. If someone reads this phone, use a safe one.',
    ],
    'harm_to_others.gentle': [
      'That is a lot of anger',
      'You wrote about someone being hurt. A thought is not a deed, and it can be talked about.',
      'Someone outside of it can help you let the pressure down.',
    ],
    'harm_to_others.urgent': [
      'Put some distance in between',
      'Go somewhere else, away from the person and from anything that could hurt someone.',
      'Call someone now, before anything happens. If it cannot wait, call the emergency number.',
    ],
    'overdose.urgent': [
      'Get medical help now',
      'Call the emergency number or poison control right away, even if you feel fine. Some damage shows only hours later.',
      'Say what you took, how much and when. Keep the packaging. Do not make yourself vomit. Do not stay alone.',
    ],
    'eating_disorder.gentle': [
      'This sounds exhausting',
      'You wrote about food and your body in a way that sounds like a fight. You need not be ill enough to ask for help.',
      'There are people who know this fight and will talk with you about it.',
    ],
    'eating_disorder.urgent': [
      'Your body needs help soon',
      'Not eating, fainting or purging can become dangerous quickly, also when it does not feel so.',
      'Please see a doctor today, or call one of these numbers. If you faint or your heart races, call the emergency number.',
    ],
    'minor_at_risk.gentle': [
      'Nobody may do this to a child',
      'What you describe is not right, and it is not the child’s fault.',
      'There are people whose work is to help children and young people. You can ask them without giving a name.',
    ],
    'minor_at_risk.urgent': [
      'This has to stop, and it is not your fault',
      'Tell an adult you trust, or one of these helplines. They are there for children and young people, and you need not give your name.',
      'If you or the child are in danger now, call the emergency number.',
    ],
    'bystander.gentle': [
      'You are worried about someone',
      'It is good that you take it seriously. You may ask them directly whether they think of suicide. Asking does not put the thought there.',
      'Listen, stay in touch, and get help together. These numbers are there for you as well.',
    ],
    'bystander.urgent': [
      'Get help for them, and for you',
      'If they are in danger now, call the emergency number and stay with them if it is safe. Put out of reach what they could use.',
      'You are not alone responsible. These numbers also advise friends and family.',
    ],
  },
}
