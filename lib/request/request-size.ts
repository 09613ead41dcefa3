/** Most bytes of one run request, as text. In a file of its own, as the browser needs no schema of requests. */
export const mostRequestBytes = 4_000_000
