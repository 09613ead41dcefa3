import { onTeachingModel, user, type StarterGroup } from './starter-preset.ts'

const poem = user('Write a short poem about the sea.')

const sea = user('Tell me about the sea.')

/** Flat enough for nonsense, so that each way to cut the tail shows. */
const flattened = { temperature: 1.8, seed: 42, max_completion_tokens: 60 }

/** Presets about how tokens are drawn. */
export const sampling: StarterGroup = {
  title: 'Draw the tokens',
  presets: [
    {
      id: 'precise',
      name: 'Precise poet',
      description: 'A poem at temperature 0.2: nearly always the likeliest token.',
      authorNote:
        'Almost no token is tinted: the poem is close to one the model has read. Open “Creative poet” for the same request, seven times as hot.',
      settings: onTeachingModel({ messages: [poem], temperature: 0.2, seed: 42 }),
    },
    {
      id: 'creative',
      name: 'Creative poet',
      description: 'The same poem at temperature 1.4: unlikely tokens get their chance.',
      authorNote:
        'After each dark token the poem takes another way and cannot come back. Compare the mean surprisal in the foot with that of “Precise poet”.',
      settings: onTeachingModel({
        messages: [poem],
        temperature: 1.4,
        seed: 42,
        max_completion_tokens: 120,
      }),
    },
    {
      id: 'seed',
      name: 'The same dice twice',
      description: 'A fixed seed makes chance repeatable.',
      authorNote:
        'Run twice and tint by the difference from the other run: nothing changes. Then change the seed by one, or reset it.',
      settings: onTeachingModel({
        messages: [user('Tell me a story about a fox.')],
        temperature: 1,
        seed: 7,
        max_completion_tokens: 120,
      }),
    },
    {
      id: 'brainstorm',
      name: 'Five haiku at once',
      description: 'Draws five replies to one question with n = 5.',
      authorNote:
        'The strips below the reply show where the five part; the question is read once only. Switch between them with the keys 1 to 5.',
      settings: onTeachingModel({
        messages: [user('Write a haiku about rain.')],
        temperature: 1,
        n: 5,
        seed: 53,
        max_completion_tokens: 60,
      }),
    },
    {
      id: 'flattened',
      name: 'Too hot',
      description: 'Temperature 1.8 with nothing cut off: the long tail of tokens takes over.',
      authorNote:
        'Each of thousands of unlikely tokens is nearly impossible, but together they win often. The next three presets cut this tail in three ways.',
      settings: onTeachingModel({ messages: [sea], ...flattened }),
    },
    {
      id: 'top-p',
      name: 'Too hot, cut by top p',
      description: 'Keeps the likeliest tokens that together hold 60 %.',
      authorNote:
        'Where the model is sure, one token is left; where it is not, many are. That is why top p follows the text better than a fixed number does.',
      settings: onTeachingModel({ messages: [sea], ...flattened, top_p: 0.6 }),
    },
    {
      id: 'top-k',
      name: 'Too hot, cut by top k',
      description: 'Keeps the three likeliest tokens, however likely they are.',
      authorNote:
        'Tint by rank: nothing is above 3. But a third token is allowed even where the first was all but certain; look for a dark one.',
      settings: onTeachingModel({ messages: [sea], ...flattened, top_k: 3 }),
    },
    {
      id: 'min-p',
      name: 'Too hot, cut by min p',
      description: 'Keeps tokens that are at least a fifth as likely as the likeliest.',
      authorNote:
        'The bar rises and falls with the likeliest token. Compare with top k: the dark tokens in places of certainty are gone.',
      settings: onTeachingModel({ messages: [sea], ...flattened, min_p: 0.2 }),
    },
  ],
}
