import { heatStep } from '#lib/logprobs/scale.ts'

/**
 * One token as an element, for short texts: the tint of its logprob (nats), which leaves its leading
 * space alone, and underlines that repeat without colour what is unlikely.
 */
export function TintedToken({
  text,
  logprob,
  isOutlined = false,
  onEnter,
}: {
  text: string
  /** Undefined for a token without a tint. */
  logprob: number | undefined
  isOutlined?: boolean
  onEnter?(): void
}) {
  const word = text.trimStart()
  const step = heatStep(logprob)
  const underline = step === 6 ? 'underline wavy' : 'underline dotted'
  const tint = step && {
    background: `var(--heat-${step})`,
    color: 'var(--heat-ink)',
    textDecoration: step >= 5 ? underline : undefined,
  }
  return (
    <>
      {text.slice(0, text.length - word.length)}
      <span
        onMouseEnter={onEnter}
        className={`rounded-[2px] ${isOutlined ? 'outline-2 outline-offset-1 outline-accent' : ''}`}
        style={tint || undefined}
      >
        {word}
      </span>
    </>
  )
}
