import { Playground } from '#components/playground/playground.tsx'
import { cancelRun, describeServer, listModels, priceReply, sendRun } from './actions.ts'

/** The playground: the form, the conversation and the reply. */
export default function Page() {
  return <Playground actions={{ cancelRun, describeServer, listModels, priceReply, sendRun }} />
}
