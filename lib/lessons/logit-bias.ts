import type { Lesson } from './lesson.ts'

const other = ' the'
const favourite = ' a'

/** What a number added to a logit does. */
export const logitBias: Lesson = {
  slug: 'logit-bias',
  title: 'Logit bias: a thumb on the scale',
  sentence: 'How one number bans a word, forces it, or does far more than it seems to.',
  minutes: 5,
  preset: {
    name: 'Lesson: logit bias',
    description: 'The moon is a … or the … Put a bias on the token 290 (“ the”) and run again.',
    unlocked: ['logit_bias'],
    settings: {
      provider: 'teaching',
      model: 'nucleus-teaching-1',
      messages: [{ role: 'user', content: 'Tell me about the moon.' }],
      temperature: 1,
      max_completion_tokens: 40,
      logprobs: true,
      top_logprobs: 20,
      seed: 1,
    },
  },
  control: { name: 'logit_bias', min: -10, max: 10, step: 0.5, recorded: 0, token: other },
  position: 3,
  steps: [
    {
      title: 'Before probabilities there are logits',
      text: (figures) => [
        'A model gives every token a number, its logit. Only the differences count: a token whose logit is higher by 1 is e, about 2.72, times as likely.',
        `Here the moon is “a …” with ${figures.share(favourite)} or “the …” with ${figures.share(other)}. \`logit_bias\` adds a number of yours to the logit of a token before anything is drawn. In the request tokens stand by their ids: \`{"290": 1}\` means \`·the\`.`,
      ],
    },
    {
      title: 'Plus one',
      text: (figures) => [
        `The slider is a bias on \`·the\`, which has ${figures.share(other)} without one. It goes from −100 to 100 in a request; around 0 is where it is a matter of degree.`,
      ],
      question: {
        text: () => 'With a bias of `1` on `·the`, how much does it get?',
        value: 1,
        about: { probabilityOf: other },
        options: [
          { text: 'About 39 %: one point more', from: 0.35, to: 0.45 },
          { text: 'About 63 %: it becomes the favourite', from: 0.55, to: 0.75 },
          { text: 'All of it: 1 is the highest probability', from: 0.95, to: 1.01 },
        ],
        hint: () => 'Its odds against all others are multiplied by 2.72. They were about 6 to 10.',
        after: (figures) =>
          `It gets ${figures.share(other, 1)}. The odds were multiplied by 2.72, not the percents added; and “a” lost nothing but its share, from ${figures.share(favourite)} to ${figures.share(favourite, 1)}.`,
      },
    },
    {
      title: 'A ban',
      text: () => [
        'A large negative bias removes a token: at `−100` its odds are divided by a number with 43 zeros. Nobody decides what comes instead: all the others keep their odds among each other and share what was freed.',
      ],
      question: {
        text: () => 'With a bias of `−10` on `·the`, how much does `·a` get?',
        value: -10,
        about: { probabilityOf: favourite },
        options: [
          { text: 'About 59 %, as before: only “the” changed', from: 0.5, to: 0.7 },
          { text: 'About 96 %: it takes over most of what “the” had', from: 0.9, to: 0.99 },
          { text: 'All of it', from: 0.99, to: 1.01 },
        ],
        hint: () =>
          'Leave the bar of “the” out, and scale the others up until they fill 100 % again.',
        after: (figures) =>
          `“a” goes from ${figures.share(favourite)} to ${figures.share(favourite, -10)}, and “full” from ${figures.share(' full')} to ${figures.share(' full', -10)}: everything that is left grows by the same factor.`,
      },
    },
    {
      title: 'Try it',
      free: true,
      live: true,
      text: () => [
        'Move the bias. Between −3 and 3 it is a nudge; at 5 the token is almost sure, and a model that is made to say a word at every place says nothing else.',
        'A ban only holds for this one token: “The” at the beginning of a sentence has another id, and so has “the” without its space. Run live and look for them.',
      ],
    },
    {
      title: 'What to take along',
      free: true,
      text: () => [
        'A bias is added to a logit, so it multiplies odds: +1 by 2.72, +3 by 20, −100 by nearly nothing.',
        'It is for single tokens, by id, and knows no words: ban every spelling, or none.',
      ],
    },
  ],
}
