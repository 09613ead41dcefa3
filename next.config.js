// Checks on requests live in lib/server/gate.ts; this file only states headers and build options.
const development = process.env.NODE_ENV === 'development'

// Prerendered pages carry inline scripts of Next, so scripts need 'unsafe-inline'
// (docs/decisions/004-content-security-policy.md). Everything else is closed.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  // Their files are large or already plain Node code; bundling them makes a build many times slower.
  serverExternalPackages: ['@pydantic/genai-prices', 'gpt-tokenizer', 'undici'],
  images: { unoptimized: true },
  // `npm run types` checks the whole tree; a slip in a test must not keep the server from starting.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '4mb' } },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: contentSecurityPolicy },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}
