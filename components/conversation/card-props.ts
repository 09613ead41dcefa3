import type { Card } from '#lib/request/message-drafts.ts'
import type { Messages } from './use-messages.ts'

/** What everything around one message is given. */
export interface CardProps {
  card: Card
  /** What the message is called: `user message 2`. */
  name: string
  index: number
  count: number
  messages: Messages
  /** Whether it is one line; nothing where nobody said. */
  fold: boolean | undefined
  onFold(fold: boolean): void
}
