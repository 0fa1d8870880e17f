import type { TopicArea } from '../lexicon/topics.ts'
import type { FragmentType } from '../taxonomy.ts'

export interface MicroAction {
  readonly text: string
  /** How long it takes, 2 to 15. */
  readonly minutes: number
}

const act = (minutes: number, text: string): MicroAction => ({ minutes, text })

/** Small things to do, by what the thought is about. */
export const ACTIONS_BY_AREA: Readonly<Record<TopicArea | 'open', readonly MicroAction[]>> = {
  work: [
    act(10, 'Open what belongs to {it} and do the smallest next piece, then stop on purpose.'),
    act(5, 'Write down the one question about {it} that you could ask someone tomorrow.'),
    act(3, 'Write two lines about {it}: what went all right, and what you would do differently.'),
    act(8, 'Make a list of what {it} still needs, and cross out whatever is not yours.'),
  ],
  study: [
    act(12, 'Take one page or one exercise for {it} and work on it with a timer, then close the book.'),
    act(5, 'List three things you already understand that {it} needs.'),
    act(4, 'Write to someone who is in the same boat with {it} and ask how they are getting on.'),
    act(10, 'Sort what {it} asks for into known, half known, new. Pick one item from the middle.'),
  ],
  love: [
    act(5, 'Write one sentence about {it} that begins with "I would like". You need not send it.'),
    act(10, 'Go for a short walk without the phone and let {it} come along quietly.'),
    act(3, 'Name one thing you need this evening, apart from {it}, and arrange it.'),
    act(6, 'Write down one good memory and one hard one around {it}, side by side.'),
  ],
  people: [
    act(4, 'Send {who} one plain line, or write it and keep it: a question, not an answer.'),
    act(5, 'Write what happened with {who} as a camera would have seen it, three sentences at most.'),
    act(3, 'Think of one thing that {who} did lately that does not fit the thought. Write it down.'),
    act(
      10,
      'Do something small and kind for yourself before you think about {who} again: tea, a window, a song.',
    ),
  ],
  social: [
    act(3, 'Write to one person you like about something other than {it}.'),
    act(5, 'Note three moments of {it}, one of them neutral.'),
    act(10, 'Walk once around the block and count five things that have nothing to do with {it}.'),
    act(2, 'Put the phone face down and take ten slow breaths before you look at {it} again.'),
  ],
  body: [
    act(5, 'Stretch slowly for as long as one song lasts, with no goal to it.'),
    act(3, 'Write down one thing your body did for you today, next to {it}.'),
    act(10, 'Go outside for ten minutes at whatever pace is comfortable.'),
    act(4, 'Put on the most comfortable thing you own, and leave {it} alone until tomorrow.'),
  ],
  health: [
    act(5, 'Write down the two questions about {it} that you would like a professional to answer.'),
    act(3, 'Put both feet on the floor and name five things you see, four you hear, three you feel.'),
    act(4, 'Check when and whom you can ask about {it}, and put that in your calendar.'),
    act(10, 'Make a warm drink and drink it slowly, away from any screen.'),
  ],
  money: [
    act(10, 'Write the real figures for {it} on one sheet: what is due, when, and what is there.'),
    act(5, 'Choose one call or letter about {it} and write down its first sentence.'),
    act(5, 'Find one cost that could wait a month, and mark it.'),
    act(3, 'Write what is certain about {it} and what is only feared, in two columns.'),
  ],
  home: [
    act(5, 'Put one corner in order, as big as a table, and leave the rest.'),
    act(10, 'Do one useful piece of {it} with music on, and stop when the timer rings.'),
    act(3, 'Write down what about {it} really has to happen today. Most of it may wait.'),
    act(4, 'Sit down somewhere comfortable with something to drink before you go on with {it}.'),
  ],
  making: [
    act(10, 'Spend ten minutes on one small part of {it} that you like.'),
    act(3, 'Write down the one place in {it} that works, and why.'),
    act(5, 'Show a small piece of {it} to one person you trust, or choose the piece.'),
    act(8, 'Make a deliberately rough version of the next bit of {it}.'),
  ],
  open: [
    act(3, 'Write the thought down once more, and under it what you know for certain.'),
    act(10, 'Walk to the next corner and back, and look for something you had not noticed before.'),
    act(5, 'Write three lines to yourself as you would to a friend who had said this.'),
    act(2, 'Breathe out slowly ten times, longer out than in.'),
    act(4, 'Choose one thing within reach that takes four minutes and finish it.'),
    act(6, 'Drink a glass of water by an open window and let the thought be for that long.'),
  ],
}

/** Small things to do, by pattern. */
export const ACTIONS_BY_TYPE: Readonly<Record<FragmentType, readonly MicroAction[]>> = {
  all_or_nothing: [
    act(3, 'Give {it} a mark from 0 to 100 and write one reason why it is not 0.'),
    act(8, 'Do the half version of {it} on purpose, and call it done for today.'),
  ],
  overgeneralization: [
    act(4, 'Find one exception to {lean} and write it down with its date.'),
    act(3, 'Write the sentence about {it} again, with "this time" in it.'),
  ],
  mental_filter: [
    act(5, 'Write five lines about the day; {it} may have one of them.'),
    act(3, 'Tell someone, or a page, about a part that had nothing to do with {it}.'),
  ],
  disqualifying_positive: [
    act(2, 'Write the good thing about {it} down without the word "but".'),
    act(4, 'Write down what you did for {it}, in verbs only.'),
  ],
  mind_reading: [
    act(4, 'Write down three other reasons that {who} might have had.'),
    act(5, 'Write one simple question that you could ask {who}.'),
  ],
  fortune_telling: [
    act(5, 'Write three endings for {it}: feared, dull, decent.'),
    act(10, 'Prepare one small thing that helps with {it}, whichever way it goes.'),
  ],
  catastrophizing: [
    act(5, 'Write down the first three things you would do if it did happen. Then close the page.'),
    act(3, 'Name five things that you can see right now, and feel your feet on the floor.'),
  ],
  emotional_reasoning: [
    act(3, 'Name the feeling, give it a number from 0 to 10, and look again in ten minutes.'),
    act(5, 'Write two columns about {it}: what you feel, what you know.'),
  ],
  should_statements: [
    act(3, 'Rewrite the rule with "I would like" and keep whichever half is true.'),
    act(10, 'Take ten minutes off from {it} without having earned them.'),
  ],
  labeling: [
    act(3, 'Write down what happened around {it} with verbs, and leave out every adjective.'),
    act(4, 'List three things that you have done this week that the word has no room for.'),
  ],
  personalization: [
    act(5, 'Draw the circle of {it} and cut it into slices: who and what had a part.'),
    act(5, 'If something is yours to mend, write the one sentence that would mend it.'),
  ],
  blaming: [
    act(5, 'Write down one thing about {it} that you can decide without {who}.'),
    act(10, 'Move for ten minutes, briskly, and let the anger walk with you.'),
  ],
  comparing: [
    act(4, 'Write down one thing that is better for you than two years ago.'),
    act(5, 'Close the page that set it off, and write the wish under the envy in one line.'),
  ],
}
