import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { requestPath } from "@/lib/platform/request";
import { authOptions } from "./auth-options";
import { HOME, safeReturnTo } from "./return-to";

/** Who is signed in, and in which session. What they may do is no part of it. */
export type Session = Readonly<{ sessionId: string; userId: string }>;

/** The session of this request, read from the database once a request; null for nobody, for ended ones and for the deactivated. */
export const getSession = cache(async (): Promise<Session | null> => {
  const session: unknown = await getServerSession(authOptions());
  return isSession(session) ? { sessionId: session.sessionId, userId: session.userId } : null;
});

/** The session of this request; without one the person leaves for the sign-in page and comes back afterwards. */
export async function requireSession(): Promise<Session> {
  const session = await getSession();
  if (session !== null) return session;
  return redirect(signInPath(await requestPath()));
}

/** The address of the sign-in page that leads back to `path` afterwards; paths that are not ours are left out. */
export function signInPath(path: string): string {
  const returnTo = safeReturnTo(path);
  return returnTo === HOME ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}

function isSession(value: unknown): value is Session {
  if (typeof value !== "object" || value === null) return false;
  return (
    "userId" in value &&
    typeof value.userId === "string" &&
    "sessionId" in value &&
    typeof value.sessionId === "string" &&
    value.sessionId !== ""
  );
}
