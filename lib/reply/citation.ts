import { objectOf, textOf } from './wire.ts'

/** A source that a reply cites. */
export interface Citation {
  /** An address of http or https. */
  url: string
  /** The source's title, or its address where it has none. */
  title: string
}

/**
 * The citation in an annotation of OpenAI's form `{type: 'url_citation', url_citation: {url, title}}`;
 * nothing in another, or where the address is not one that may be followed.
 */
export function citationOf(annotation: unknown): Citation | undefined {
  const { url, title } = objectOf(objectOf(annotation).url_citation)
  const address = textOf(url)
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  return { url: address, title: textOf(title) ?? address }
}
