/** A paragraph; what stands between backticks is code. */
export function Prose({ children }: { children: string }) {
  return children.split('`').map((piece, index) =>
    index % 2 === 1 ? (
      <code key={index} className="rounded-[4px] bg-sunken px-1 font-mono text-[13px]">
        {piece}
      </code>
    ) : (
      // A figure and its unit stay on one line.
      piece.replaceAll(' %', '\u00a0%')
    ),
  )
}
