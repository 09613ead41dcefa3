/**
 * One text the teaching model learns from. A paragraph is one line, a blank line parts paragraphs,
 * and single newlines stand only between lines of verse, of a list or of a letter's head. A dialogue
 * may begin with one `System: `, then `User: ` and `Assistant: ` take turns.
 */
export interface Document {
  topic: string
  title: string
  text: string
}

/**
 * The documents of one Markdown file of the corpus: `# topic`, a line that says what is in it, then
 * one `## Title` for each document. Throws where the file does not begin with its topic, so that a
 * slip is seen when the corpus is built.
 */
export function readDocuments(markdown: string): Document[] {
  const [head = '', ...sections] = markdown.split(/^## /m)
  const topic = /^# (\S.*)$/m.exec(head)?.[1]
  if (topic === undefined) throw new Error('A file of the corpus begins with “# topic”.')
  return sections.map((section) => {
    const end = section.indexOf('\n')
    return { topic, title: section.slice(0, end).trim(), text: section.slice(end).trim() }
  })
}
