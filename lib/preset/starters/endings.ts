import { onTeachingModel, user, type StarterGroup } from './starter-preset.ts'

/** Presets about how a reply ends and how it arrives. */
export const endings: StarterGroup = {
  title: 'Length and delivery',
  presets: [
    {
      id: 'stop-sequence',
      name: 'Three and no more',
      description: 'Stops a numbered list where “4.” would begin.',
      authorNote:
        'The stop text is not part of the reply, and the finish reason is stop. Reset Stop and run again: the model knows five fruits.',
      settings: onTeachingModel({
        messages: [user('List three fruits.')],
        temperature: 0,
        stop: ['4.'],
      }),
    },
    {
      id: 'cut-short',
      name: 'Cut off in mid-sentence',
      description: 'A limit of 24 tokens ends the reply before the model does.',
      authorNote:
        'The finish reason below the reply is length: the text is not finished, whatever it looks like. A program has to check that.',
      settings: onTeachingModel({
        messages: [user('Tell me a story about a fox.')],
        temperature: 0,
        max_completion_tokens: 24,
      }),
    },
    {
      id: 'in-one-piece',
      name: 'All in one piece',
      description: 'Without streaming and without log probabilities.',
      authorNote:
        'The reply comes at once and without tints: what was not asked for is not sent. Look at the Response tab, then turn both on again.',
      settings: {
        provider: 'teaching',
        model: 'nucleus-teaching-1',
        messages: [user('Tell me about rain.')],
        temperature: 0,
        logprobs: false,
        stream: false,
      },
    },
  ],
}
