import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { DAYS_TO_RESTORE } from "@/lib/permissions/facts/deleted-partners";
import { RESTORE_DAYS } from "@/lib/places/partner-deletions/constants";
import { createPartnerAction, deletePartnerAction } from "@/lib/places/partners/actions";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit, idOf, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { mailsTo, rolesNow } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";
import { restorePartnerAction } from "./actions";

beforeEach(async () => {
  await meanwhile("delete from partner_deletions");
  await loadForTest(editingWorld, { reset: true });
});

/** Deletes a partner as root, and gives the id of the deletion. */
async function remove(partnerId: string): Promise<string> {
  const { version = 0 } = (await partnerNow(partnerId)) ?? {};
  expect((await act("root", deletePartnerAction, { partnerId, version })).refused).toBeNull();
  const [row] = await readTransaction((tx) =>
    tx.execute<{ id: string }>(
      sql`select id from partner_deletions where restored_at is null order by id desc limit 1`,
    ),
  );
  return row?.id ?? "";
}

function restore(who: string, deletionId: string) {
  return act(who, restorePartnerAction, { deletionId });
}

async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  return readTransaction(async (tx) => [...(await tx.execute(sql.raw(query)))]);
}

/** A snapshot is JSON, and its instants are as exact as those of the language. */
function toMilliseconds(rows: unknown): unknown {
  return JSON.parse(JSON.stringify(rows).replaceAll(/(:\d\d\.\d{3})\d+\+/g, "$1+"));
}

const whole = "/places/partners/garden?notice=partner-restored";
const inPart = "/places/partners/garden?notice=partner-restored-in-part";

describe("a deleted partner", () => {
  it("comes back whole under its own ids, one version later, and its history goes on", async () => {
    await meanwhile(`insert into partner_hidings (id, partner_id, reason, hidden_by, hidden_at)
      select gen_random_uuid(), p.id, 'Flooded', u.id, now() from partners p, users u where p.external_id = 'garden' and u.email like 'area@%'`);
    await meanwhile(
      "update role_grants set ends_on = '2999-12-31', granted_by = (select id from users where email = 'root@people.example') where user_id = (select id from users where email = 'co@people.example')",
    );
    const everything = () =>
      rowsOf(`select to_jsonb(p) - 'version' - 'updated_at' as row, (select jsonb_agg(to_jsonb(g) order by g.id) from role_grants g where g.partner_id = p.id) as grants,
        (select jsonb_agg(to_jsonb(h) order by h.id) from partner_hidings h where h.partner_id = p.id) as hidings,
        (select to_jsonb(a) from partner_addresses a where a.partner_id = p.id) as address from partners p where p.external_id = 'garden'`);
    const before = { now: await partnerNow("garden"), rows: await everything() };
    const deletion = await remove("garden");
    expect(await partnerNow("garden")).toBeNull();
    expect(await restore("root", deletion)).toEqual({ to: whole, refused: null });
    expect(await partnerNow("garden")).toEqual({ ...before.now, version: (before.now?.version ?? 0) + 1 });
    expect(toMilliseconds(await everything())).toEqual(toMilliseconds(before.rows));
    expect(await rolesNow("co")).toEqual(["partner_admin garden until 2999-12-31"]);
    const traces = await tracesOf(before.now?.id ?? "");
    expect(traces.map(({ action }) => action)).toEqual([
      "partner.delete",
      "partner.restore",
      "role.grant",
      "role.grant",
    ]);
    expect(traces[1]).toMatchObject({
      actor: "root@people.example",
      after: {
        name: "Juniper Garden",
        admins: [{ name: "Person own" }, { name: "Person co" }],
        calendars: [],
        leftOut: [],
      },
    });
    expect((await tracesOf(await idOf("own"))).slice(-2).map(({ action }) => action)).toEqual([
      "role.end",
      "role.grant",
    ]);
  });

  it("gives its admins their roles again, of accounts out of use as well, and writes to nobody", async () => {
    await meanwhile(
      "insert into user_deactivations (id, user_id, deactivated_at) select gen_random_uuid(), id, now() from users where email = 'co@people.example'",
    );
    const deletion = await remove("garden");
    const before = [...(await mailsTo("own")), ...(await mailsTo("co"))];
    await restore("root", deletion);
    expect(await rolesNow("own")).toEqual(["partner_admin garden"]);
    expect(await rolesNow("co")).toEqual(["partner_admin garden"]);
    expect([...(await mailsTo("own")), ...(await mailsTo("co"))]).toEqual(before);
    expect((await edit("own", "garden", { summary: "Back again." })).refused).toBeNull();
  });

  it("takes an edit that was begun before it was deleted for a late one", async () => {
    const { version = 0 } = (await partnerNow("garden")) ?? {};
    await restore("root", await remove("garden"));
    expect((await edit("own", "garden", { summary: "Late." }, version)).refused?.code).toBe("conflict");
  });

  it("brings its calendars back without events, queued for an import, and is the default place of others again", async () => {
    const { id: gardenId = "" } = (await partnerNow("garden")) ?? {};
    const { id: quayId = "" } = (await partnerNow("quay")) ?? {};
    const own = await addCalendarForTest({ partnerId: gardenId, about: "own", calendar: { placeId: quayId } });
    const silent = await addCalendarForTest({ partnerId: gardenId, about: "silent", url: null });
    const guest = await addCalendarForTest({ partnerId: quayId, about: "guest", calendar: { placeId: gardenId } });
    await addEventForTest({ calendarId: own.id, about: "dig" });
    const deletion = await remove("garden");
    expect(await rowsOf(`select 1 from calendars where id in ('${own.id}', '${silent.id}')`)).toEqual([]);
    expect((await restore("root", deletion)).to).toBe(whole);
    const state = (id: string) =>
      rowsOf(`select c.partner_id, c.place_id, c.url, i.state, (select count(*)::int from events e where e.calendar_id = c.id) as events
        from calendars c join calendar_imports i on i.calendar_id = c.id where c.id = '${id}'`);
    expect(await state(own.id)).toEqual([
      { partner_id: gardenId, place_id: quayId, url: own.url, state: "queued", events: 0 },
    ]);
    expect(await state(silent.id)).toMatchObject([{ url: null, state: "idle" }]);
    expect(await state(guest.id)).toMatchObject([{ place_id: gardenId }]);
    expect((await tracesOf(own.id)).map(({ action }) => action)).toEqual(["calendar.delete", "calendar.create"]);
  });

  it("leaves out what is gone by now, and names each of it", async () => {
    const { id: gardenId = "" } = (await partnerNow("garden")) ?? {};
    const { id: quayId = "" } = (await partnerNow("quay")) ?? {};
    const taken = await addCalendarForTest({ partnerId: gardenId, about: "taken" });
    const placed = await addCalendarForTest({ partnerId: gardenId, about: "placed", calendar: { placeId: quayId } });
    await meanwhile(
      `update role_grants set ends_on = current_date where user_id = (select id from users where email = 'own@people.example')`,
    );
    const deletion = await remove("garden");
    await meanwhile(`update partner_deletions set snapshot = jsonb_set(snapshot, '{admins,0,endsOn}', '"2020-01-01"')`);
    await addCalendarForTest({ partnerId: (await partnerNow("hall"))?.id ?? "", about: "thief", url: taken.url });
    await remove("quay");
    await meanwhile(
      "delete from partner_service_areas where neighbourhood_id = (select id from neighbourhoods where code = 'moss-side') and partner_id <> (select id from partners where external_id = 'kitchen')",
    );
    await meanwhile("delete from tags where external_id = 'loop'");
    await meanwhile("delete from users where email = 'co@people.example'");
    const { to } = await restore("root", deletion);
    expect(to).toBe(inPart);
    const restored = (await tracesOf(gardenId)).find(({ action }) => action === "partner.restore");
    expect(restored?.after).toMatchObject({
      admins: [],
      calendars: [{ id: placed.id }],
      leftOut: [
        "the tag Hearing loop, which is gone",
        "the role of Person co, whose account is gone",
        "the role of Person own, whose last day is over",
        expect.stringMatching(/^the calendar .*, because another one has its source by now$/),
        expect.stringMatching(/^the default place of the calendar .*, because Willow Quay is gone$/),
      ],
    });
    expect(await partnerNow("garden")).toMatchObject({ tags: ["age", "food"], areas: ["moss-side"] });
    expect(await rolesNow("own")).toEqual([]);
  });
});

describe("bringing a partner back", () => {
  test.each(["area", "city", "pa", "youth", "two", "own", "co", "far", "plain"])(
    "is not %s's to do: to them it is as if it had never been",
    async (who) => {
      const deletion = await remove("garden");
      expect((await restore(who, deletion)).refused?.code).toBe("not_found");
      expect((await restore(who, "00000000-0000-7000-8000-000000000000")).refused?.code).toBe("not_found");
      expect(await partnerNow("garden")).toBeNull();
    },
  );

  test.each([
    ["name", { name: "JUNIPER garden", addNeighbourhoods: "hulme" }, /Another partner has its name by now/],
    ["public address", { name: "Another one", slug: "juniper-garden", addNeighbourhoods: "hulme" }, /public address/],
  ])("is refused in words where its %s is another's by now, and leaves nothing behind", async (_, fields, sentence) => {
    const deletion = await remove("garden");
    const made = await act("root", createPartnerAction, { ...fields, duplicatesSeen: "yes" });
    expect(made.refused).toBeNull();
    const { refused } = await restore("root", deletion);
    expect(refused).toMatchObject({ code: "conflict", message: expect.stringMatching(sentence) });
    expect(await rowsOf("select 1 from partner_deletions where restored_at is not null")).toEqual([]);
    expect(await partnerNow("garden")).toBeNull();
  });

  test("is refused in words where none of its places is left", async () => {
    await meanwhile(
      "update partner_addresses set neighbourhood_id = (select id from neighbourhoods where code = 'ardwick')",
    );
    await meanwhile(
      "insert into neighbourhoods (id, code, name, unit) values (gen_random_uuid(), 'lost', 'Lost', 'ward')",
    );
    await meanwhile(
      "update partner_addresses set neighbourhood_id = (select id from neighbourhoods where code = 'lost') where partner_id = (select id from partners where external_id = 'quay')",
    );
    const deletion = await remove("quay");
    await meanwhile("delete from neighbourhoods where code = 'lost'");
    expect((await restore("root", deletion)).refused).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^None of its places is left/),
    });
    expect(await partnerNow("quay")).toBeNull();
  });

  test("twice is refused, and changes nothing the second time", async () => {
    const deletion = await remove("garden");
    await restore("root", deletion);
    const before = await partnerNow("garden");
    expect((await restore("root", deletion)).refused).toMatchObject({
      code: "conflict",
      message: "This partner has been brought back already.",
    });
    expect(await partnerNow("garden")).toEqual(before);
  });

  test("is refused once thirty days are over", async () => {
    expect(RESTORE_DAYS).toBe(DAYS_TO_RESTORE);
    const deletion = await remove("garden");
    await meanwhile("update partner_deletions set deleted_at = now() - interval '30 days 1 minute'");
    expect((await restore("root", deletion)).refused).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("30 days ago"),
    });
    expect(await partnerNow("garden")).toBeNull();
    await meanwhile("update partner_deletions set deleted_at = now() - interval '29 days 23 hours'");
    expect((await restore("root", deletion)).to).toBe(whole);
  });

  test("by two people at once happens once, and the other is told so", async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const deletion = await remove("garden");
      const done = await Promise.all([restore("root", deletion), restore("root", deletion)]);
      expect(done.map(({ refused }) => refused?.message ?? "done").toSorted()).toEqual([
        "This partner has been brought back already.",
        "done",
      ]);
      expect(await rolesNow("own")).toEqual(["partner_admin garden"]);
    }
  });

  test("at the moment in which another takes its name leaves one partner of that name", async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const deletion = await remove("garden");
      const fields = { name: "Juniper Garden", addNeighbourhoods: "hulme", duplicatesSeen: "yes" };
      const done = await Promise.all([restore("root", deletion), act("root", createPartnerAction, fields)]);
      expect(done.filter(({ refused }) => refused === null)).toHaveLength(1);
      expect(await rowsOf("select 1 from partners where lower(name) = 'juniper garden'")).toHaveLength(1);
      await loadForTest(editingWorld, { reset: true });
    }
  });
});
