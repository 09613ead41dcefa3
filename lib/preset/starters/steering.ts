import { onTeachingModel, system, user, type StarterGroup } from './starter-preset.ts'

const sea = user('Tell me about the sea.')

/** “ the”, “the”, “The” and “ The” in o200k_base, which the teaching model and OpenAI's share. */
const everyThe = { '290': -100, '3086': -100, '976': -100, '623': -100 }

/** “neutral” at the beginning of a text, in o200k_base. */
const neutral = '117131'

/** The end of the text; banned, only the limit ends a reply. */
const endOfText = '199999'

const circling = {
  temperature: 0,
  max_completion_tokens: 80,
  logit_bias: { [endOfText]: -100 },
}

/** Presets about pushing the reply one way or another. */
export const steering: StarterGroup = {
  title: 'Steer the words',
  presets: [
    {
      id: 'ban-a-word',
      name: 'Ban a word',
      description: 'Bans “the” with a logit bias of −100 on each of its four spellings.',
      authorNote:
        'The first token was to be “The” with 89 %. Without it the answer turns into a list. Reset Logit bias and run again to see what was lost.',
      settings: onTeachingModel({ messages: [sea], temperature: 0, logit_bias: everyThe }),
    },
    {
      id: 'push-a-word',
      name: 'A thumb on the scales',
      description: 'A bias of +2 on “neutral” decides a label that was undecided.',
      authorNote:
        '“neutral” wins although its own probability is the lowest of the three: the bias acts after the probabilities are reported. Try −2.',
      settings: onTeachingModel({
        messages: [
          system('Answer with one word: positive, negative or neutral.'),
          user(
            'Is this review positive, negative or neutral? The food was good but we waited an hour.',
          ),
        ],
        temperature: 0,
        max_completion_tokens: 3,
        logit_bias: { [neutral]: 2 },
      }),
    },
    {
      id: 'force-a-word',
      name: 'Forced to say it',
      description: 'A bias of +100 makes one token certain; a limit of one token ends the reply.',
      authorNote:
        'The soup was cold, and still the label is “neutral”. Its probability tells what the model thought: about 5 %. The finish reason is length.',
      settings: onTeachingModel({
        messages: [
          system('Answer with one word: positive, negative or neutral.'),
          user(
            'Is this review positive, negative or neutral? The soup was cold and the waiter was rude.',
          ),
        ],
        max_completion_tokens: 1,
        logit_bias: { [neutral]: 100 },
      }),
    },
    {
      id: 'in-circles',
      name: 'Round in circles',
      description: 'At temperature 0, and forbidden to end, the model repeats itself.',
      authorNote:
        'From the second round on every token is pale: what was said once is likely again. The end of the text, token 199999, is banned.',
      settings: onTeachingModel({ messages: [sea], ...circling }),
    },
    {
      id: 'penalties',
      name: 'Out of the circle',
      description: 'Presence and frequency penalty make what was said less likely.',
      authorNote:
        'The same request with two penalties: look for the dark token where the reply leaves the circle of “Round in circles”.',
      settings: onTeachingModel({
        messages: [sea],
        ...circling,
        presence_penalty: 0.5,
        frequency_penalty: 1,
      }),
    },
    {
      id: 'one-sentence',
      name: 'In one sentence',
      description: 'A system message asks for one sentence.',
      authorNote:
        'Compare with “As a list”: the question is the same, and the system message moves the very first token from “-” to “The”.',
      settings: onTeachingModel({
        messages: [system('Answer in one sentence.'), sea],
        temperature: 0,
      }),
    },
    {
      id: 'as-a-list',
      name: 'As a list',
      description: 'A system message asks for a list.',
      authorNote:
        'Click the first token: the dash is almost certain. Change the system message to “Greet in French.” and run again.',
      settings: onTeachingModel({
        messages: [system('Answer as a list.'), sea],
        temperature: 0,
      }),
    },
  ],
}
