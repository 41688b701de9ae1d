/**
 * How Next.js builds and serves. Security headers are not here but in `proxy.ts`, because they differ by request.
 * @type {import("next").NextConfig}
 */
const config = {
  reactStrictMode: true,
  // The checkout alone, whatever lies in the folders above it: a lock file there would be taken for a larger project's.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // It looks for drizzle-orm by a name that it puts together at run time, which a bundle cannot follow.
  serverExternalPackages: ["rate-limiter-flexible"],
  // Browsers ask for this name by themselves, also where a page names its icon.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // A page that may be seen but not used answers with a real 403.
  experimental: { authInterrupts: true, agentUpgrade: false },
  // Neither instructions for other programs nor questions to the network at each build.
  agentRules: false,
  // Types are checked by `npm run check`; a build on somebody's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
