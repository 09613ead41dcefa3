import type { Encoding } from '#lib/tokenizers/encoding.ts'
import { Vocabulary } from '#lib/tokenizers/vocabulary.ts'
import type { Answers, Question, Request, Response } from './messages.ts'
import { sources } from './sources.ts'

/** The tokenizer's thread: loads an encoding when it is first asked about, and answers in order. */
const vocabularies = new Map<Encoding, Promise<Vocabulary>>()

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void answer(data).then((response) => postMessage(response))
})

async function answer(request: Request): Promise<Response> {
  const { number } = request
  try {
    const vocabulary = await load(request.encoding)
    return { number, ok: true, value: find(vocabulary, request) }
  } catch (error) {
    return { number, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

function find(vocabulary: Vocabulary, question: Question): Answers[keyof Answers] {
  switch (question.kind) {
    case 'idsOf':
      return vocabulary.idsOf(question.about)
    case 'textOf':
      return vocabulary.textOf(question.about)
    case 'idOf':
      return vocabulary.idOf(question.about)
    case 'variantsOf':
      return vocabulary.variantsOf(question.about)
    case 'variantsOfWord':
      return vocabulary.variantsOfWord(question.about)
    case 'namesOf':
      return vocabulary.namesOf(question.about)
    case 'singleIdsOf':
      return vocabulary.singleIdsOf(question.about)
    case 'split':
      return vocabulary.split(question.about)
    case 'countsOf':
      return question.about.map((text) => vocabulary.idsOf(text).length)
  }
}

/** A load that failed is not remembered, so that the next question tries again. */
async function load(encoding: Encoding): Promise<Vocabulary> {
  const known = vocabularies.get(encoding)
  if (known) return known
  const loading = sources[encoding]().then((source) => new Vocabulary(source))
  vocabularies.set(encoding, loading)
  loading.catch(() => vocabularies.delete(encoding))
  return loading
}
