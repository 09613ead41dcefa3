import { buffersOf, packReply } from '#lib/reply/packed-reply.ts'

// The worker that reads long replies: takes the pieces of a text, then the time at which it was
// whole, and answers once with what it says.
const pieces: string[] = []

addEventListener('message', ({ data }: MessageEvent<string | number>) => {
  if (typeof data === 'string') {
    pieces.push(data)
    return
  }
  const packed = packReply(pieces.join(''), data)
  postMessage(packed, { transfer: buffersOf(packed) })
})
