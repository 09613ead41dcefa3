const label = '[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?'
const host = `(${label}\\.){1,3}[a-z]{2,8}`
const day = '(0[1-9]|1[0-9]|2[0-8])'
const date = `(19|20)[0-9]{2}-((0[1-9]|1[0-2])-${day}|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)`
const time =
  '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])'
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'

/**
 * The formats that are known, as patterns for a part of what each allows: RFC 3339 dates and times
 * (no 29 February, years 1900 to 2099), and simple addresses and names.
 */
export const formats: ReadonlyMap<string, string> = new Map([
  ['date', `^${date}$`],
  ['time', `^${time}$`],
  ['date-time', `^${date}T${time}$`],
  ['email', `^[a-z0-9]{1,20}([._+-][a-z0-9]{1,20}){0,2}@${host}$`],
  ['hostname', `^${host}$`],
  ['ipv4', `^(${byte}\\.){3}${byte}$`],
  ['uri', `^https?://${host}(/[A-Za-z0-9_-]{1,20}){0,3}/?$`],
  ['uuid', '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'],
])
