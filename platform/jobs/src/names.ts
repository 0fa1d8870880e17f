export const jobsSchema = 'jobs'
/** May run jobs; the app's role is a member. */
export const runnerRole = 'triptych_jobs'
/** May add jobs; every module's role is a member. */
export const senderRole = 'triptych_jobs_sender'
/** Where every job ends that failed for the last time. */
export const deadQueue = 'dead_letters'
