import * as z from 'zod'
import { parameter } from './descriptor.ts'

const penalty = z.number().min(-2).max(2)

export const sampling = [
  parameter({
    name: 'temperature',
    title: 'Temperature',
    summary:
      'How freely tokens are drawn. 0 takes the likeliest token almost every time; above 1 unlikely tokens gain ground.',
    group: 'sampling',
    seedLabel: 'Temperature',
    schema: z.number().min(0).max(2),
    widget: { kind: 'slider', step: 0.01 },
    to: 'body',
    start: 1,
    apiDefault: 1,
  }),
  parameter({
    name: 'top_p',
    title: 'Top P',
    summary:
      'Nucleus sampling: only the likeliest tokens that together hold this share of the probability can be drawn. Change this or temperature, rarely both.',
    group: 'sampling',
    seedLabel: 'Top P',
    schema: z.number().min(0).max(1),
    widget: { kind: 'slider', step: 0.01 },
    to: 'body',
    start: 1,
    apiDefault: 1,
  }),
  parameter({
    name: 'presence_penalty',
    title: 'Presence penalty',
    summary:
      'Positive values make every token that has already appeared less likely, once; negative values more likely.',
    group: 'sampling',
    seedLabel: 'Presence Penalty',
    schema: penalty,
    widget: { kind: 'slider', step: 0.01 },
    to: 'body',
    start: 0,
    apiDefault: 0,
  }),
  parameter({
    name: 'frequency_penalty',
    title: 'Frequency penalty',
    summary:
      'Positive values make a token less likely each time it has appeared; negative values make repetition more likely.',
    group: 'sampling',
    seedLabel: 'Frequency Penalty',
    schema: penalty,
    widget: { kind: 'slider', step: 0.01 },
    to: 'body',
    start: 0,
    apiDefault: 0,
  }),
  parameter({
    name: 'seed',
    title: 'Seed',
    summary:
      'The same seed with the same request should give the same reply. The teaching model keeps that promise exactly; hosted models try.',
    group: 'sampling',
    seedLabel: 'Seed',
    schema: z.int(),
    widget: { kind: 'number' },
    to: 'body',
    start: 42,
    deprecated: 'OpenAI marks seed as deprecated; most other servers honour it.',
  }),
  parameter({
    name: 'top_k',
    title: 'Top K',
    summary:
      'Only the k likeliest tokens can be drawn. For local servers such as vLLM and llama.cpp; 0 or −1 means no limit there.',
    group: 'sampling',
    schema: z.int().min(-1),
    widget: { kind: 'number' },
    to: 'body',
    start: 40,
  }),
  parameter({
    name: 'min_p',
    title: 'Min P',
    summary:
      'Only tokens at least this fraction as likely as the likeliest one can be drawn. For local servers.',
    group: 'sampling',
    schema: z.number().min(0).max(1),
    widget: { kind: 'slider', step: 0.01 },
    to: 'body',
    start: 0.05,
    apiDefault: 0,
  }),
  parameter({
    name: 'repetition_penalty',
    title: 'Repetition penalty',
    summary:
      'Divides or multiplies the logits of tokens that have appeared; above 1 discourages repetition. For local servers.',
    group: 'sampling',
    schema: z.number().gt(0).max(2),
    widget: { kind: 'number' },
    to: 'body',
    start: 1.1,
    apiDefault: 1,
  }),
] as const
