import type { OpenRedisScripts } from '@triptych/runtime'
import { createPostgresSeats } from './postgres-seats.ts'
import { createSeatCopies } from './redis-seat-copy.ts'
import { seatScripts } from './redis-seat-scripts.ts'
import { createRedisSeats, type RedisSeats, type RedisSeatsOptions } from './redis-seats.ts'
import { createMoveToPostgres, inPostgres } from './seats-in-postgres.ts'
import type { Seats } from './seats.ts'

type SeatsOptions = Omit<RedisSeatsOptions, 'copies' | 'postgres' | 'moveToPostgres'>

/** The seats of this process: granted by Redis where there is one, else by Postgres alone. */
export function openSeats(redisScripts: OpenRedisScripts | undefined, options: SeatsOptions): RedisSeats {
  const postgres = createPostgresSeats(options)
  const moveToPostgres = createMoveToPostgres(options)
  if (redisScripts === undefined)
    return { ...alone(postgres, moveToPostgres), flush: () => Promise.resolve() }
  const copies = createSeatCopies(redisScripts(seatScripts), options.clock)
  return createRedisSeats({ ...options, copies, postgres, moveToPostgres })
}

/** Without a Redis of ours the seats of licences that some Redis may still grant are moved at their first call. */
function alone(postgres: Seats, move: RedisSeatsOptions['moveToPostgres']): Seats {
  return {
    ...postgres,
    acquire: (context, request, witness) =>
      inPostgres(
        () => postgres.acquire(context, request, witness),
        () => move(context, request),
      ),
    heartbeat: (context, session, witness) =>
      inPostgres(
        () => postgres.heartbeat(context, session, witness),
        () => move(context, session),
      ),
    release: (context, session, reason, witness) =>
      inPostgres(
        () => postgres.release(context, session, reason, witness),
        () => move(context, session),
      ),
  }
}
