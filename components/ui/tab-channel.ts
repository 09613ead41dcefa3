/** Tells of changes of something that all tabs of a browser share. */
export interface TabChannel {
  /** Calls `listener` after every change, in this tab or another, until the returned function is called. */
  subscribe(listener: () => void): () => void
  /** Says in every tab that something changed. */
  tell(): void
}

/** A channel of this name, opened when it is first used. */
export function createTabChannel(name: string): TabChannel {
  const listeners = new Set<() => void>()
  let channel: BroadcastChannel | undefined
  const tellHere = () => {
    for (const listener of listeners) listener()
  }
  const open = () => {
    const opened = new BroadcastChannel(name)
    opened.addEventListener('message', tellHere)
    return opened
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      channel ??= open()
      return () => listeners.delete(listener)
    },
    tell: () => {
      channel ??= open()
      const post = channel.postMessage.bind(channel)
      post('changed')
      tellHere()
    },
  }
}
