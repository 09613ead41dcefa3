import type { FigureReader, Lesson } from './lesson.ts'

const favourite = ' daughter'
const second = ' road'

/** What temperature does to the odds. */
export const temperature: Lesson = {
  slug: 'temperature',
  title: 'Temperature: heat and cold',
  sentence: 'One slider that makes a model repeat the obvious or take risks.',
  minutes: 5,
  preset: {
    name: 'Lesson: temperature',
    description: 'A story whose next word is uncertain. Move the temperature and run again.',
    unlocked: ['temperature'],
    settings: {
      provider: 'teaching',
      model: 'nucleus-teaching-1',
      messages: [{ role: 'user', content: 'Tell me a story about a lighthouse.' }],
      temperature: 1,
      max_completion_tokens: 40,
      logprobs: true,
      top_logprobs: 20,
      seed: 1,
    },
  },
  control: { name: 'temperature', min: 0.1, max: 2, step: 0.05, recorded: 1 },
  position: 16,
  steps: [
    {
      title: 'A reply is drawn, word by word',
      text: (figures) => [
        'A language model does not write a sentence. It looks at the text so far and gives every token it knows a probability; then one is drawn, as from a hat, and the game starts again.',
        `On the right a story was stopped in the middle. For what comes next the model is torn: \`daughter\` has ${figures.share(favourite)}, \`road\` ${figures.share(second)}, and behind them stands a long tail of words with a little each.`,
        'All bars together are 100 %. What is too small to be listed is drawn as the unseen rest.',
      ],
    },
    {
      title: 'Colder',
      text: (figures) => [
        'Before the draw, every log-probability is divided by `temperature`, and the results are made to add up to 100 % again. Below 1 the gaps between the candidates grow.',
        `At \`1\` the favourite has ${figures.share(favourite)}.`,
      ],
      question: {
        text: () => 'At `temperature = 0.5`, how much does `daughter` get?',
        value: 0.5,
        about: { probabilityOf: favourite },
        options: [
          { text: 'About 63 %: temperature only changes the tail', from: 0.55, to: 0.7 },
          { text: 'About 78 %: a little surer', from: 0.7, to: 0.85 },
          { text: 'About 91 %: the favourite takes nearly all', from: 0.85, to: 1.01 },
        ],
        hint: () =>
          'Dividing a logarithm by one half squares the probability. Square the two largest bars in your head and compare them.',
        after: (figures) =>
          `Dividing logarithms by 0.5 squares the probabilities: the favourite was ${ratio(figures, 1)} times as likely as \`road\`, and is now ${ratio(figures, 0.5)} times as likely. It takes ${figures.share(favourite, 0.5)}.`,
      },
    },
    {
      title: 'Hotter',
      text: () => [
        'Above 1 the gaps shrink. The favourite stays the favourite, for the order never changes, but the tail gets its turn: not one word of it, but all of them together.',
      ],
      question: {
        text: () => 'At `temperature = 1.4`, how much is left for `daughter`?',
        value: 1.4,
        about: { probabilityOf: favourite },
        options: [
          { text: 'Still more than half', from: 0.5, to: 1.01 },
          { text: 'Between a fifth and a half', from: 0.2, to: 0.5 },
          { text: 'Less than a fifth', from: 0, to: 0.2 },
        ],
        hint: () =>
          'Each probability is raised to 1/1.4, so 1 % becomes more than 3 % before all are scaled down.',
        after: (figures) =>
          `Now it is ${figures.share(favourite, 1.4)}. It is an interval, because the record lists the twenty likeliest tokens only: how much the others gain depends on how many there are, which the record does not tell.`,
      },
    },
    {
      title: 'Try it',
      free: true,
      live: true,
      text: () => [
        'Move the slider and watch the bars. At `0.1` one word is left, so every run says the same; at `2` the hat is full of odd words, and one odd word leads to the next.',
        'Press Run live a few times at the same temperature, then at another. The teaching model answers here, without a key.',
      ],
    },
    {
      title: 'What to take along',
      free: true,
      text: () => [
        'Temperature divides the log-probabilities: below 1 the favourite grows, above 1 the tail does. The order of the candidates never changes.',
        'Use little for facts, extraction and code, more for ideas. It cannot make a model know something: it only decides how faithfully the draw follows what the model believes.',
      ],
    },
  ],
}

/** How many times as likely the favourite is as the second, for a sentence. */
function ratio(figures: FigureReader, value: number): string {
  const [first, other] = figures.at(value).candidates
  return first && other ? (middle(first.chance) / middle(other.chance)).toFixed(1) : ''
}

function middle({ lower, upper }: { lower: number; upper: number }): number {
  return (lower + upper) / 2
}
