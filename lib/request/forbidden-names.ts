/** Long enough to mean a credential wherever they occur in a name, written without separators. */
const joinedCredentials = [
  'apikey',
  'apitoken',
  'accesstoken',
  'refreshtoken',
  'authtoken',
  'bearertoken',
  'sessiontoken',
  'securitytoken',
  'identitytoken',
  'oauthtoken',
  'azureadtoken',
  'clientsecret',
  'secretkey',
  'accesskey',
  'privatekey',
  'publickey',
  'subscriptionkey',
  'masterkey',
  'signingkey',
  'serviceaccount',
  'keyfile',
  'ocikey',
]

const credentialWords = new Set([
  'authorization',
  'bearer',
  'cookie',
  'cookies',
  'credential',
  'credentials',
  'jwt',
  'passphrase',
  'passwd',
  'password',
  'passwords',
  'secret',
  'secrets',
])

const lastCredentialWords = new Set(['auth', 'header', 'headers'])

/** Before `token`, these make it a secret; other tokens are what a language model reads. */
const tokenOwners = new Set(['ad', 'bot', 'github', 'hf', 'huggingface', 'id', 'personal', 'slack'])

/** Whether a name of these words carries or names a secret; `value` tells a token from a count. */
export function isCredentialName(words: readonly string[], value: unknown): boolean {
  const last = words.at(-1) ?? ''
  if (words[0] === 'aws' || words.some((word) => credentialWords.has(word))) return true
  if (lastCredentialWords.has(last)) return true
  if (last === 'token' && words.length === 1) return typeof value === 'string'
  if (last === 'token' && tokenOwners.has(words.at(-2) ?? '')) return true
  const joined = words.join('')
  return joinedCredentials.some((name) => joined.includes(name))
}

/** Settings of clients and proxies that choose a server, by themselves or in what they hold. */
const wholeAddressNames = new Set([
  'apiversion',
  'customllmprovider',
  'defaultquery',
  'extraquery',
  'litellmembeddingconfig',
  'litellmparams',
  'modellist',
  'proxyserverrequest',
  // A region is a part of the host that some clients build without looking at it.
  'regionname',
  'routersettings',
  'sslcertificate',
  'sslverify',
  'userconfig',
  'vertexailocation',
  'vertexlocation',
  'watsonxregionname',
])

const joinedAddresses = [
  'apibase',
  'baseurl',
  'baseuri',
  'apiurl',
  'serverurl',
  'endpointurl',
  'webhookurl',
  'callbackurl',
  'proxyurl',
  'bucketname',
]

const addressWords = new Set(['callback', 'callbacks', 'webhook', 'webhooks'])

const lastAddressWords = new Set([
  'endpoint',
  'endpoints',
  'host',
  'hostname',
  'hostnames',
  'hosts',
  'proxies',
  'proxy',
  'uri',
  'uris',
  'url',
  'urls',
])

/** Whether a name of these words says where a request, or a message about it, goes. */
export function isAddressName(words: readonly string[]): boolean {
  const joined = words.join('')
  if (words.some((word) => addressWords.has(word))) return true
  if (wholeAddressNames.has(joined) || lastAddressWords.has(words.at(-1) ?? '')) return true
  return joinedAddresses.some((name) => joined.includes(name))
}

const contentKinds = new Set(['audio', 'document', 'file', 'image', 'video'])

/**
 * Whether a name of these words points to something to read, as parts of a message may: `url`, `uri`,
 * `image_url`, `fileUri`.
 */
export function isLinkName(words: readonly string[]): boolean {
  const [first, second, ...more] = words
  if (second === undefined) return first === 'url' || first === 'uri'
  const isAddress = second === 'url' || second === 'uri'
  return more.length === 0 && isAddress && contentKinds.has(first ?? '')
}

/** Whether a name of these words is that of content in a message, such as `image_url`. */
export function isContentName(words: readonly string[]): boolean {
  return words.length === 2 && words[1] === 'url' && contentKinds.has(words[0] ?? '')
}

/** No name that a server reads is longer. */
const longestName = 200

/**
 * The words of a name in lower case, from snake, kebab, camel or spaced writing, without digits at
 * their ends: `X-Api-Key`, `xApiKey` and `x_api_key2` are all `x`, `api`, `key`. What comes after
 * 200 characters is not looked at.
 */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, longestName)
    .normalize('NFKC')
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\p{N}+$/u, ''))
    .filter((word) => word !== '')
}
