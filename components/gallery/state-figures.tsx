import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { TokenFigures } from '#components/inspector/token-tab-figures.tsx'
import type { TokenRange } from '#components/reply/island/frame.ts'
import { PassageFigures } from '#components/reply/passage-figures.tsx'
import type { GalleryState } from './states/state.ts'

/** What stands under the text of a state: figures of each token, or of the whole and a passage. */
export function StateFigures({
  state: { figures },
  tokens,
  passage,
}: {
  state: GalleryState
  tokens: TokenStore
  /** What is selected; the state's own passage stands in for it. */
  passage: TokenRange | undefined
}) {
  if (figures === undefined) return null
  if (figures === 'tokens') return <FiguresOfEach tokens={tokens} />
  return (
    <>
      <PassageFigures tokens={tokens} version={0} />
      <PassageFigures tokens={tokens} version={0} range={passage ?? figures} />
    </>
  )
}

function FiguresOfEach({ tokens }: { tokens: TokenStore }) {
  return (
    <ol className="flex flex-wrap gap-x-8 px-6 pt-1 max-md:px-4">
      {Array.from({ length: tokens.length }, (_, token) => (
        <li key={token} className="pt-2">
          <p className="font-mono font-semibold">{visibleToken(tokens.text(token))}</p>
          <TokenFigures position={tokens.position(token)} />
        </li>
      ))}
    </ol>
  )
}
