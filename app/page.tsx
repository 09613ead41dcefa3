import { Playground } from '#components/playground/playground.tsx'
import {
  cancelRun,
  describeServer,
  forgetKey,
  listModels,
  priceReply,
  rememberKey,
  sendRun,
} from './actions.ts'

const actions = {
  cancelRun,
  describeServer,
  forgetKey,
  listModels,
  priceReply,
  rememberKey,
  sendRun,
}

/** The playground: the form, the conversation and the reply. */
export default function Page() {
  return <Playground actions={actions} />
}
