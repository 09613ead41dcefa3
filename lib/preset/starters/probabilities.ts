import { onTeachingModel, system, user, type StarterGroup } from './starter-preset.ts'

const labels = system('Answer with one word: positive, negative or neutral.')

const question = (review: string) => user(`Is this review positive, negative or neutral? ${review}`)

const mixedReview = question('The food was good but we waited an hour.')

const sea = user('Tell me about the sea.')

/** Presets about reading log probabilities. */
export const probabilities: StarterGroup = {
  title: 'Read the probabilities',
  presets: [
    {
      id: 'classify-sure',
      name: 'One-word label',
      description: 'Sorts a review into positive, negative or neutral with a single token.',
      authorNote:
        'Click the word of the reply: its probability is how sure the model is of the label, and the other labels stand below it.',
      settings: onTeachingModel({
        messages: [labels, question('The soup was cold and the waiter was rude.')],
        temperature: 0,
        max_completion_tokens: 3,
      }),
    },
    {
      id: 'classify-torn',
      name: 'A label that is a coin toss',
      description: 'Sorts a mixed review, for which the three labels are almost equally likely.',
      authorNote:
        'The reply looks as certain as any, yet its probability is near a third. Only the alternatives show that the model could not tell.',
      settings: onTeachingModel({
        messages: [labels, mixedReview],
        temperature: 0,
        max_completion_tokens: 3,
      }),
    },
    {
      id: 'raw-logprobs',
      name: 'Probabilities before sampling',
      description: 'Reports what the model itself thought, before temperature and top p.',
      authorNote:
        'Find a token below 90 %. Then open “Probabilities after sampling”: the same reply, but with the chances that were really drawn from.',
      settings: onTeachingModel({
        messages: [sea],
        temperature: 0.5,
        top_p: 0.9,
        seed: 42,
      }),
    },
    {
      id: 'processed-logprobs',
      name: 'Probabilities after sampling',
      description: 'Reports the distribution after temperature and top p, as some servers do.',
      authorNote:
        'Most tokens are at 100 %: what top p cut away is not in the list at all. “Probabilities before sampling” shows the same reply in the other way.',
      settings: onTeachingModel({
        messages: [sea],
        temperature: 0.5,
        top_p: 0.9,
        seed: 42,
        extra_body: { logprobs_mode: 'processed_logprobs' },
      }),
    },
    {
      id: 'continue-a-beginning',
      name: 'Finish my sentence',
      description: 'Begins the answer for the model, which goes on from there.',
      authorNote:
        'The last message is the beginning of the reply. Click its first token: “ has” is twice as likely as “ falls”. Change the beginning and run again.',
      settings: onTeachingModel({
        messages: [
          user('Tell me about rain.'),
          { role: 'assistant', content: 'Rain is water that' },
        ],
        temperature: 0,
      }),
    },
  ],
}
