import "server-only";
import type { NextAuthOptions } from "next-auth";
import { env, tellNextAuth } from "@/env";
import { sessionAdapter } from "./adapter";
import { cookieRules, isSecure, sessionCookieName } from "./cookie-names";
import { safeReturnTo } from "./return-to";
import { SESSION_SECONDS } from "./sessions";

/**
 * next-auth's settings, from `env.ts` and not from its own variables. No provider: its mail provider signs in on a
 * plain GET and makes accounts for unknown addresses, so signing in is ours and next-auth reads and ends sessions.
 */
export function authOptions(): NextAuthOptions {
  tellNextAuth();
  return {
    adapter: sessionAdapter,
    providers: [],
    secret: env.authSecret,
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: cookieRules(),
      },
    },
    // Renewing is put off to the very end of the lifetime: that is never.
    session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/account/sessions", error: "/sign-in", verifyRequest: "/sign-in/check" },
    callbacks: {
      session: ({ session, user }) => ({ ...session, userId: user.id, sessionId: sessionIdOf(user) }),
      redirect: ({ url }) =>
        `${env.appUrl}${safeReturnTo(url.startsWith(env.appUrl) ? url.slice(env.appUrl.length) : url)}`,
    },
    logger: {
      // It would otherwise swallow a fault of the database and answer "not signed in".
      error: (code, metadata) => {
        throw new Error(`next-auth could not answer: ${code}`, {
          cause: "error" in metadata ? metadata.error : metadata,
        });
      },
    },
  };
}

function sessionIdOf(user: object): string {
  return "sessionId" in user && typeof user.sessionId === "string" ? user.sessionId : "";
}
