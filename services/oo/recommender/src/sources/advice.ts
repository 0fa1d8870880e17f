import type { Advice } from '../advice/advice.ts'
import { library } from '../advice/library.ts'
import type { Candidate, CandidateText } from '../domain/candidate.ts'
import type { CandidateSource } from './source.ts'

export const adviceSourceName = 'advice.library'

/** Our own library; always there, also for a person who connected nothing. */
export const createAdviceSource = (): CandidateSource => ({
  name: adviceSourceName,
  owns: (source) => source === adviceSourceName,
  candidates: () => Promise.resolve(candidates),
  open: (_context, _userId, { ref }) => Promise.resolve(texts.get(ref)),
})

const toCandidate = ({ id, minutes }: Advice): Candidate => ({
  id: `${adviceSourceName}:${id}`,
  source: adviceSourceName,
  ref: id,
  kind: 'advice',
  dueAt: null,
  dueOn: null,
  deadlineOn: null,
  minutes,
  isRecurring: false,
  priority: 4,
  addedAt: null,
  isPartOfAnother: false,
  openParts: 0,
  labels: 0,
  isFresh: true,
})

const candidates = library.map(toCandidate)

const texts = new Map<string, CandidateText>(
  library.map(({ id, title, body, source: attribution }) => [
    id,
    { title, body, deepLink: null, project: null, attribution },
  ]),
)
