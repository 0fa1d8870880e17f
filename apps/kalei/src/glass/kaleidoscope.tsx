import { useId } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import Svg, { ClipPath, Defs, G, Path, Polygon, Use } from 'react-native-svg'
import { useColors } from '../theme/use-theme.ts'
import { mark } from '../ui/web.ts'
import { glassAt, mirrors, wedge } from './pattern.ts'
import { usePhase } from './use-phase.ts'

/** The mirrored glass. Decoration only: hidden from assistive technology. */
export function Kaleidoscope(props: { size: number; step?: number; turning?: boolean }): ReactNode {
  const { size, step = 0, turning = false } = props
  const color = useColors()
  const id = useId().replace(/[^a-zA-Z0-9]/g, '')
  const phase = usePhase({ step, turning })
  return (
    <View aria-hidden style={{ width: size, height: size, pointerEvents: 'none' }}>
      <Svg width={size} height={size} viewBox="-104 -104 208 208">
        <Defs>
          <ClipPath id={`${id}clip`}>
            <Path d={wedge} />
          </ClipPath>
          <G id={`${id}wedge`} clipPath={`url(#${id}clip)`}>
            {glassAt(phase).map((piece, index) => (
              <Polygon
                key={index}
                points={piece.points}
                fill={color[piece.color]}
                fillOpacity={piece.opacity}
                stroke={color.sheet}
                strokeWidth={0.7}
                {...(piece.opacity < 1 ? mark({ glass: 'blend' }) : {})}
              />
            ))}
          </G>
        </Defs>
        <G rotation={turning ? phase * 24 : step * 24}>
          {mirrors.map((transform) => (
            <Use key={transform} href={`#${id}wedge`} transform={transform} />
          ))}
        </G>
      </Svg>
    </View>
  )
}
