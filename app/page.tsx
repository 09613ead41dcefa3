import { Playground } from '#components/playground/playground.tsx'
import {
  cancelRun,
  describeServer,
  forgetKey,
  listModels,
  rememberKey,
  sendRun,
} from './actions.ts'

/** The playground: the form, the conversation and the reply. */
export default function Page() {
  const actions = { cancelRun, describeServer, forgetKey, listModels, rememberKey, sendRun }
  return <Playground actions={actions} />
}
