import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { createApiKey } from "@/lib/platform/api-keys";
import { newId } from "@/lib/platform/ids";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { signInForTest } from "./sessions";
import { type Known, type Outcome, type Walker, walkers } from "./walkers";

const nobody = { actorId: null, requestId: null };

/** The session that somebody walks with, fresh for each step: its id, and the header that carries it. */
export interface WalkerSession {
  readonly sessionId: string;
  readonly cookie: string;
}

/** Makes the one account that walks and is not of the demo world: its only person in support has another test's sessions. */
export async function prepareWalkers(): Promise<void> {
  await writeTransaction(nobody, async (tx) => {
    await tx.execute(
      sql`insert into users (id, email, name) values (${newId()}, ${walkers.support}, 'Walking Support') on conflict do nothing`,
    );
    await tx.execute(sql`insert into role_grants (id, user_id, role, granted_at)
      select ${newId()}, users.id, 'support', now() from users where email = ${walkers.support} on conflict do nothing`);
  });
}

/** A fresh session; for the anonymous one there is none, and the id is nobody's. */
export async function sessionOf(walker: Walker): Promise<WalkerSession> {
  const email = walkers[walker];
  if (email === null) return { sessionId: newId(), cookie: "" };
  const { sessionId, token } = await signInForTest(email);
  return { sessionId, cookie: `${sessionCookieName()}=${token}` };
}

/** The present version of each partner, for steps that edit one. */
export async function partnerVersions(): Promise<Known["versions"]> {
  const rows = await readTransaction((tx) =>
    tx.execute<{ id: string; version: number }>(
      sql`select external_id as id, version from partners where external_id is not null`,
    ),
  );
  return Object.fromEntries(rows.map(({ id, version }) => [id, version] as const));
}

/** A new key for other systems, which may ask about anybody. */
export async function apiKeyForTest(): Promise<string> {
  const key = await writeTransaction(nobody, (tx) => createApiKey(tx, `test ${newId()}`, "authz:inspect"));
  if (key === null) throw new Error("The name of a new key was taken.");
  return key;
}

/** Where each server action is reached: its id and one of the pages that carry it, from the build's own list. */
export async function readActionAddresses(root: string): Promise<ReadonlyMap<string, { id: string; page: string }>> {
  const text = await readFile(join(root, ".next/server/server-reference-manifest.json"), "utf8");
  const { node } = JSON.parse(text) as { node: Record<string, ManifestEntry> };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
      const [worker = ""] = Object.keys(workers);
      const page = worker.replace(/^app|\/page$|\/\([^)]*\)/g, "").replace(/\[\w+\]/g, "x");
      return [`${filename}#${exportedName}`, { id, page: page === "" ? "/" : page }] as const;
    }),
  );
}

interface ManifestEntry {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Record<string, unknown>;
}

/** What came of asking for a page or route: its status, or the page that it sends to. */
export function outcomeOfRoute(response: Response): Outcome | number {
  return redirectOf(response.headers.get("location")) ?? response.status;
}

/** What came of posting a server action: what it answered, the page that it sends to, or the status where it never ran. */
export async function outcomeOfAction(response: Response): Promise<Outcome | number> {
  const redirected = redirectOf(response.headers.get("x-action-redirect")?.split(";")[0] ?? null);
  if (redirected !== null) return redirected;
  const result = /^1:(\{.*\})$/m.exec(await response.text())?.[1];
  if (response.status !== 200 || result === undefined) return response.status;
  const answer = JSON.parse(result) as { ok: true } | { ok: false; code: Outcome };
  return answer.ok ? "done" : answer.code;
}

function redirectOf(location: string | null): Outcome | null {
  return location === null ? null : `to ${new URL(location, "http://portal.example").pathname}`;
}
