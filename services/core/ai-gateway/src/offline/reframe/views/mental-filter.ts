import type { Views } from './views.ts'

export const mentalFilter: Views = {
  evidence: [
    'One detail has taken all the light. What else was in the room with {it}? Name three things, however plain.',
    'If {it} had been recorded, how many minutes would the sore moment fill, and what would be on the rest?',
    'The thought is right that it happened. What is also right about {it}, and did not get a sentence?',
    'Write the day down as a list, five lines. {It} gets one line. What are the other four?',
    'Suppose someone asked about everything except {it}. What would you have to tell?',
    'What would the person who liked it most say about {it}? Their view is evidence as well.',
  ],
  distance: [
    'A stain on a shirt draws the eye; from across the street people see a shirt. From there, {it} is a small mark.',
    'Minds are built to circle what went wrong, in case it comes back. It is circling {it} now; that says more about attention than about the day.',
    'In a few weeks the edges of {it} will be softer and the rest of the picture may come up again.',
    'Imagine a friend telling you about the whole thing and spending every word on {it}. What would you want to ask about?',
    'The camera has zoomed in on {it}. Nothing has to be deleted; it only has to zoom out.',
    'Other people left with their own piece of it, and hardly any of them took {it} home.',
  ],
  kindness: [
    'It is hard to put {it} down when it keeps playing. You can let it play quietly while you also look at something that was all right.',
    'You would not reduce someone you love to {it}. You may have the same wide frame.',
    'Being stuck on {it} is a sign that you care how it went, and it is tiring. Rest your eyes somewhere else for a minute.',
    'You do not need to like {it}. You are only invited to let the other parts count, too.',
    'Wincing at {it} is human. The rest of what you did is waiting for you when the wince has passed.',
    'Be as patient with the part of you that replays {it} as you would be with a worried child.',
  ],
}
