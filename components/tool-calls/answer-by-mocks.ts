import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { draftOfMessages, messagesOfDraft } from '#lib/request/message-drafts.ts'
import { mockAnswer } from '#lib/tool-calls/mock-answer.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { getCurrentPreset } from '#components/presets/current-preset.ts'
import type { RunRecord } from '#components/run/run-record.ts'
import { notify } from '#components/shell/notice.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { reportNow } from '#components/ui/late-report.ts'

/**
 * The settings that carry on after a run whose calls the mock results of its preset answer, which also
 * become messages of the form; nothing where a person has to go on. Where the author of the preset
 * locked the conversation, the form stays as it is.
 */
export function answeredByMocks(form: ParameterForm, run: RunRecord): AnySettings | undefined {
  reportNow()
  const answer = mockAnswer(run.settings, run.reply)
  if (!answer || answer.kind === 'missing') return undefined
  if (answer.kind === 'enough') {
    const turns = answer.most === 1 ? '1 turn' : `${answer.most} turns`
    notify({ text: `Mock results answered ${turns} and stop here. Send the results to go on.` })
    return undefined
  }
  const draft = draftOfMessages(answer.messages)
  const messages = messagesOfDraft(draft)
  if (!messages.ok) return undefined
  const { unlocked } = getCurrentPreset()
  const isLocked = unlocked !== undefined && !unlocked.includes('messages')
  if (!isLocked) {
    const now = messagesOfDraft(form.getValues('messages'))
    if (!now.ok || JSON.stringify(now.value) !== JSON.stringify(run.settings.messages)) {
      notify({
        text: 'The conversation has changed meanwhile, so the mock results were not used.',
      })
      return undefined
    }
    form.setValue('messages', draft, { shouldDirty: true })
  }
  announce(`${answer.names.join(', ')} answered by mock results. Running again.`)
  return { ...run.settings, messages: messages.value }
}
