import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { Prec, StateEffect, StateField, type Extension } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import type { LoadKnowledge, TextHelp, TextKnowledge, TextOption } from '#lib/json/help.ts'
import { announce } from '#components/ui/announcer.tsx'

/** Beyond this many characters nothing is offered before it is asked for. */
const longText = 100_000

/** Completion while typing and by Ctrl+Space, and what is known about a word by pointer and by F1. */
export function knowledgeHelp(load: LoadKnowledge): Extension {
  const known = load().catch(() => undefined)
  return [
    autocompletion({
      override: [async (context) => completions(context, await known)],
      icons: false,
      // Options open within a word only, so that a quick Enter is meant for them.
      interactionDelay: 0,
      defaultKeymap: false,
      tooltipClass: () => 'json-options',
    }),
    hoverTooltip(async ({ state }, at) => {
      const help = (await known)?.helpAt(state.doc.toString(), at)
      return help ? tooltipOf(help) : null
    }),
    explained,
    Prec.highest(
      keymap.of([
        ...completionKeymap.filter(({ key }) => key !== 'Escape'),
        { key: 'F1', run: (view) => explain(view, known) },
        { key: 'Escape', run: (view) => closeOptions(view) || closeHelp(view) },
      ]),
    ),
    look,
  ]
}

function completions(
  { state, pos, explicit }: CompletionContext,
  known: TextKnowledge | undefined,
): CompletionResult | null {
  if (!known || (!explicit && state.doc.length > longText)) return null
  const found = known.optionsAt(state.doc.toString(), pos)
  // Unasked only within a key or value, so that Enter after a comma or bracket stays a line break.
  if (!found || (!explicit && found.from === pos)) return null
  const { from, to, options } = found
  return {
    from,
    to,
    filter: false,
    options: options.map(completionOf),
    // At once with the next letter, so that Enter right after it finds the list open.
    update: (_current, _from, _to, next) => completions(next, known),
  }
}

function completionOf({ label, detail, note, insert, caret }: TextOption): Completion {
  return {
    label,
    ...(detail === '' ? {} : { detail }),
    ...(note === '' ? {} : { info: note }),
    apply(view, completion, from, to) {
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + caret },
        scrollIntoView: true,
        userEvent: 'input.complete',
        annotations: pickedCompletion.of(completion),
      })
      const isOpenEnded = caret < insert.length || insert.endsWith(' ')
      if (isOpenEnded) startCompletion(view)
    },
  }
}

const setExplained = StateEffect.define<Tooltip | null>()

/** What F1 has opened; it goes with the next change or move of the caret. */
const explained = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, startState, newSelection }) {
    const set = effects.findLast((effect) => effect.is(setExplained))
    if (set) return set.value
    return docChanged || !newSelection.eq(startState.selection) ? null : shown
  },
  provide: (field) => showTooltip.from(field),
})

function explain(view: EditorView, known: Promise<TextKnowledge | undefined>): boolean {
  const { state } = view
  void known.then((found) => {
    if (view.state !== state) return
    const help = found?.helpAt(state.doc.toString(), state.selection.main.head)
    if (help) view.dispatch({ effects: setExplained.of(tooltipOf(help)) })
    announce(help ? wordsOf(help) : 'Nothing is known about this place.')
  })
  return true
}

/** Escape is theirs only while they are seen; else it closes the dialog around the editor. */
function closeOptions(view: EditorView): boolean {
  const isOpen = completionStatus(view.state) === 'active'
  closeCompletion(view)
  return isOpen
}

function closeHelp(view: EditorView): boolean {
  if (view.state.field(explained) === null) return false
  view.dispatch({ effects: setExplained.of(null) })
  return true
}

function wordsOf({ name, kind, note }: TextHelp): string {
  return [name, kind, note].filter((part) => part !== '').join('. ')
}

function tooltipOf(help: TextHelp): Tooltip {
  return { pos: help.from, end: help.to, above: true, create: () => ({ dom: helpElement(help) }) }
}

function helpElement({ name, kind, note }: TextHelp): HTMLElement {
  const element = document.createElement('div')
  element.className = 'json-help'
  const head = document.createElement('p')
  head.append(textElement('code', name), ' ', textElement('span', kind))
  element.append(head)
  if (note !== '') element.append(textElement('p', note))
  return element
}

function textElement(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

const look = EditorView.theme({
  '.json-help': { maxWidth: '340px', padding: '6px 10px', fontFamily: 'var(--sans)' },
  '.json-help code': { fontFamily: 'var(--mono)', fontWeight: '600' },
  '.json-help span': { color: 'var(--ink-3)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    maxHeight: '16em',
    maxWidth: 'min(460px, 92vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    padding: '3px 8px',
    lineHeight: '18px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    fontStyle: 'normal',
    fontFamily: 'var(--sans)',
    color: 'var(--ink-3)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '.cm-tooltip.cm-completionInfo': {
    padding: '6px 10px',
    maxWidth: '280px',
    fontFamily: 'var(--sans)',
    whiteSpace: 'normal',
  },
})
