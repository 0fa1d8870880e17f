import type { Views } from './views.ts'

export const catastrophizing: Views = {
  evidence: [
    'The thought runs from {it} to the end of the line without a stop. Where are the stops, and what could happen at each?',
    'What is the worst that could come of {it}, the best, and the most likely? Give each one a sentence of the same length.',
    'Suppose the worst with {it} did happen: what would you do in the first hour, and whom would you call? There is an after in that, too.',
    'What do you know about {it} right now, in facts that would fit on a note? The rest is the mind filling in.',
    'How likely is it in numbers, if you had to bet money on {it}? A fear can be very loud at two percent.',
    'Which problems like {it} have you already lived through, and what did they end up costing, compared with what you feared?',
  ],
  distance: [
    'Seen from next year, {it} will have some size. It is hard to tell which from here, but rarely the size it has at night.',
    'An alarm rings just as loudly for toast as for fire. With {it}, it is fair to go and look before leaving the house.',
    'If somebody on the bus told you about {it}, you would think: that is hard, and there are things one can do.',
    'The film about {it} has been running fast. Play it again slowly, and notice where it stops being something that happened.',
    'This is one thing on one day. It borrows its weight from everything you imagine behind {it}.',
    'People have met {it} before you, and most of them have a story about how it went on afterwards.',
  ],
  kindness: [
    'Your body is behaving as if it had already happened. Put both feet on the floor; {it} is not happening in this minute.',
    'It is frightening to think so far ahead about {it}. You do not have to solve the whole chain tonight.',
    'You have carried heavy things before. If {it} turns out heavy, you will not have to lift it in one go or alone.',
    'Of course you want to protect what matters from {it}. Start with protecting the next ten minutes.',
    'Worry about {it} is the price of having something to lose. Let that be said kindly, and breathe out.',
    'You can take {it} seriously and still refuse to be punished in advance.',
  ],
}
