import type { ColorName } from '../theme/tokens.ts'

/** One piece of glass within the wedge: the corners of its polygon, as an SVG points list. */
export interface Piece {
  color: ColorName
  points: string
  opacity: number
}

interface Shard {
  color: ColorName
  /** Distance from the centre and angle within the wedge (degrees) at rest. */
  at: readonly [radius: number, angle: number]
  size: number
  corners: number
  drift: number
  spin: number
  opacity: number
}

/** Pale fields first, so that the whole disc is lit; then the coloured shards that fall over them. */
const shards: readonly Shard[] = [
  { color: 'tealWash', at: [30, 15], size: 90, corners: 5, drift: 0.2, spin: 0.2, opacity: 1 },
  { color: 'violetWash', at: [96, 8], size: 62, corners: 3, drift: 0.6, spin: -0.5, opacity: 1 },
  { color: 'amberWash', at: [58, 26], size: 46, corners: 4, drift: -0.8, spin: 0.6, opacity: 1 },
  { color: 'roseWash', at: [34, 4], size: 40, corners: 3, drift: 0.9, spin: 0.9, opacity: 1 },
  { color: 'teal', at: [90, 17], size: 27, corners: 3, drift: -0.7, spin: -1.1, opacity: 0.5 },
  { color: 'rose', at: [63, 5], size: 29, corners: 3, drift: 0.8, spin: 1.4, opacity: 0.46 },
  { color: 'amber', at: [42, 27], size: 23, corners: 4, drift: -1.3, spin: -0.8, opacity: 0.62 },
  { color: 'violet', at: [18, 8], size: 25, corners: 3, drift: 1, spin: 1, opacity: 0.56 },
  { color: 'amber', at: [99, 3], size: 15, corners: 3, drift: 1.6, spin: 0.6, opacity: 0.5 },
  { color: 'violet', at: [78, 29], size: 18, corners: 3, drift: 1.1, spin: -1.7, opacity: 0.42 },
  { color: 'rose', at: [30, 20], size: 9, corners: 3, drift: -1.5, spin: 1.9, opacity: 0.42 },
]

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const round = (value: number): number => Math.round(value * 100) / 100

function corners(shard: Shard, phase: number): string {
  const wave = Math.sin(phase * shard.drift * Math.PI)
  const angle = radians(shard.at[1] + wave * 15)
  const reach = shard.at[0] + Math.cos(phase * shard.drift * Math.PI * 0.7) * 11 - 11
  const turn = radians(phase * shard.spin * 90)
  return Array.from({ length: shard.corners }, (_, corner) => {
    const way = turn + (corner * 2 * Math.PI) / shard.corners
    const x = Math.cos(angle) * reach + Math.cos(way) * shard.size
    const y = Math.sin(angle) * reach + Math.sin(way) * shard.size
    return `${round(x)},${round(y)}`
  }).join(' ')
}

/** The glass within one wedge at a phase. Pure: the same phase looks the same. */
export function glassAt(phase: number): Piece[] {
  return shards.map((shard) => ({
    color: shard.color,
    points: corners(shard, phase),
    opacity: shard.opacity,
  }))
}

/** The wedge that is mirrored: 30° of a disc of radius 100. */
export const wedge = 'M0 0 L100 0 A100 100 0 0 1 86.6 50 Z'

/** Twelve mirrored wedges, as SVG transforms. */
export const mirrors: readonly string[] = Array.from({ length: 12 }, (_, index) =>
  index % 2 === 0 ? `rotate(${index * 30})` : `rotate(${(index + 1) * 30}) scale(1 -1)`,
)
