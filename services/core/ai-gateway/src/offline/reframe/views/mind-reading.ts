import type { Views } from './views.ts'

export const mindReading: Views = {
  evidence: [
    'What did {who} actually say or do? Write down only what a camera would have caught, and leave the meaning for later.',
    'There are at least three reasons why {who} might act that way, and some have nothing to do with you. Which can you think of?',
    'The thought tells you what goes on inside {who}. What would you need to hear to know it rather than guess it?',
    'Did {who} ever surprise you by thinking something quite different from what you feared? That counts here as well.',
    'Around {it} there is a fact and a guess. Put a line between them and see how long each one is.',
    'If this guess about {who} had to stand in front of a fair judge, which piece of it would hold?',
  ],
  distance: [
    'People mostly walk around inside their own day. What looks like a judgement from {who} may be hunger, hurry or a bad night.',
    'Swap places: how much did you think about the small slips of {who} this week? They think about yours about as much.',
    'A face is a poor screen. What we see on it when we worry is often our own film.',
    'If you overheard a friend say this about {who}, you might ask gently: did they tell you that?',
    'In a week you will probably know more about {it} than tonight. The guess can wait that long.',
    'From the other side of the room, {who} might be wondering about your face, too.',
  ],
  kindness: [
    'Wanting to be well thought of is nothing to be ashamed of. It makes sense that {it} leaves you listening for every sound.',
    'Not knowing where you stand with {who} is uncomfortable. You can be uncomfortable and not decide yet.',
    'You are guarding yourself against being hurt by {who}. It is a tiring watch, and you may sit down for a moment.',
    'Even if {who} did think something unkind, it would be one view of one moment. It would not be all of you.',
    'Offer yourself what you would offer someone who feels watched: a bit of warmth, and a seat with their back to the wall.',
    'You care about {who}, or it would not sting. That care is worth something whatever they think.',
  ],
}
