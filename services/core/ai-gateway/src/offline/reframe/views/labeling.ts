import type { Views } from './views.ts'

export const labeling: Views = {
  evidence: [
    'That is one word for a whole person. What happened around {it} that made it come up? The event is smaller than the word.',
    'Name what was done instead of what someone is: one verb, one time, one place. What does the sentence about {it} say now?',
    'If the word were true, it would have to be true on every day. Think of one day in the last month that it does not fit.',
    'What would the people who know the whole story add to {it}? A label has no room for it; you do.',
    'The word is a verdict without the file. What is in the file besides {it}?',
    'List five things that are also true, as dull as you like. Then see how the word about {it} sits among them.',
    'Which hour of {it} is the word made of? Put a time on it, from and to, and the word has borders.',
    'Ask for examples against the word as seriously as for it. Two from this week will do, even if {it} is not among them.',
    'Somebody fair would ask what led up to {it}. Write down the three things that came before.',
  ],
  distance: [
    'Labels stick best on tired days. By the weekend, {it} may be a thing that happened and nothing more.',
    'If you read that word about a character in a novel, you would turn the page to find out why. There is a why behind {it}.',
    'You would not sum up a friend in one word after {it}; you would know far too much about them.',
    'A word like that belongs to a moment. People are longer than moments.',
    'Think of how you will tell {it} in a year. It is likely to have a situation in it and not an adjective.',
    'Names that we call people in anger describe the anger rather well.',
  ],
  kindness: [
    'That is a harsh word to have in your own house. You may put it outside the door and keep only what happened with {it}.',
    'Something hurt or went wrong around {it}, and the word came quicker than comfort. Let comfort have its turn.',
    'You would not speak like that to someone sitting next to you with the same story. You are sitting next to you.',
    'You can regret {it} without signing a sentence about who you are.',
    'Under a word like that there is often someone tired who wanted to do well. Talk to that one about {it}.',
    'Nothing you say about yourself in the worst minute needs to be kept on record.',
  ],
}
