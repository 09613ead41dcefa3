export {
  formatBits,
  formatBitsInterval,
  formatJoint,
  formatLogprob,
  formatPercent,
  formatRank,
} from './format.ts'
export { entropyBounds, probability, rank, surprisalBits, unseenMass } from './measures.ts'
export { HEAT_EDGES, HEAT_STEPS, heatStep, isUnknown } from './scale.ts'
