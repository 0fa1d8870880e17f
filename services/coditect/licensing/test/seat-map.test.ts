import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Licensed, openScene, type Scene, seatOf } from './system.ts'

interface SeatMap {
  max_seats: number
  seats: { session_id: string; machine: string }[]
}

describe.each(databaseKinds)('the map of seats on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  /** Watches as the console does, but by a token, and keeps what is said. */
  function watch({ owner, licenseId }: Licensed, organization: string) {
    const address = `${scene.system.baseUrl.replace('http', 'ws')}/api/v1/licenses/${licenseId}/seats`
    const headers = { authorization: `Bearer ${owner.accessToken}` }
    const socket = new WebSocket(`${address}?organization_id=${organization}`, {
      headers,
    } as unknown as string[])
    const said: SeatMap[] = []
    const closed = new Promise<string>((resolve) =>
      socket.addEventListener('close', ({ reason }) => resolve(reason)),
    )
    socket.addEventListener('message', ({ data }) => said.push(JSON.parse(data as string) as SeatMap))
    return { socket, said, closed }
  }

  it('is said anew when a seat is taken and when it is given back, and not in between', async () => {
    const licensed = await scene.licensed()
    const { socket, said } = watch(licensed, licensed.organizationId)
    await expect.poll(() => said.length, { timeout: 10_000 }).toBe(1)
    const seat = seatOf(await licensed.acquire('workstation-of-the-map'))
    await expect.poll(() => said.length, { timeout: 10_000 }).toBe(2)
    const beat = { session_id: seat.session_id, signed_token: seat.signed_token }
    expect((await scene.post('/licenses/heartbeat', beat)).status).toBe(200)
    expect((await scene.post('/licenses/release', beat)).status).toBe(204)
    await expect.poll(() => said.length, { timeout: 10_000 }).toBe(3)
    socket.close()
    expect(said.map(({ max_seats: max, seats }) => [max, seats.map((one) => one.session_id)])).toEqual([
      [3, []],
      [3, [seat.session_id]],
      [3, []],
    ])
  })

  it('is shown to nobody of another organisation', async () => {
    const [mine, theirs] = [await scene.licensed(), await scene.licensed()]
    const path = `/api/v1/licenses/${theirs.licenseId}/seats`
    expect((await mine.owner.send('GET', path)).status).toBe(404)
    expect(await watch(mine, theirs.organizationId).closed).toBe('identity.organization_not_found')
    const foreign = watch({ ...mine, licenseId: theirs.licenseId }, mine.organizationId)
    expect(await foreign.closed).toBe('licensing.license_not_found')
    expect(foreign.said).toEqual([])
  })
})
