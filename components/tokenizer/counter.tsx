'use client'

import { useEffect } from 'react'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { keepCounting } from './keep-counting.ts'

/** Counts the tokens of the form's request anew after every pause in typing. Draws nothing. */
export function Counter() {
  const form = useParameterForm()
  useEffect(() => keepCounting(form), [form])
  return null
}
