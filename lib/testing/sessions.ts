import "server-only";
import { eq } from "drizzle-orm";
import { type Transaction, writeTransaction } from "@/db/client";
import { users } from "@/db/schema/people";
import { newId } from "@/lib/platform/ids";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { type StartedSession, startSession } from "@/lib/platform/sign-in/sessions";

/** A session of somebody who exists, as signing in would have made it, without mail and clicks. */
export async function signInForTest(email: string, device = "A browser of the tests"): Promise<StartedSession> {
  return writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    const [user] = await tx
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .where(eq(users.email, email));
    if (user === undefined) throw new Error(`The demo world has nobody with the address ${email}.`);
    return startSession(tx, { user, device, by: "demo", requestId: null });
  });
}

/** The cookie of a new session of somebody who exists, for a browser test's page. */
export async function sessionCookieForTest(email: string, device?: string): Promise<{ name: string; value: string }> {
  return { name: sessionCookieName(), value: (await signInForTest(email, device)).token };
}

/** A fresh account without any role. Gives its id. */
export async function addUserForTest(tx: Transaction, email: string, name = "Test Person"): Promise<string> {
  const id = newId();
  await tx.insert(users).values({ id, email, name });
  return id;
}
