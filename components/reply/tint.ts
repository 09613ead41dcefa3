/** The class that tints a token by its step of the heat scale; step 0 has no tint of its own. */
export function tintOf(step: number | undefined, none = ''): string {
  if (step === undefined) return 'heat-unknown'
  return step === 0 ? none : `heat-${step}`
}
