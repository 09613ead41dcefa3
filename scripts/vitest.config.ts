import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: inProject('.'),
  resolve: {
    // What a React server gets for this package; its other half throws when imported.
    alias: { 'server-only': inProject('node_modules/server-only/empty.js') },
  },
  test: {
    environment: 'node',
    include: ['{lib,components,app}/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
})

function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}
