/** A colour as linear light in the primaries of sRGB; each part is 0 to 1 where a screen can show it. */
export type Linear = readonly [red: number, green: number, blue: number]

/** A colour in CIELAB under D65. */
export type Lab = readonly [lightness: number, a: number, b: number]

/** Reads `#rrggbb` or `oklch(l c h)` as an opaque colour; throws on anything else. */
export function readColour(css: string): Linear {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css)
  if (hex) return mapParts(hex.slice(1), (part) => decode(Number.parseInt(part, 16) / 255))
  const polar = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(css)
  if (!polar) throw new Error(`No colour that can be read: ${css}`)
  const [l = 0, c = 0, h = 0] = polar.slice(1).map(Number)
  return onScreen(fromOklch(l, c, h))
}

/** OKLCH to linear light, by the sample code of CSS Color 4 (hue in degrees). */
function fromOklch(lightness: number, chroma: number, hue: number): Linear {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377773761749 * a + 0.2158037573099136 * b) ** 3
  const m = (lightness - 0.1055613458156586 * a - 0.0638541728258133 * b) ** 3
  const s = (lightness - 0.0894841775298119 * a - 1.2914855480194092 * b) ** 3
  return [
    4.0767416360759592 * l - 3.3077115392580616 * m + 0.2309699031821046 * s,
    -1.2684379732850317 * l + 2.6097573492876891 * m - 0.3413193760026572 * s,
    -0.0041960761386755 * l - 0.7034186179359362 * m + 1.7076146940746117 * s,
  ]
}

/** What a screen of 8 bits a part shows of a colour. */
export function onScreen(colour: Linear): Linear {
  return mapParts(colour, (part) => decode(Math.round(encode(part) * 255) / 255))
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance([red, green, blue]: Linear): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Linear, b: Linear): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** Linear light to CIELAB, with the white of sRGB as the reference (CIE 15). */
export function toLab([red, green, blue]: Linear): Lab {
  const x = (0.4123908 * red + 0.3575843 * green + 0.1804808 * blue) / 0.9504559
  const y = 0.212639 * red + 0.7151687 * green + 0.0721923 * blue
  const z = (0.0193308 * red + 0.1191948 * green + 0.9505322 * blue) / 1.0890578
  const [fx, fy, fz] = [bend(x), bend(y), bend(z)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

function bend(part: number): number {
  return part > (6 / 29) ** 3 ? Math.cbrt(part) : part / (3 * (6 / 29) ** 2) + 4 / 29
}

/** The transfer function of sRGB (IEC 61966-2-1), and back. */
function decode(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function encode(part: number): number {
  const light = Math.min(1, Math.max(0, part))
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
}

function mapParts<Part>(parts: readonly Part[], change: (part: Part) => number): Linear {
  const [red = 0, green = 0, blue = 0] = parts.map(change)
  return [red, green, blue]
}
