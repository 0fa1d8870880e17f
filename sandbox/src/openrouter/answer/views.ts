import { findDistortions, type DistortionType, type Finding } from './findings.ts'

export type Lens = 'evidence' | 'distance' | 'kindness'
export const lenses: readonly Lens[] = ['evidence', 'distance', 'kindness']

export interface MicroAction {
  readonly text: string
  readonly minutes: number
}

const evidence: Readonly<Record<DistortionType, string>> = {
  all_or_nothing:
    'Between the two ends lies most of what happens. Which part of it went well enough, even if small?',
  overgeneralization:
    'One time is not every time. Look for a single occasion when it went otherwise; one is enough to change the sentence.',
  mental_filter: 'This is one detail of a longer day. What else happened that a camera would have recorded?',
  disqualifying_positive: 'If a friend had done it, would it count? Let it count at the same rate here.',
  mind_reading:
    'What did they actually say or do? The rest is a guess, and a guess has more than one answer.',
  fortune_telling: 'It has not happened yet. What do you know for certain, and what is still open?',
  catastrophizing:
    'The worst outcome is one of several. What would be the most likely one, and what would you do then?',
  emotional_reasoning:
    'The feeling is real, and it is a feeling. What would you see if you looked at the facts alone?',
  should_statements: 'Whose rule is it? Try the sentence again with "I would like to" and see what stays.',
  labeling:
    'A word is not a person. What exactly did you do this time, and what have you done at other times?',
  personalization:
    'Several people and a good deal of chance had a part in this. Which part was really yours?',
  blaming: 'Several causes met here. Which of them can you touch, even slightly?',
  comparing: 'You see their outside and your inside. What do you not know about their day?',
}

const plainEvidence = 'What happened, in the words a camera would use? Start there, and let the meaning wait.'

const topics: readonly {
  readonly pattern: RegExp
  readonly distance: string
  readonly action: MicroAction
}[] = [
  {
    pattern: /\b(?:work|boss|job|meeting|colleagues?|presentation|deadline|project|Arbeit|Chef\w*)\b/i,
    distance:
      'Seen from next month, this is one working day among many, and the people around you have mostly gone on to their own.',
    action: {
      text: 'Write down the one next step at work that takes ten minutes, and nothing else.',
      minutes: 10,
    },
  },
  {
    pattern: /\b(?:exam|study|class|grades?|school|university|thesis|teacher)\b/i,
    distance:
      'From a year away this is one page of a long notebook. What would that older student tell you about tonight?',
    action: { text: 'Open the material, read one page, and close it again.', minutes: 10 },
  },
  {
    pattern:
      /\b(?:mum|mom|mother|dad|father|parents?|kids?|child|children|son|daughter|sister|brother|family)\b/i,
    distance:
      'Imagine this told at the kitchen table in five years. It would be a story about a hard day, with more than one tired person in it.',
    action: {
      text: 'Send one plain sentence to the person in question, or write it and keep it.',
      minutes: 5,
    },
  },
  {
    pattern:
      /\b(?:friends?|partner|boyfriend|girlfriend|husband|wife|text(?:ed)?|repl(?:y|ied)|party|invited?)\b/i,
    distance:
      'From across the room, you would see two people with full days and one silence between them. Silence carries many reasons.',
    action: { text: 'Ask one open question instead of guessing the answer.', minutes: 5 },
  },
  {
    pattern: /\b(?:sleep|tired|night|awake|exhausted|bed)\b/i,
    distance:
      'Thoughts at this hour weigh more than they do at noon. You may leave the decision to the daylight.',
    action: { text: 'Put the thought on paper, put the paper in another room, and lie down.', minutes: 5 },
  },
  {
    pattern: /\b(?:body|weight|gym|eat|eating|sick|health|doctor)\b/i,
    distance: 'If you met this body on a long road, you would see how far it has carried you.',
    action: { text: 'Drink a glass of water and stand by an open window.', minutes: 3 },
  },
]

const anyTopic = {
  distance:
    'Step back two paces, as if a friend had told you this. From there the thought is one voice in the room, not the room.',
  action: { text: 'Step outside, or to a window, and name five things you can see.', minutes: 5 },
}

/** The answer to one thought: three lenses, each naming a detail of it, and one small action. */
export interface Views {
  readonly findings: readonly Finding[]
  readonly action: MicroAction
  lens(lens: Lens): string
  readonly reflection: string
  readonly affirmation: string
}

export function viewsOf(text: string): Views {
  const findings = findDistortions(text)
  const first = findings[0]
  const topic = topics.find(({ pattern }) => pattern.test(text)) ?? anyTopic
  const detail = detailOf(first?.quote ?? text)
  const lens = (name: Lens): string => {
    if (name === 'evidence') return `${detail}: ${first === undefined ? plainEvidence : evidence[first.type]}`
    if (name === 'distance') return topic.distance
    return `It makes sense that ${detail} hurts; it touches something you care about. You may be as gentle with yourself here as you would be with anyone else.`
  }
  return {
    findings,
    action: topic.action,
    lens,
    reflection: reflect(detail, findings),
    affirmation: 'I can take the next small step without having solved the whole of it.',
  }
}

function reflect(detail: string, findings: readonly Finding[]): string {
  const types = [...new Set(findings.map(({ type }) => type.replaceAll('_', ' ')))]
  if (types.length === 0) {
    return `You gave words to ${detail}. Nothing here needs turning; it may simply be felt, and it is written down now.`
  }
  return `You gave words to ${detail}. The writing leaned on ${types.join(' and ')}, and you stayed with it long enough to see it. That is already a little room between you and the thought.`
}

/** A few words of the thought in quotation marks, cut at a word. */
function detailOf(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  if (words.length === 0) return 'this'
  if (words.length <= 60) return `“${words}”`
  const cut = words.slice(0, 60)
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))}…”`
}
