'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { limitsWithin } from '#lib/history/limits.ts'
import { listRuns, quotaOf, subscribeHistory } from './history-db.ts'

const key = ['history']

/** The kept runs and how much may be kept, in step with what is kept in this and other tabs. */
export function useHistory() {
  const queries = useQueryClient()
  useEffect(
    () => subscribeHistory(() => void queries.invalidateQueries({ queryKey: key })),
    [queries],
  )
  return useQuery({
    queryKey: key,
    // It is read anew whenever the panel opens: a run may have been kept meanwhile.
    staleTime: 0,
    queryFn: async () => {
      const [runs, quota] = await Promise.all([listRuns(), quotaOf()])
      return { runs, limits: limitsWithin(quota) }
    },
  }).data
}
