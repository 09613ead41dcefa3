/** The sections of the form, in order. `conversation` is drawn in the centre, not in the form. */
export const groups = [
  { id: 'model', title: 'Model & provider' },
  { id: 'conversation', title: 'Conversation' },
  { id: 'sampling', title: 'Sampling' },
  { id: 'length', title: 'Length & stops' },
  { id: 'logprobs', title: 'Log probabilities' },
  { id: 'output', title: 'Output' },
  { id: 'tools', title: 'Tools' },
  { id: 'identity', title: 'Identity & logging' },
  { id: 'routing', title: 'Routing (advanced)' },
] as const

export type GroupId = (typeof groups)[number]['id']
