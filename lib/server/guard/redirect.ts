import 'server-only'

/** Whether a status asks to go elsewhere (300–399, but for 304). Nucleus never does. */
export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304
}
