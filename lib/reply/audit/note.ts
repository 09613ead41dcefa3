/** Something about a reply that differs from what was asked. */
export interface AuditNote {
  kind:
    | 'stopped'
    | 'interrupted'
    | 'choices'
    | 'no-logprobs'
    | 'fewer-alternatives'
    | 'model'
    | 'omitted'
    | 'not-streamed'
    | 'no-usage'
    | 'over-limit'
    | 'service-tier'
    | 'not-json'
    | 'no-tool-call'
    | 'tool-calls'
    | 'length'
    | 'content-filter'
  level: 'info' | 'warning'
  /** One sentence or two. */
  message: string
  /** The wire name of the parameter that it is about. */
  parameter?: string
}
