import { eq, inArray } from "drizzle-orm";
import { afterEach, beforeAll, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { calendarImports } from "@/db/schema/calendars";
import { userDeactivations, users } from "@/db/schema/people";
import { partners } from "@/db/schema/places";
import { mails } from "@/db/schema/platform";
import { holdClock, now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { addCalendarForTest } from "@/lib/testing/calendars";
import { addAdminForTest } from "@/lib/testing/partners";
import { smallWorld } from "@/lib/testing/small-world";
import { loadForTest } from "@/lib/testing/statements";
import type { Fetched } from "../../calendar-sources/queries";
import { importCalendar } from "./import-calendar";

const down = async (): Promise<Fetched> => ({ kind: "failed", state: "unreachable", failure: "timeout" });
const missing = async (): Promise<Fetched> => ({ kind: "failed", state: "error", failure: "not_found" });
const well = async (): Promise<Fetched> => ({
  ...{ kind: "body", text: "BEGIN:VCALENDAR\nEND:VCALENDAR", doubtful: false },
  ...{ etag: null, lastModified: null, checksum: "" },
});

const ids: Record<string, string> = {};

beforeAll(async () => {
  await loadForTest(smallWorld);
  const rows = await readTransaction((tx) => tx.select({ id: partners.id, key: partners.externalId }).from(partners));
  for (const { id, key } of rows) ids[key ?? ""] = id;
});

afterEach(() => holdClock(null));

const add = (partner: string, about: string) =>
  addCalendarForTest({
    partnerId: ids[partner] ?? "",
    about,
    calendar: { contactEmail: "contact@remit.example", contactName: "Contact" },
  });

async function mailsAbout(name: string) {
  const rows = await readTransaction((tx) => tx.select().from(mails).where(eq(mails.template, "calendar-failing")));
  return rows.filter(({ subject }) => subject.includes(name));
}

async function mailedAt(calendarId: string) {
  const [row] = await readTransaction((tx) =>
    tx.select().from(calendarImports).where(eq(calendarImports.calendarId, calendarId)),
  );
  return row?.mailedAt ?? null;
}

it("the organiser's admins are told of an outage once, after the second failure, and of the next one again", async () => {
  const [one, two] = [
    await addAdminForTest(ids.p1 ?? "", "Ada"),
    await addAdminForTest(ids.p1 ?? "", "Ben"),
  ].toSorted();
  const { id, name } = await add("p1", "outage");
  const counts: number[] = [];
  for (const fetch of [down, down, down, well, down, down, down]) {
    await importCalendar(id, fetch);
    counts.push((await mailsAbout(name)).length);
  }
  expect(counts).toEqual([0, 2, 2, 2, 2, 4, 4]);
  const sent = await mailsAbout(name);
  expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual([one, one, two, two]);
  expect(sent[0]?.text).toContain("The server took too long to answer.");
  expect(sent[0]?.text).toContain(`/places/calendars/${id}`);
  expect(sent[0]?.text).toContain("First");
});

it("nobody is told who cannot sign in or has no such role any more, and the contact is not", async () => {
  const { id, name } = await add("p2", "nobody");
  const email = await addAdminForTest(ids.p2 ?? "", "Gone");
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    const [gone] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    await tx.insert(userDeactivations).values({ id: newId(), userId: gone?.id ?? "", deactivatedAt: now() });
  });
  await importCalendar(id, down);
  await importCalendar(id, down);
  expect(await mailsAbout(name)).toEqual([]);
  expect(await mailedAt(id)).toBeNull();
});

it("an outage of ours is told to nobody while most calendars cannot be reached, and a source's own is afterwards", async () => {
  await addAdminForTest(ids.p1 ?? "", "Cy");
  const { id, name } = await add("p1", "way-out");
  const lost = { state: "unreachable", failure: "unknown_host", checkedAt: now(), failingSince: now() } as const;
  const others: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    const other = { partnerId: ids.p2 ?? "", about: "other", importing: lost };
    others.push((await addCalendarForTest(other)).id);
  }
  for (let count = 0; count < 3; count += 1) await importCalendar(id, down);
  expect(await mailsAbout(name)).toEqual([]);
  expect(await mailedAt(id)).toBeNull();
  await importCalendar(id, missing);
  expect((await mailsAbout(name)).length).toBeGreaterThan(0);

  const { id: still, name: stillName } = await add("p1", "still-down");
  await importCalendar(still, down);
  await importCalendar(still, down);
  expect(await mailsAbout(stillName)).toEqual([]);
  const found = { state: "idle", failure: null, failingSince: null } as const;
  await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    tx.update(calendarImports).set(found).where(inArray(calendarImports.calendarId, others)),
  );
  await importCalendar(still, down);
  expect((await mailsAbout(stillName)).length).toBeGreaterThan(0);
});

it("a fault of ours is told to nobody", async () => {
  const { id, name } = await add("p1", "ours");
  const broken = () => Promise.reject(new Error("a fault of ours, on purpose"));
  await importCalendar(id, broken);
  await importCalendar(id, broken);
  expect(await mailsAbout(name)).toEqual([]);
});
