import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { writeTransaction } from "@/db/client";
import { getEndedHidingReason } from "@/lib/places/event-hidings/queries";
import { addEventForTest } from "@/lib/testing/calendars";
import { idOf, loadEventWorld, type WorldEvent } from "@/lib/testing/event-world";
import { act } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { hideEventAction, unhideEventAction } from "./actions";
import { getEvent, getExplainedEvent } from "./queries";

let ids: Readonly<Record<WorldEvent, string>>;

beforeAll(async () => {
  ids = await loadEventWorld();
});

async function read(who: string, title: WorldEvent) {
  return getEvent(await actorOf(who), ids[title]);
}

async function explained(who: string, title: WorldEvent) {
  const found = await getExplainedEvent(await actorOf(who), ids[title]);
  if (found === null) throw new Error(`${who} does not see ${title}.`);
  return found;
}

describe("an event's record", () => {
  it("tells those who look after its organiser what it is, where it is and which calendar it came from", async () => {
    expect(await read("area", "Digging day")).toMatchObject({
      title: "Digging day",
      allDay: false,
      timeZone: "Europe/London",
      recurs: false,
      organiser: { externalId: "garden", name: "Juniper Garden", inSight: true },
      place: { externalId: "garden", inSight: true },
      calendar: { externalId: "garden-days", name: "Garden days" },
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      state: "shown",
      withdrawnOn: null,
      hiding: null,
    });
  });

  it("tells a site admin what the public is told, and neither its calendar nor what imports do", async () => {
    expect(await read("site", "Digging day")).toMatchObject({
      organiser: { name: "Juniper Garden", inSight: false },
      place: { name: "Juniper Garden", inSight: false },
      calendar: null,
      updatedAt: null,
    });
  });

  it("tells a site admin where it is only if the partner there is one that their site shows", async () => {
    const [calendarId, placeId] = await Promise.all([idOf("calendars", "garden-days"), idOf("partners", "quay")]);
    const { id } = await addEventForTest({ calendarId, about: "Beyond", event: { placeId } });
    expect(await getEvent(await actorOf("site"), id)).toMatchObject({ place: null, unseen: true });
    expect(await getEvent(await actorOf("root"), id)).toMatchObject({ place: { name: "Willow Quay" }, unseen: false });
  });

  it.each<[string, WorldEvent]>([
    ["site", "Old digging"],
    ["site", "Noisy digging"],
    ["site", "Cancelled digging"],
    ["site", "Hall singing"],
    ["far", "Digging day"],
    ["area", "Quay swim"],
    ["plain", "Digging day"],
  ])("is not there for %s: %s", async (who, title) => {
    expect(await read(who, title)).toBeNull();
  });

  it("is not there under anything but its id", async () => {
    for (const key of ["Digging day", "", "\u0000", `${ids["Digging day"]}\u0000`]) {
      expect(await getEvent(await actorOf("root"), key)).toBeNull();
    }
  });

  it("that its source has no more says since when", async () => {
    expect(await read("own", "Cancelled digging")).toMatchObject({ state: "withdrawn", withdrawnOn: "2026-01-02" });
  });
});

describe("a hidden event", () => {
  it("tells everybody who looks after its organiser why, and who did it only to those who may know that person", async () => {
    await act("city", unhideEventAction, { eventId: ids["Noisy digging"] });
    await act("city", hideEventAction, { eventId: ids["Noisy digging"], reason: "Too loud." });
    expect((await read("root", "Noisy digging"))?.hiding).toEqual({
      reason: "Too loud.",
      hiddenOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      hiddenBy: "Person city",
    });
    for (const who of ["own", "area"]) {
      expect((await read(who, "Noisy digging"))?.hiding, who).toMatchObject({ reason: "Too loud.", hiddenBy: null });
    }
  });

  it("that was shown again is undone with the reason it was last hidden for, by those who may hide it", async () => {
    await act("area", unhideEventAction, { eventId: ids["Noisy digging"] });
    const ended = async (who: string) => getEndedHidingReason(await actorOf(who), ids["Noisy digging"]);
    expect(await ended("area")).toBe("Too loud.");
    for (const who of ["own", "site", "far"]) expect(await ended(who), who).toBeNull();
    expect(await getEndedHidingReason(await actorOf("root"), ids["Digging day"])).toBeNull();
  });
});

test.each([
  ["root", { hide: true, view_history: true }],
  ["area", { hide: true, view_history: true }],
  ["pa", { hide: true, view_history: true }],
  ["own", { hide: false, view_history: true }],
  ["site", { hide: false, view_history: false }],
])("what %s may do to an event is told with the reasons: %j", async (who, expected) => {
  const { remit } = await explained(who, "Digging day");
  expect(Object.fromEntries(remit.acts.map(({ act: name, allowed }) => [name, allowed]))).toEqual(expected);
  expect(remit.view.length).toBeGreaterThan(0);
  for (const { allowed, reasons } of remit.acts) if (!allowed) expect(reasons.length).toBeGreaterThan(0);
});

test("an event whose texts are long, empty or odd is read as it is", async () => {
  const odd = "<script>alert('x')</script> \u202e 100% 'quoted' \\";
  await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    tx.execute(sql`update events set description = ${odd}, location = ${odd}, room = '', url = 'javascript:alert(1)', recurrence_id = '20261124T140000Z'
      where id = ${ids["Early digging"]}::uuid`),
  );
  expect(await read("own", "Early digging")).toMatchObject({
    description: odd,
    location: odd,
    recurs: true,
    url: "javascript:alert(1)",
  });
});
