import { sql } from "drizzle-orm";
import { beforeEach, expect, it, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { writeEvents } from "@/lib/places/imported-events/mutations";
import { restorePartnerAction } from "@/lib/places/partner-restorations/actions";
import { deletePartnerAction } from "@/lib/places/partners/actions";
import { newId } from "@/lib/platform/ids";
import { addCalendarForTest, addEventForTest, readCalendarForTest } from "@/lib/testing/calendars";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";

beforeEach(async () => {
  await meanwhile("delete from partner_deletions");
  await loadForTest(editingWorld, { reset: true });
});

async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  return readTransaction(async (tx) => [...(await tx.execute(sql.raw(query)))]);
}

async function uuidOf(partnerId: string): Promise<string> {
  return (await partnerNow(partnerId))?.id ?? "";
}

function remove(partnerId: string) {
  return act("root", deletePartnerAction, { partnerId, version: 1 });
}

async function restore(): Promise<void> {
  const [row] = await rowsOf("select id from partner_deletions where restored_at is null order by id desc limit 1");
  expect((await act("root", restorePartnerAction, { deletionId: String(row?.id) })).refused).toBeNull();
}

/** Waits until some statement in this database waits for a lock, so that a race is a real one. */
async function somebodyWaits(): Promise<void> {
  for (let looks = 0; looks < 2_000; looks += 1) {
    const waiting = await rowsOf(`select 1 from pg_locks waiting where not granted and pid in (
      select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))`);
    if (waiting.length > 0) return;
  }
  throw new Error("Nobody came to wait.");
}

it("keeps what moderators had hidden hidden, when the import after a restoration finds it again", async () => {
  const calendar = await addCalendarForTest({ partnerId: await uuidOf("garden"), about: "moderated" });
  const plan = { calendarId: calendar.id, event: { recurrenceId: "20260101", location: "At home" } };
  const abuse = await addEventForTest({ ...plan, about: "abuse", hidden: "A home address." });
  const fine = await addEventForTest({ ...plan, about: "fine" });
  const eventsNow = () =>
    rowsOf(`select e.id, e.uid, e.withdrawn_at is not null as withdrawn, h.reason, h.hidden_by, h.hidden_at
      from events e left join event_hidings h on h.event_id = e.id and h.unhidden_at is null where e.calendar_id = '${calendar.id}' order by e.id`);
  const [before] = await eventsNow();
  expect(before).toMatchObject({ id: abuse.id, reason: "A home address." });
  await remove("garden");
  await restore();
  expect(await eventsNow()).toMatchObject([{ ...before, withdrawn: true, hidden_at: expect.anything() }]);
  const startsAt = new Date(Date.now() + 86_400_000);
  const found = [abuse, fine].map(({ id, title }) => ({
    ...{
      uid: id,
      recurrenceId: "20260101",
      title,
      startsAt,
      endsAt: startsAt,
      allDay: false,
      timeZone: "Europe/London",
    },
    ...{ description: null, location: null, room: null, online: false, url: null, place: null },
  }));
  const whole = { unread: { anywhere: false, uids: [] }, leftOutFrom: null };
  await writeTransaction({ actorId: null, requestId: null }, (tx) => writeEvents(tx, calendar.id, found, whole));
  const after = await eventsNow();
  expect(after.find(({ uid }) => uid === abuse.id)).toMatchObject({
    id: abuse.id,
    withdrawn: false,
    reason: before?.reason,
  });
  expect(after.find(({ uid }) => uid === fine.id)).toMatchObject({ withdrawn: false, reason: null });
});

it("gives the default place back to calendars of others that need one, said in their history, and to no others", async () => {
  const [placeId, partnerId] = [await uuidOf("garden"), await uuidOf("quay")];
  const guestOf = async (about: string) => (await addCalendarForTest({ partnerId, about, calendar: { placeId } })).id;
  const [needing, online, elsewhere] = [await guestOf("needing"), await guestOf("online"), await guestOf("elsewhere")];
  await remove("garden");
  await meanwhile(`update calendars set strategy = 'online_only' where id = '${online}'`);
  await meanwhile(`update calendars set place_id = partner_id where id = '${elsewhere}'`);
  const { version = 0 } = (await readCalendarForTest(needing)) ?? {};
  await restore();
  expect(await readCalendarForTest(needing)).toMatchObject({ placeId, version: version + 1 });
  expect(await readCalendarForTest(online)).toMatchObject({ placeId: null, version });
  expect(await readCalendarForTest(elsewhere)).toMatchObject({ placeId: partnerId, version });
  const change = { before: { place: null }, after: { place: { id: placeId, name: "Juniper Garden" } } };
  expect(await tracesOf(needing)).toMatchObject([{ action: "calendar.update", ...change }]);
  expect([...(await tracesOf(online)), ...(await tracesOf(elsewhere))]).toEqual([]);
  const restored = (await tracesOf(placeId)).find(({ action }) => action === "partner.restore");
  expect(restored?.after).toMatchObject({ hosted: [{ id: needing }], leftOut: [] });
});

it("tells a calendar whose external id is taken from one whose source is", async () => {
  const calendar = { externalId: `kept-${newId()}` };
  await addCalendarForTest({ partnerId: await uuidOf("garden"), about: "named", calendar });
  await remove("garden");
  await addCalendarForTest({ partnerId: await uuidOf("quay"), about: "namesake", calendar });
  await restore();
  const restored = (await tracesOf(await uuidOf("garden"))).find(({ action }) => action === "partner.restore");
  const sentence = expect.stringMatching(/^the calendar .*, because another one has its external id by now$/);
  expect(restored?.after).toMatchObject({ calendars: [], leftOut: [sentence] });
});

test("a calendar that is added while its partner is being deleted is kept with it", async () => {
  const partnerId = await uuidOf("garden");
  const id = newId();
  let begin: () => void = () => undefined;
  let end: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const added = writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await tx.execute(
      sql`insert into calendars (id, partner_id, name, created_at) values (${id}, ${partnerId}, 'Late', now())`,
    );
    begin();
    await ended;
  });
  await begun;
  const removed = remove("garden");
  await somebodyWaits();
  end();
  await added;
  expect((await removed).refused).toBeNull();
  expect(await readCalendarForTest(id)).toBeNull();
  expect((await tracesOf(id)).map(({ action }) => action)).toEqual(["calendar.delete"]);
  await restore();
  expect(await readCalendarForTest(id)).toMatchObject({ name: "Late", partnerId });
});
