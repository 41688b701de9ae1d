import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { writeTransaction } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { newId } from "@/lib/platform/ids";
import { GIVEN_UP, MAIL_TRIES } from "@/lib/platform/mail/constants";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { MAILS_PER_PAGE } from "./constants";
import { listMails } from "./queries";
import { EVERY_MAIL, type MailListQuery } from "./schemas";

const FAILED = new Date("2026-01-02T10:00:00Z");
const SECRET = "https://portal.example/sign-in/confirm/let-me-in";

beforeAll(() => loadForTest(editingWorld));

/** The outbox with exactly these mails, the oldest first. */
async function outbox(rows: readonly Partial<typeof mails.$inferInsert>[]): Promise<void> {
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await tx.delete(mails).where(sql`true`);
    const usual = { template: "sign-in", recipient: "a@people.example", subject: "Hello", html: SECRET, text: SECRET };
    await tx.insert(mails).values(rows.map((row) => ({ id: newId(), ...usual, ...row })));
  });
}

async function read(query: Partial<MailListQuery> = {}) {
  const { page } = await listMails(await actorOf("root"), { ...EVERY_MAIL, ...query });
  if (page === null) throw new Error("Root may not see mail.");
  return page;
}

test("each mail is in one state, and one that nothing will send any more is said to be given up", async () => {
  await outbox([
    { subject: "waits" },
    { subject: "went", sentAt: FAILED, html: null, text: null, attempts: 1 },
    { subject: "will be tried again", failedAt: FAILED, failure: "ECONNREFUSED", attempts: 3 },
    { subject: "tried often enough", failedAt: FAILED, failure: "EENVELOPE 550", attempts: MAIL_TRIES },
    { subject: "too late", failedAt: FAILED, failure: GIVEN_UP, html: null, text: null },
    { subject: "never tried, its link has run out", html: null, text: null, secretUntil: FAILED },
  ]);
  expect((await read()).rows.map(({ subject, state, givenUp }) => [subject, state, givenUp])).toEqual([
    ["never tried, its link has run out", "undelivered", true],
    ["too late", "undelivered", true],
    ["tried often enough", "undelivered", true],
    ["will be tried again", "undelivered", false],
    ["went", "delivered", false],
    ["waits", "waiting", false],
  ]);
  const totals = await Promise.all(
    (["waiting", "delivered", "undelivered"] as const).map(async (state) => {
      const { rows, total } = await read({ state });
      expect(rows.every((row) => row.state === state)).toBe(true);
      return total;
    }),
  );
  expect(totals).toEqual([1, 1, 4]);
});

test("of a mail is told to whom it goes, what it is about and how it fares, and nothing of what it says", async () => {
  await outbox([
    { failedAt: FAILED, failure: "EENVELOPE 550", attempts: 2, createdAt: new Date("2026-01-01T09:00:00Z") },
  ]);
  const page = await read();
  expect(page.rows).toEqual([
    {
      id: expect.any(String),
      recipient: "a@people.example",
      subject: "Hello",
      createdAt: "2026-01-01T09:00:00Z",
      state: "undelivered",
      givenUp: false,
      attempts: 2,
      settledAt: "2026-01-02T10:00:00Z",
      failure: "EENVELOPE 550",
    },
  ]);
  expect(JSON.stringify(page)).not.toContain("confirm");
});

test("the pages meet every mail once, the newest first, and lead back again", async () => {
  const subjects = Array.from({ length: 2 * MAILS_PER_PAGE + 5 }, (_, index) => `Mail ${index}`);
  await outbox(subjects.map((subject) => ({ subject })));
  const first = await read();
  const second = await read({ cursor: first.next });
  const third = await read({ cursor: second.next });
  const met = [first, second, third].flatMap(({ rows }) => rows.map(({ subject }) => subject));
  expect(met).toEqual(subjects.toReversed());
  expect([first, second, third].map((page) => page.first)).toEqual([1, MAILS_PER_PAGE + 1, 2 * MAILS_PER_PAGE + 1]);
  expect(third).toMatchObject({ next: null, total: subjects.length });
  expect((await read({ cursor: third.previous })).rows).toEqual(second.rows);
  expect(await read({ cursor: second.previous })).toEqual(first);
});

test("nobody but root is told anything, and everybody else is told why not", async () => {
  await outbox([{ subject: "waits" }]);
  for (const who of ["plain", "far", "co"]) {
    const { decision, page } = await listMails(await actorOf(who), EVERY_MAIL);
    expect([decision.outcome, page], who).toEqual(["deny", null]);
    expect(decision.reasons.length).toBeGreaterThan(0);
  }
});

test("a page takes two statements, however many mails there are", async () => {
  const root = await actorOf("root");
  const statements = () => countStatements(() => listMails(root, EVERY_MAIL));
  await outbox([{}]);
  expect(await statements()).toBe(2);
  await outbox(Array.from({ length: 3 * MAILS_PER_PAGE }, () => ({})));
  expect(await statements()).toBe(2);
  await writeTransaction({ actorId: null, requestId: null }, (tx) => tx.execute(sql`delete from mails`));
});
