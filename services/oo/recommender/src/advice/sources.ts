import type { Advice } from './advice.ts'

const doi = (id: string, title: string): Advice['source'] => ({ title, url: `https://doi.org/${id}` })
const page = (url: string, title: string): Advice['source'] => ({ title, url })

/** What the library rests on: papers by their DOI, public bodies by their pages. */
export const sources = {
  adams: doi(
    '10.1038/s41586-021-03380-y',
    'Adams, Converse, Hales, Klotz (2021). People systematically overlook subtractive changes. Nature.',
  ),
  albulescu: doi(
    '10.1371/journal.pone.0272460',
    'Albulescu et al. (2022). “Give me a break!” A systematic review of micro-breaks. PLOS ONE.',
  ),
  amabile: page(
    'https://hbr.org/2011/05/the-power-of-small-wins',
    'Amabile, Kramer (2011). The power of small wins. Harvard Business Review.',
  ),
  ariely: doi(
    '10.1111/1467-9280.00441',
    'Ariely, Wertenbroch (2002). Procrastination, deadlines, and performance. Psychological Science.',
  ),
  ariga: doi(
    '10.1016/j.cognition.2010.12.007',
    'Ariga, Lleras (2011). Brief and rare mental “breaks” keep you focused. Cognition.',
  ),
  berman: doi(
    '10.1111/j.1467-9280.2008.02225.x',
    'Berman, Jonides, Kaplan (2008). The cognitive benefits of interacting with nature. Psychological Science.',
  ),
  boothby: doi(
    '10.1177/0146167220949003',
    'Boothby, Bohns (2021). Why a simple act of kindness is not as simple as it seems. PSPB.',
  ),
  bratman: doi(
    '10.1073/pnas.1510459112',
    'Bratman et al. (2015). Nature experience reduces rumination. PNAS.',
  ),
  breines: doi(
    '10.1177/0146167212445599',
    'Breines, Chen (2012). Self-compassion increases self-improvement motivation. PSPB.',
  ),
  brooks: doi('10.1093/sleep/29.6.831', 'Brooks, Lack (2006). A brief afternoon nap. Sleep.'),
  buehler: doi(
    '10.1037/0022-3514.67.3.366',
    'Buehler, Griffin, Ross (1994). Exploring the “planning fallacy”. Journal of Personality and Social Psychology.',
  ),
  bull: doi(
    '10.1136/bjsports-2020-102955',
    'Bull et al. (2020). World Health Organization guidelines on physical activity. British Journal of Sports Medicine.',
  ),
  cepeda: doi(
    '10.1037/0033-2909.132.3.354',
    'Cepeda et al. (2006). Distributed practice in verbal recall tasks. Psychological Bulletin.',
  ),
  chang: doi('10.1073/pnas.1418490112', 'Chang et al. (2015). Evening use of light-emitting eReaders. PNAS.'),
  cisa: page(
    'https://www.cisa.gov/secure-our-world',
    'Cybersecurity and Infrastructure Security Agency: Secure our world.',
  ),
  dai: doi(
    '10.1287/mnsc.2014.1901',
    'Dai, Milkman, Riis (2014). The fresh start effect. Management Science.',
  ),
  dunlosky: doi(
    '10.1177/1529100612453266',
    'Dunlosky et al. (2013). Improving students’ learning with effective learning techniques. PSPI.',
  ),
  dunn: doi(
    '10.1126/science.1150952',
    'Dunn, Aknin, Norton (2008). Spending money on others promotes happiness. Science.',
  ),
  dunstan: doi('10.2337/dc11-1931', 'Dunstan et al. (2012). Breaking up prolonged sitting. Diabetes Care.'),
  eatwell: page('https://www.nhs.uk/live-well/eat-well/', 'NHS: Eat well.'),
  emmons: doi(
    '10.1037/0022-3514.84.2.377',
    'Emmons, McCullough (2003). Counting blessings versus burdens. Journal of Personality and Social Psychology.',
  ),
  epa: page(
    'https://www.epa.gov/recycle/preventing-wasted-food-home',
    'US Environmental Protection Agency: Preventing wasted food at home.',
  ),
  epley: doi(
    '10.1037/a0037323',
    'Epley, Schroeder (2014). Mistakenly seeking solitude. Journal of Experimental Psychology: General.',
  ),
  ericsson: doi(
    '10.1037/0033-295X.100.3.363',
    'Ericsson, Krampe, Tesch-Römer (1993). The role of deliberate practice. Psychological Review.',
  ),
  fiorella: doi(
    '10.1016/j.cedpsych.2013.06.001',
    'Fiorella, Mayer (2013). The relative benefits of learning by teaching. Contemporary Educational Psychology.',
  ),
  flynn: doi(
    '10.1037/0022-3514.95.1.128',
    'Flynn, Lake (2008). If you need help, just ask. Journal of Personality and Social Psychology.',
  ),
  gable: doi(
    '10.1037/0022-3514.87.2.228',
    'Gable et al. (2004). What do you do when things go right? Journal of Personality and Social Psychology.',
  ),
  gollwitzer: doi(
    '10.1037/0003-066X.54.7.493',
    'Gollwitzer (1999). Implementation intentions. American Psychologist.',
  ),
  hall: doi(
    '10.1177/0265407518761225',
    'Hall (2019). How many hours does it take to make a friend? Journal of Social and Personal Relationships.',
  ),
  harkin: doi(
    '10.1037/bul0000025',
    'Harkin et al. (2016). Does monitoring goal progress promote goal attainment? Psychological Bulletin.',
  ),
  holtLunstad: doi(
    '10.1371/journal.pmed.1000316',
    'Holt-Lunstad, Smith, Layton (2010). Social relationships and mortality risk. PLOS Medicine.',
  ),
  huang: doi(
    '10.1037/pspi0000097',
    'Huang et al. (2017). It doesn’t hurt to ask. Journal of Personality and Social Psychology.',
  ),
  iyengar: doi(
    '10.1037/0022-3514.79.6.995',
    'Iyengar, Lepper (2000). When choice is demotivating. Journal of Personality and Social Psychology.',
  ),
  kaplan: doi(
    '10.1016/0272-4944(95)90001-2',
    'Kaplan (1995). The restorative benefits of nature. Journal of Environmental Psychology.',
  ),
  killingsworth: doi(
    '10.1126/science.1192439',
    'Killingsworth, Gilbert (2010). A wandering mind is an unhappy mind. Science.',
  ),
  kornell: doi(
    '10.1111/j.1467-9280.2008.02127.x',
    'Kornell, Bjork (2008). Learning concepts and categories. Psychological Science.',
  ),
  kross: doi(
    '10.1037/a0035173',
    'Kross et al. (2014). Self-talk as a regulatory mechanism. Journal of Personality and Social Psychology.',
  ),
  kumar: doi(
    '10.1177/0956797618772506',
    'Kumar, Epley (2018). Undervaluing gratitude. Psychological Science.',
  ),
  kushlev: doi(
    '10.1016/j.chb.2014.11.005',
    'Kushlev, Dunn (2015). Checking email less frequently reduces stress. Computers in Human Behavior.',
  ),
  lally: doi(
    '10.1002/ejsp.674',
    'Lally et al. (2010). How are habits formed. European Journal of Social Psychology.',
  ),
  leroy: doi(
    '10.1016/j.obhdp.2009.04.002',
    'Leroy (2009). Why is it so hard to do my work? Organizational Behavior and Human Decision Processes.',
  ),
  lieberman: doi(
    '10.1111/j.1467-9280.2007.01916.x',
    'Lieberman et al. (2007). Putting feelings into words. Psychological Science.',
  ),
  liu: doi(
    '10.1037/pspi0000402',
    'Liu et al. (2022). The surprise of reaching out. Journal of Personality and Social Psychology.',
  ),
  locke: doi(
    '10.1037/0003-066X.57.9.705',
    'Locke, Latham (2002). Building a practically useful theory of goal setting. American Psychologist.',
  ),
  macleod: doi(
    '10.1037/a0018785',
    'MacLeod et al. (2010). The production effect. Journal of Experimental Psychology: LMC.',
  ),
  mark: doi('10.1145/1357054.1357072', 'Mark, Gudith, Klocke (2008). The cost of interrupted work. CHI.'),
  masicampo: doi(
    '10.1037/a0024192',
    'Masicampo, Baumeister (2011). Consider it done. Journal of Personality and Social Psychology.',
  ),
  mcmains: doi(
    '10.1523/JNEUROSCI.3766-10.2011',
    'McMains, Kastner (2011). Interactions of top-down and bottom-up mechanisms in visual cortex. Journal of Neuroscience.',
  ),
  milkman: doi(
    '10.1287/mnsc.2013.1784',
    'Milkman, Minson, Volpp (2014). Holding the Hunger Games hostage at the gym. Management Science.',
  ),
  mueller: doi(
    '10.1177/0956797614524581',
    'Mueller, Oppenheimer (2014). The pen is mightier than the keyboard. Psychological Science.',
  ),
  neff: doi('10.1080/15298860309032', 'Neff (2003). Self-compassion. Self and Identity.'),
  nhsExercise: page('https://www.nhs.uk/live-well/exercise/', 'NHS: Exercise.'),
  nhsSleep: page(
    'https://www.nhs.uk/every-mind-matters/mental-health-issues/sleep/',
    'NHS Every Mind Matters: Sleep.',
  ),
  nhsSteps: page(
    'https://www.nhs.uk/mental-health/self-help/guides-tools-and-activities/five-steps-to-mental-wellbeing/',
    'NHS: Five steps to mental wellbeing.',
  ),
  oettingen: doi(
    '10.1080/10463283.2011.643698',
    'Oettingen (2012). Future thought and behaviour change. European Review of Social Psychology.',
  ),
  ophir: doi(
    '10.1073/pnas.0903620106',
    'Ophir, Nass, Wagner (2009). Cognitive control in media multitaskers. PNAS.',
  ),
  oppezzo: doi(
    '10.1037/a0036577',
    'Oppezzo, Schwartz (2014). Give your ideas some legs. Journal of Experimental Psychology: LMC.',
  ),
  pennebaker: doi(
    '10.1111/j.1467-9280.1997.tb00403.x',
    'Pennebaker (1997). Writing about emotional experiences. Psychological Science.',
  ),
  przybylski: doi(
    '10.1177/0265407512453827',
    'Przybylski, Weinstein (2013). Can you connect with me now? Journal of Social and Personal Relationships.',
  ),
  risko: doi(
    '10.1016/j.tics.2016.07.002',
    'Risko, Gilbert (2016). Cognitive offloading. Trends in Cognitive Sciences.',
  ),
  roediger: doi(
    '10.1111/j.1467-9280.2006.01693.x',
    'Roediger, Karpicke (2006). Test-enhanced learning. Psychological Science.',
  ),
  rohrer: doi(
    '10.1007/s11251-007-9015-8',
    'Rohrer, Taylor (2007). The shuffling of mathematics problems improves learning. Instructional Science.',
  ),
  rozenblit: doi(
    '10.1207/s15516709cog2605_1',
    'Rozenblit, Keil (2002). The illusion of explanatory depth. Cognitive Science.',
  ),
  rubinstein: doi(
    '10.1037/0096-1523.27.4.763',
    'Rubinstein, Meyer, Evans (2001). Executive control of cognitive processes in task switching. JEP: HPP.',
  ),
  sandstrom: doi(
    '10.1177/0146167214529799',
    'Sandstrom, Dunn (2014). Social interactions and well-being: the surprising power of weak ties. PSPB.',
  ),
  saxbe: doi('10.1177/0146167209352864', 'Saxbe, Repetti (2010). No place like home. PSPB.'),
  scullin: doi(
    '10.1037/xge0000374',
    'Scullin et al. (2018). The effects of bedtime writing. Journal of Experimental Psychology: General.',
  ),
  seligman: doi(
    '10.1037/0003-066X.60.5.410',
    'Seligman et al. (2005). Positive psychology progress. American Psychologist.',
  ),
  sheppard: doi(
    '10.1136/bmjophth-2018-000146',
    'Sheppard, Wolffsohn (2018). Digital eye strain. BMJ Open Ophthalmology.',
  ),
  slamecka: doi(
    '10.1037/0278-7393.4.6.592',
    'Slamecka, Graf (1978). The generation effect. Journal of Experimental Psychology: HLM.',
  ),
  sonnentag: doi(
    '10.1037/1076-8998.12.3.204',
    'Sonnentag, Fritz (2007). The Recovery Experience Questionnaire. Journal of Occupational Health Psychology.',
  ),
  steel: doi(
    '10.1037/0033-2909.133.1.65',
    'Steel (2007). The nature of procrastination. Psychological Bulletin.',
  ),
  sturm: doi('10.1037/emo0000876', 'Sturm et al. (2022). Big smile, small self: awe walks. Emotion.'),
  thayer: doi(
    '10.1037/0022-3514.52.1.119',
    'Thayer (1987). Energy, tiredness, and tension: sugar snack versus moderate exercise. JPSP.',
  ),
  ulrich: doi('10.1126/science.6143402', 'Ulrich (1984). View through a window. Science.'),
  vanBoven: doi(
    '10.1037/0022-3514.85.6.1193',
    'Van Boven, Gilovich (2003). To do or to have? Journal of Personality and Social Psychology.',
  ),
  vohs: doi(
    '10.1177/0956797613480186',
    'Vohs, Redden, Rahinel (2013). Physical order produces healthy choices. Psychological Science.',
  ),
  ward: doi(
    '10.1086/691462',
    'Ward et al. (2017). Brain drain. Journal of the Association for Consumer Research.',
  ),
  watson: doi(
    '10.5665/sleep.4716',
    'Watson et al. (2015). Recommended amount of sleep for a healthy adult. Sleep.',
  ),
  whillans: doi('10.1073/pnas.1706541114', 'Whillans et al. (2017). Buying time promotes happiness. PNAS.'),
  white: doi(
    '10.1038/s41598-019-44097-3',
    'White et al. (2019). Spending at least 120 minutes a week in nature. Scientific Reports.',
  ),
  wood: doi('10.1037/0033-295X.114.4.843', 'Wood, Neal (2007). A new look at habits. Psychological Review.'),
  yeager: doi(
    '10.1038/s41586-019-1466-y',
    'Yeager et al. (2019). A national experiment reveals where a growth mindset improves achievement. Nature.',
  ),
} as const satisfies Record<string, Advice['source']>
