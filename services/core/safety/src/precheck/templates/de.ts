import type { TemplateTexts } from './template.ts'

export const de: TemplateTexts = {
  not_meant: 'So habe ich das nicht gemeint',
  keep_writing: 'Dein Text bleibt nur für dich gespeichert. Du kannst jederzeit weiterschreiben.',
  texts: {
    'suicide.gentle': [
      'Das klingt schwer',
      'Du hast geschrieben, dass du nicht mehr da sein willst. Gut, dass du es in Worte gefasst hast.',
      'Du musst das nicht allein tragen. Wenn du magst, sprich jetzt mit jemandem, am Telefon oder schriftlich. Dort hört man dir zu, ohne zu urteilen.',
    ],
    'suicide.urgent': [
      'Bitte sprich jetzt mit jemandem',
      'Was du geschrieben hast, klingt gefährlich für dich. Ein Mensch ist wach und hört zu.',
      'Wenn du kannst, geh weg von allem, womit du dich verletzen könntest, und geh zu jemandem hin. Bist du jetzt in Gefahr, ruf den Notruf.',
    ],
    'self_harm.gentle': [
      'Du hast Schmerzen',
      'Du hast vom Verletzen geschrieben. Das kommt oft, wenn etwas zu viel ist, um es still auszuhalten.',
      'Wenn der Druck groß ist, warte zehn Minuten, möglichst in der Nähe anderer. Du kannst auch mit jemandem sprechen, der das kennt.',
    ],
    'self_harm.urgent': [
      'Zuerst dein Körper',
      'Ist eine Wunde tief, blutet sie weiter oder sieht sie entzündet aus, hol jetzt ärztliche Hilfe.',
      'Sprich danach mit jemandem. Du musst nicht alles erklären.',
    ],
    'abuse.gentle': [
      'Was dir geschieht, ist nicht deine Schuld',
      'Du hast geschrieben, dass dir jemand wehtut oder du Angst hast. Du entscheidest, was als Nächstes kommt, und wann.',
      'Es gibt Menschen, die das kennen. Sie hören vertraulich zu und sagen, was möglich ist.',
    ],
    'abuse.urgent': [
      'Deine Sicherheit geht vor',
      'Bist du jetzt in Gefahr, ruf den Notruf oder geh dorthin, wo andere sind.',
      'Ein Hilfetelefon plant den nächsten Schritt mit dir. Liest jemand dieses Handy mit, nimm ein anderes.',
    ],
    'harm_to_others.gentle': [
      'Das ist viel Wut',
      'Du hast davon geschrieben, jemandem etwas anzutun. Ein Gedanke ist keine Tat, und man kann darüber reden.',
      'Jemand von außen kann helfen, den Druck zu senken.',
    ],
    'harm_to_others.urgent': [
      'Bring Abstand dazwischen',
      'Geh an einen anderen Ort, weg von der Person und von allem, was verletzen kann.',
      'Ruf jetzt jemanden an, bevor etwas geschieht. Kann es nicht warten, ruf den Notruf.',
    ],
    'overdose.urgent': [
      'Hol jetzt medizinische Hilfe',
      'Ruf sofort den Notruf oder den Giftnotruf, auch wenn es dir gut geht. Manche Schäden zeigen sich erst nach Stunden.',
      'Sag, was du genommen hast, wie viel und wann. Heb die Packung auf. Bring dich nicht zum Erbrechen. Bleib nicht allein.',
    ],
    'eating_disorder.gentle': [
      'Das klingt anstrengend',
      'Du schreibst über Essen und deinen Körper wie über einen Kampf. Es muss dir nicht schlechter gehen, um Hilfe zu holen.',
      'Es gibt Menschen, die diesen Kampf kennen und mit dir darüber sprechen.',
    ],
    'eating_disorder.urgent': [
      'Dein Körper braucht bald Hilfe',
      'Nicht essen, ohnmächtig werden oder Erbrechen kann schnell gefährlich werden, auch wenn es sich nicht so anfühlt.',
      'Geh heute in eine Praxis oder ruf eine dieser Nummern an. Wirst du ohnmächtig oder rast dein Herz, ruf den Notruf.',
    ],
    'minor_at_risk.gentle': [
      'Das darf niemand mit einem Kind tun',
      'Was du beschreibst, ist nicht in Ordnung, und das Kind ist nicht schuld.',
      'Es gibt Menschen, die Kindern und Jugendlichen helfen. Du kannst sie fragen, ohne deinen Namen zu nennen.',
    ],
    'minor_at_risk.urgent': [
      'Das muss aufhören, und es ist nicht deine Schuld',
      'Sag es einem Erwachsenen, dem du vertraust, oder einer dieser Nummern. Sie sind für Kinder und Jugendliche da, auch ohne Namen.',
      'Seid ihr jetzt in Gefahr, ruf den Notruf.',
    ],
    'bystander.gentle': [
      'Du machst dir Sorgen um jemanden',
      'Gut, dass du es ernst nimmst. Du darfst direkt nach Suizidgedanken fragen. Die Frage bringt niemanden erst darauf.',
      'Hör zu, bleib in Kontakt, holt zusammen Hilfe. Diese Nummern sind auch für dich da.',
    ],
    'bystander.urgent': [
      'Hol Hilfe, für die Person und für dich',
      'Ist die Person jetzt in Gefahr, ruf den Notruf und bleib bei ihr, wenn es sicher ist. Bring außer Reichweite, was sie benutzen könnte.',
      'Du trägst das nicht allein. Diese Nummern beraten auch Freunde und Familie.',
    ],
  },
}
