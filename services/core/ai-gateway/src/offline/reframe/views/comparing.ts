import type { Views } from './views.ts'

export const comparing: Views = {
  evidence: [
    'You are holding your inside against the outside of {who}. What do you not see of their week?',
    'In what exactly are they ahead, and since when have you wanted that? Say it about {it} in one sentence without anyone else in it.',
    'What did you start with, and what have you carried meanwhile? A fair race with {who} would print that, too.',
    'Name one thing that is better now with {it} than two years ago. It is the only comparison where you know both sides.',
    'The thought leans on {lean}. Who, among the people you know, does not fit that picture?',
    'If you could swap with {who}, you would have to take all of it. What would you not give away?',
  ],
  distance: [
    'Everybody shows the front of the house. From the street, {it} looks tidy in most of them, yours included.',
    'There is no one road with you and {who} on it. There are several, and they bend.',
    'Somebody is looking at a part of your life with the thought you have about {who}.',
    'In ten years the order of who had what first will be hard to remember.',
    'A feed, a reunion, a dinner table: they are shop windows. {It} is the workshop behind yours, and workshops are untidy.',
    'Imagine {who} reading this page. They might well recognise it.',
  ],
  kindness: [
    'Under the envy there is a wish about {it}. The wish is worth listening to; the ranking can go.',
    'It is hard to feel behind. You are tired because you have been walking, which is not the same as standing still.',
    'You may be glad for {who} and sad for yourself on the same evening.',
    'Your pace with {it} has reasons, and some of them were not chosen. Be fair to the one who kept walking anyway.',
    'Put the measuring tape away for tonight. It will be there tomorrow, if you still need it.',
    'What you are, next to nobody at all, is still here and still yours.',
  ],
}
