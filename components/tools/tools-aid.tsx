'use client'

import { MockResults } from '#components/tool-calls/mock-results.tsx'

/** Helps to write the JSON of tools. */
export function ToolsAid() {
  return <MockResults />
}
