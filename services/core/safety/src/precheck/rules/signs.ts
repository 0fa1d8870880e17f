import type { RuleSet } from './rule.ts'

const everyday =
  '(climb*|camp*|boat|boats|sail*|dog|garden|swing|kids|tent|hiking|trip|neighbour|neighbor|bins|fridge|landlord|teacher|milk|shopping|mums week|moms week|grandma|nan|pharmacy|prescription|recycling|work|school|fundraiser|homework|boss|packing|lesson|class|meeting)'

/**
 * Weak signs. One alone means nothing; means beside a moment, or means beside a farewell, does, in one text
 * or over two messages.
 */
export const signs: readonly RuleSet[] = [
  {
    language: 'en',
    family: 'means',
    rules: {
      means: {
        match: `
          (bought|got|have|found|saved|saving|stockpiled|stockpiling|hoarding|hoarded|collected|counted|counting|lined|hidden|hid|keep|kept|stashed|gathered) ~1 (up|a|my|the|all|enough|some|out|all the|dads|all my|another) ~3 ({pills}|rope|gun|razor|razor blades|blades|helium|charcoal|bullets|noose|knife)
          ({pills}|rope|gun|noose|blades) ~2 (is|are) ~1 (counted out|counted|ready|lined up|in my drawer|on the table|under my bed|waiting|right here|next to me|in front of me|loaded|all here)
          (walking|driving|going|drive|walk|drove) ~2 to the (bridge|train tracks|cliff|roof|multi storey)`,
        unless: everyday,
        ignore: ['person'],
      },
    },
  },
  {
    language: 'en',
    family: 'moment',
    rules: {
      moment: {
        match: `
          (tonight|tomorrow|friday|saturday|sunday|this weekend|today|monday|soon) ~2 (im|i am|ill|i will|is|i|its) ~2 (going to do it|gonna do it|doing it|do it|take them all|take them|the night|the day|when everyone is asleep|finish it|it ends|over|end this)
          (going to|gonna|ill|will) ~1 (do it|take them all|take them|go through with it|finish it|end this) (tonight|tomorrow|on friday|friday|soon|today|this weekend|after|when everyone)
          tonight ~2 (jump|jumping|ending it|gone)
          (tonight) [is] (the night|it)
          (its|it is) time to (go|leave|end|say goodbye)
          (im|i am) (ready|not scared anymore|at peace now|going through with it)
          nobody (can|will) stop me
          (no one|nobody|noone) ~1 (home|here|back) ~1 (until|till|before|tonight)`,
        unless: everyday,
        ignore: ['person'],
      },
    },
  },
  {
    language: 'en',
    family: 'farewell',
    rules: {
      farewell: {
        match: `
          (wrote|written|writing|left|finished|have) ~1 (the|my|a|goodbye) ~1 (note|notes|letter|letters|goodbye) ~3
          (wrote|written) letters to (everyone|everybody|my family|them all|all of them)
          (gave|giving|given) ~1 (away) ~1 (everything|my things|my stuff|all my|my guitar|my cat|my dog|my favourite|my favorite|my clothes|my record*|my books)
          (gave|giving|given) my ~3 (to|away)
          (see|meet|catch) (you|yous|yall) ~1 (on the other side|in the next life|in another life|up there)
          (said|saying) ~1 (goodbye|goodbyes|my goodbyes)
          (tonight)`,
        unless: `${everyday}
          (thank you|cover|love|recommendation|complaint|resignation) (note|letter)`,
        ignore: ['person'],
      },
    },
  },
]
