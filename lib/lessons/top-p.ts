import type { Lesson } from './lesson.ts'

const favourite = ' sill'

/** What top_p cuts off. */
export const topP: Lesson = {
  slug: 'top-p',
  title: 'Top P: cutting the tail',
  sentence:
    'Why a cut that keeps a share of the probability is not a cut that keeps a number of words.',
  minutes: 4,
  preset: {
    name: 'Lesson: top P',
    description: 'A cat that can be in many places. Move top P and run again.',
    unlocked: ['top_p'],
    settings: {
      provider: 'teaching',
      model: 'nucleus-teaching-1',
      messages: [{ role: 'user', content: 'Write about a cat.' }],
      temperature: 1,
      top_p: 1,
      max_completion_tokens: 40,
      logprobs: true,
      top_logprobs: 20,
      seed: 1,
    },
  },
  control: { name: 'top_p', min: 0.05, max: 1, step: 0.05, recorded: 1 },
  position: 4,
  steps: [
    {
      title: 'One favourite and many others',
      text: (figures) => [
        `Where is the cat? The model says \`sill\` with ${figures.share(favourite)}, and then ${figures.count(1) - 1} more places are listed with a few percent or less each. Any of them can be drawn; together the small ones come up about every second time.`,
        'That is how a text goes astray: not by one bad word that is likely, but by a hundred that are not.',
      ],
    },
    {
      title: 'Keep a share, not a number',
      text: () => [
        '`top_p` sorts the candidates, adds their probabilities from the top, and stops as soon as the sum reaches its value. What is kept is called the nucleus; all else can no longer be drawn. Then the kept ones are scaled up to 100 %.',
      ],
      question: {
        text: () => 'At `top_p = 0.6`, how many of the listed words can still be drawn?',
        value: 0.6,
        about: 'count',
        options: [
          { text: 'One: the favourite is more than half', from: 1, to: 2 },
          { text: 'Two to four', from: 2, to: 5 },
          { text: 'Twelve: 60 % of the twenty', from: 5, to: 21 },
        ],
        hint: (figures) =>
          `The favourite alone has ${figures.share(favourite)}. What is missing to 60 %?`,
        after: (figures) =>
          `${figures.count(0.6)} words reach 60 % together. The favourite now has ${figures.share(favourite, 0.6)}: it gained what was cut.`,
      },
    },
    {
      title: 'A smaller nucleus',
      text: () => [
        'The word that crosses the line is kept. So a cut never leaves nothing, and below the share of the favourite it leaves the favourite alone.',
      ],
      question: {
        text: () => 'At `top_p = 0.5`, how much does `sill` get?',
        value: 0.5,
        about: { probabilityOf: favourite },
        options: [
          { text: 'About 52 %, as before', from: 0.4, to: 0.7 },
          { text: 'About 80 %', from: 0.7, to: 0.9 },
          { text: 'All of it', from: 0.9, to: 1.01 },
        ],
        hint: (figures) => `Its ${figures.share(favourite)} are more than 50 %.`,
        after: (figures) =>
          `It gets ${figures.share(favourite, 0.5)}: with ${figures.count(0.5) === 1 ? 'one word' : 'few words'} in the nucleus the draw is no draw any more, and the reply is what temperature 0 would say at this place.`,
      },
    },
    {
      title: 'Try it',
      free: true,
      live: true,
      text: () => [
        'Move the slider from the right to the left and watch the tail go, one word at a time. Where the model is sure, the same value keeps one word; where it is not, hundreds. That is what makes it better than a fixed number of words (`top_k`).',
        'Run live at `1` and at `0.5`, several times each.',
      ],
    },
    {
      title: 'What to take along',
      free: true,
      text: () => [
        '`top_p` removes the tail and leaves the odds among the rest as they were. Temperature changes the odds and removes nothing.',
        'Change one of them, not both, or you will not know which did it.',
      ],
    },
  ],
}
