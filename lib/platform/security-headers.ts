import "server-only";

/** What the headers depend on. */
export type SecurityContext = Readonly<{
  nonce: string;
  /** True where the portal is reached over https. */
  secure: boolean;
  /** True under `npm run dev` alone, whose tools need eval and styles without a nonce. */
  development: boolean;
}>;

/**
 * The content security policy of one response. Scripts run only with the nonce of this very response; what they load
 * themselves is trusted (`strict-dynamic`). Styles need it too, except for style attributes, which mails and
 * positioned parts carry. Nobody may frame us, and forms go nowhere else.
 */
function contentSecurityPolicy({ nonce, secure, development }: SecurityContext): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    // Browsers heed unsafe-inline only where no nonce stands beside it.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** Every header that makes a browser strict with our pages, by name. */
export function securityHeaders(context: SecurityContext): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(context),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(context.secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
