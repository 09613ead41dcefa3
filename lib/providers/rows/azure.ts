import { notVerified, openSampling, read, row } from './row.ts'

const unverified = notVerified('Azure', [
  ...openSampling,
  'safety_identifier',
  'service_tier',
  'metadata',
  'store',
])

/** Azure's older form: the deployment stands in the path, the version in the query. */
export const azure = row({
  id: 'azure',
  title: 'Azure OpenAI, deployments',
  summary: 'A deployment of your Azure resource; the model’s id is the deployment’s name.',
  kind: 'hosted',
  prefixes: ['azure'],
  endpointExample: 'https://RESOURCE.openai.azure.com',
  ownEndpoint: true,
  path: '/openai/deployments/{model}/chat/completions',
  modelsPath: null,
  auth: 'api-key',
  keyVariable: 'AZURE_API_KEY',
  unverified,
  requires: {
    api_version: 'Azure deployments need an API version, such as 2024-10-21.',
  },
  versionQuery: 'api-version',
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: read('https://learn.microsoft.com/en-us/azure/ai-services/openai/reference'),
})

/** Azure's newer form, which needs no version and takes the deployment as the body's model. */
export const azureV1 = row({
  id: 'azure_v1',
  title: 'Azure OpenAI, v1',
  summary: 'Your Azure resource by its newer address, which needs no API version.',
  kind: 'hosted',
  endpointExample: 'https://RESOURCE.openai.azure.com/openai/v1',
  ownEndpoint: true,
  auth: 'api-key',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  unverified,
  versionQuery: 'api-version',
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  source: read('https://learn.microsoft.com/en-us/azure/foundry/openai/api-version-lifecycle'),
})
