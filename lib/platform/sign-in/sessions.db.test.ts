import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "@/db/client";
import { sessions, userDeactivations } from "@/db/schema/people";
import { holdClock, now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { inRequest } from "@/lib/testing/request";
import { addUserForTest, signInForTest } from "@/lib/testing/sessions";
import { sessionAdapter } from "./adapter";
import { getSession, requireSession } from "./session";
import { SESSION_DAYS } from "./sessions";

const COOKIE = "next-auth.session-token";
const nobody = { actorId: null, requestId: null };
let email: string;
let userId: string;

beforeEach(async () => {
  email = `person-${newId()}@remit.example`;
  userId = await writeTransaction(nobody, (tx) => addUserForTest(tx, email, "Amina Yusuf"));
});

afterEach(() => holdClock(null));

describe("who is signed in", () => {
  it("is whose session the cookie opens, read by next-auth, in one statement", async () => {
    const { token, sessionId } = await signInForTest(email);
    const statements: string[] = [];
    onStatement((text) => statements.push(text));
    expect(await ask(token)).toEqual({ sessionId, userId });
    onStatement(null);
    expect(statements.filter((text) => !text.startsWith("select set_config("))).toHaveLength(1);
  });

  it("is nobody without a cookie, with a made-up one, and with the hash that is stored", async () => {
    const { sessionId } = await signInForTest(email);
    const [stored] = await readTransaction((tx) => tx.select().from(sessions).where(eq(sessions.id, sessionId)));
    for (const token of [null, "A".repeat(43), stored?.tokenHash ?? null]) expect(await ask(token)).toBeNull();
  });

  it("is nobody at the very next request after the session was ended", async () => {
    const { token, sessionId } = await signInForTest(email);
    await writeTransaction(nobody, (tx) =>
      tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, sessionId)),
    );
    expect(await ask(token)).toBeNull();
  });

  it("is nobody at the very next request after the person was deactivated, and stays so after reactivation", async () => {
    const { token } = await signInForTest(email);
    const id = newId();
    await writeTransaction(nobody, (tx) => tx.insert(userDeactivations).values({ id, userId, deactivatedAt: now() }));
    expect(await ask(token)).toBeNull();
    await writeTransaction(nobody, (tx) =>
      tx.update(userDeactivations).set({ reactivatedAt: now() }).where(eq(userDeactivations.id, id)),
    );
    expect(await ask(token)).toBeNull();
    holdClock(new Date(now().getTime() + 1_000));
    const fresh = await signInForTest(email);
    expect(await ask(fresh.token)).toMatchObject({ userId });
  });

  it("is nobody after the session's days are over, however much it was used", async () => {
    const { token } = await signInForTest(email);
    const lastSecond = new Date(now().getTime() + SESSION_DAYS * 24 * 3_600_000 - 1_000);
    holdClock(lastSecond);
    expect(await ask(token)).toMatchObject({ userId });
    holdClock(new Date(lastSecond.getTime() + 2_000));
    expect(await ask(token)).toBeNull();
  });
});

describe("a page for people who are signed in", () => {
  it("sends anybody else to the sign-in page, and back to itself afterwards", async () => {
    const headers = { "x-remit-path": "/places/partners?page=2" };
    const { redirectedTo } = await inRequest({ headers }, requireSession);
    expect(redirectedTo).toBe("/sign-in?returnTo=%2Fplaces%2Fpartners%3Fpage%3D2");
  });
});

describe("next-auth's adapter", () => {
  it("ends the session when next-auth signs out, and says nothing twice", async () => {
    const { token } = await signInForTest(email);
    const { result } = await inRequest({}, async () => sessionAdapter.deleteSession?.(token));
    expect(result).toMatchObject({ userId });
    expect(await ask(token)).toBeNull();
    expect((await inRequest({}, async () => sessionAdapter.deleteSession?.(token))).result).toBeNull();
  });

  it("can neither make accounts nor begin or lengthen sessions", () => {
    expect(Object.keys(sessionAdapter).sort()).toEqual(["deleteSession", "getSessionAndUser"]);
  });
});

async function ask(token: string | null) {
  const cookies: Record<string, string> = token === null ? {} : { [COOKIE]: token };
  return (await inRequest({ cookies }, getSession)).result;
}
