/** What is said before there is an account. */
export const landing = {
  title: 'See the thought. Turn it.',
  text: 'Kalei is a place to write freely. It shows you where a thought leans, in your own words, and helps you look at it from another side.',
  begin: 'Begin',
  signIn: 'I have an account',
  small: 'Wellness, not therapy. Free to use, free to leave, and yours to take with you.',
  tryTitle: 'See how it feels',
  tryLead: 'Someone wrote this after a long day. Press the coloured words.',
  tryBefore: 'I forgot two slides, and now ',
  tryFragment: 'everyone thinks I am a fraud',
  tryAfter: '. On the way home it rained, and I stood under the chestnut tree for a while. That was good.',
  tryViews: [
    'Two slides of twenty were missing. Three people stayed to ask questions, which one rarely does with a fraud.',
    'A friend telling you this would sound like someone tired, not like someone found out.',
    'It hurts because it mattered to you. That is care, not failure.',
  ],
  tryAction: 'Send the two slides to the group, with one plain sentence.',
  tryAfterword: 'The rain and the chestnut tree stay as they are. Not every sentence needs turning.',
}

export const welcome = {
  title: 'Before you write',
  step: (n: number, of: number) => `${n} of ${of}`,
  next: 'Continue',
  what: {
    title: 'What Kalei is',
    points: [
      'A page that reads along. You write as it comes; some words may get a soft stroke of colour.',
      'A stroke means: this thought leans. Tap it and it unfolds into three other views and one small thing to do.',
      'No stroke is an answer too. Sad is not wrong, and most of what you write needs no correction.',
    ],
  },
  not: {
    title: 'What it is not',
    points: [
      'It is not therapy, and not a doctor. It gives no diagnosis and says nothing about medication.',
      'It is not for emergencies. When things get dark, “Help now” shows people you can reach at once, on every page and without a connection.',
      'It will not chase you. No streaks to lose, no guilt.',
    ],
  },
  who: {
    title: 'Who can read what',
    rows: [
      ['You', 'Everything, always. You can take it all with you or delete it.'],
      [
        'People who run Kalei',
        'Not your writing. It is encrypted with a key of your own; nobody reads it in the course of their work.',
      ],
      ['The software', 'Your text, for the moment it needs to answer you.'],
      ['Another company’s model', 'Nothing, unless you allow it on the next page.'],
    ] as [string, string][],
  },
  model: {
    title: 'Your choice: how Kalei thinks',
    off: 'The built-in engine',
    offDetail: 'Runs on our own server. No other company sees a word. Simpler, and it works.',
    on: 'A language model',
    onDetail: 'More attentive answers.',
    sentTo: (name: string) => `Your text is sent to ${name}.`,
    sentThrough: (name: string, hosts: string) => `Your text is sent through ${name} to one of: ${hosts}.`,
    place: (place: string) => `Where it is processed: ${place}.`,
    anywhere: 'anywhere in the world',
    keepsNothing: 'Only companies that promise to keep nothing and to train on nothing are asked.',
    mayKeep: 'How long it is kept there is up to them.',
    note: 'You can change this at any moment under You. Nothing is sent until you choose it.',
  },
  finish: 'Create my account',
  leave: {
    title: 'Not for you?',
    text: 'If you are under 18, or in the wrong account, you can go back from here. What is held about you stays yours: take it with you, or delete it.',
    account: 'My account and data',
  },
}
