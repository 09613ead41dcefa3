import type { Lab, Linear } from './palette-colour.fixture.ts'

type Matrix = readonly [Linear, Linear, Linear]

/**
 * What people with full colour vision, and with none of the long, middle or short cones, see of a
 * colour: matrices over linear light for severity 1.0 (Machado, Oliveira and Fernandes 2009).
 */
const matrices = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

/** A kind of colour vision. */
export type Vision = keyof typeof matrices

/** The four kinds. */
export const visions = Object.keys(matrices) as Vision[]

/** A colour as it is seen; parts that leave the screen's range are clipped, as in the paper. */
export function seenBy(vision: Vision, colour: Linear): Linear {
  const [red, green, blue] = matrices[vision].map((row) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])),
  )
  return [red ?? 0, green ?? 0, blue ?? 0]
}

const degrees = Math.PI / 180

/** The CIEDE2000 difference of two colours; names of terms as in Sharma, Wu and Dalal 2005. */
export function ciede2000(one: Lab, other: Lab): number {
  const [l1, a1, b1] = one
  const [l2, a2, b2] = other
  const g = 0.5 * (1 - saturation((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2))
  const [x1, x2] = [(1 + g) * a1, (1 + g) * a2]
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)]
  const [h1, h2] = [hueOf(x1, b1), hueOf(x2, b2)]
  const grey = c1 * c2 === 0
  const turn = grey ? 0 : shortWay(h2 - h1)
  const meanL = (l1 + l2) / 2
  const meanC = (c1 + c2) / 2
  const meanH = grey ? h1 + h2 : meanHue(h1, h2)
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const lightness = (l2 - l1) / sl
  const chroma = (c2 - c1) / (1 + 0.045 * meanC)
  const hue =
    (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degrees)) / (1 + 0.015 * meanC * tilt(meanH))
  const twist = 60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * degrees
  const rotation = -Math.sin(twist) * 2 * saturation(meanC)
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue)
}

function saturation(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))
}

function hueOf(a: number, b: number): number {
  const hue = a === 0 && b === 0 ? 0 : Math.atan2(b, a) / degrees
  return hue < 0 ? hue + 360 : hue
}

/** A difference of hues, the short way round. */
function shortWay(turn: number): number {
  if (turn > 180) return turn - 360
  return turn < -180 ? turn + 360 : turn
}

function meanHue(h1: number, h2: number): number {
  const sum = h1 + h2
  if (Math.abs(h1 - h2) <= 180) return sum / 2
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
}

function tilt(hue: number): number {
  return (
    1 -
    0.17 * Math.cos((hue - 30) * degrees) +
    0.24 * Math.cos(2 * hue * degrees) +
    0.32 * Math.cos((3 * hue + 6) * degrees) -
    0.2 * Math.cos((4 * hue - 63) * degrees)
  )
}
