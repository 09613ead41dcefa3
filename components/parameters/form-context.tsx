'use client'

import { createContext, useContext } from 'react'
import type { Control, FieldErrors, Resolver, UseFormReturn } from 'react-hook-form'
import { dependents } from '#lib/parameters/constraints.ts'
import { parameterOf, registry, type ParameterName } from '#lib/parameters/index.ts'
import { parseDrafts, type Drafts } from '#lib/request/drafts.ts'

/** The form over the registry. Components read it through `useController` and `useWatch` only. */
export type ParameterForm = UseFormReturn<Drafts>

export const FormContext = createContext<ParameterForm | null>(null)

/** The form of the page. */
export function useParameterForm(): ParameterForm {
  const form = useContext(FormContext)
  if (!form) throw new Error('The form is given by Playground.')
  return form
}

/** What `useController` and `useWatch` subscribe to. */
export function useControl(): Control<Drafts> {
  return useParameterForm().control
}

/** Validates all drafts with the registry; the first problem of each parameter becomes its error. */
export const resolveDrafts: Resolver<Drafts> = (drafts) => {
  const { problems } = parseDrafts(drafts)
  if (problems.length === 0) return { values: drafts, errors: {} }
  const errors: Record<string, { type: string; message: string }> = {}
  for (const { parameter, message } of problems) errors[parameter] ??= { type: 'problem', message }
  // Parameters are top-level fields, so one entry per name is the whole shape of the errors.
  return { values: {}, errors: errors as FieldErrors<Drafts> }
}

const all = registry.map(({ name }) => name)

/** The fields whose problems can change with a field; some fields rule every one. */
export function depsOf(name: ParameterName): ParameterName[] {
  const touched = parameterOf(name).rulesAll ? all : dependents(registry, name)
  return all.filter((one) => one !== name && touched.includes(one))
}
