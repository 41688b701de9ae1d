import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hideEventAction } from "@/lib/places/events/actions";
import { holdClock, now } from "@/lib/platform/clock";
import { hideMany } from "@/lib/testing/bulk-acts";
import { addCalendarForTest, addEventForTest } from "@/lib/testing/calendars";
import { act, meanwhile, partnerNow } from "@/lib/testing/partner-acts";
import { siteWorld } from "@/lib/testing/site-world";
import { dataCacheForTest, siteIdForTest } from "@/lib/testing/sites";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { COMING_DAYS, CONTENT_SECONDS, SITES_CONTENT_TAG, siteContentTag } from "./constants";
import { getOverview, getPublicPartner, getPublicSite, listPublicPartners } from "./queries";
import { readPublicQuery } from "./schemas";

const shared = globalThis as typeof globalThis & { __incrementalCache?: object };

let data = dataCacheForTest();
let around = "";
let aged = "";

beforeEach(async () => {
  await loadForTest(siteWorld, { reset: true });
  data = dataCacheForTest();
  shared.__incrementalCache = data.cache;
  [around, aged] = [await siteIdForTest("around"), await siteIdForTest("aged")];
});
afterEach(() => {
  delete shared.__incrementalCache;
  holdClock(null);
});

async function partnerId(externalId: string): Promise<string> {
  const partner = await partnerNow(externalId);
  if (partner === null) throw new Error(`There is no partner ${externalId}.`);
  return partner.id;
}

async function names(siteId: string, search: Record<string, string> = {}): Promise<string[]> {
  const { categories } = await getOverview(siteId);
  const { partners, total } = await listPublicPartners(siteId, readPublicQuery(search), categories);
  expect(total).toBe(partners.length);
  return partners.map(({ name }) => name);
}

async function eventFor(partner: string, about: string, plan: Partial<Parameters<typeof addEventForTest>[0]> = {}) {
  const { id: calendarId } = await addCalendarForTest({ partnerId: await partnerId(partner), about });
  return addEventForTest({ calendarId, about, ...plan });
}

describe("a site", () => {
  it("is there for everybody once it is published, and not a moment longer", async () => {
    expect((await getPublicSite("around-hulme"))?.name).toBe("Around Hulme");
    expect(await getPublicSite("aged")).toBeNull();
    await meanwhile("update site_publications set unpublished_at = now()");
    expect(await getPublicSite("around-hulme")).toBeNull();
    for (const slug of ["nowhere", "", "Around-Hulme", "around\u0000hulme"])
      expect(await getPublicSite(slug)).toBeNull();
  });

  it("says only what the public may read of it", async () => {
    expect(Object.keys((await getPublicSite("around-hulme")) ?? {}).toSorted()).toEqual(
      ["description", "heroText", "id", "name", "placeName", "slug", "tagline"].toSorted(),
    );
  });
});

describe("the partners of a site", () => {
  it("are those in its neighbourhoods, or below them with one of its partnerships, hidden ones never", async () => {
    expect(await names(around)).toEqual(["Aspen Riders", "Elm", "Juniper Garden", "Larch Bridge", "Moss Side Kitchen"]);
    // Rowan Hall carries the partnership and lies there, but is hidden.
    expect(await names(aged)).toEqual(["Juniper Garden", "Larch Bridge"]);
    expect(await names(await siteIdForTest("bare"))).toEqual([]);
  });

  it("are found by words of name and summary and by category, and nothing else is", async () => {
    expect(await names(around, { q: "kettle beds" })).toEqual(["Juniper Garden"]);
    expect(await names(around, { category: "food" })).toEqual(["Juniper Garden", "Moss Side Kitchen"]);
    expect(await names(around, { category: "food", q: "moss" })).toEqual(["Moss Side Kitchen"]);
    for (const category of ["age", "loop", "sport", "nothing"]) expect(await names(around, { category })).toEqual([]);
    for (const q of ["Back office", "%", "rowan", "dig"]) expect(await names(around, { q })).toEqual([]);
    const { categories } = await getOverview(around);
    expect(categories.map(({ key, count }) => [key, count])).toEqual([
      ["arts", 1],
      ["food", 2],
      ["health", 1],
    ]);
  });

  it("tell what they give to the public, and nothing of what is kept inside", async () => {
    const garden = await getPublicPartner(around, await partnerId("garden"));
    expect(garden).toMatchObject({
      name: "Juniper Garden",
      contact: { name: "Jo", phone: "0161 496 0000", email: "hello@juniper.example" },
      address: ["1 Jackson Crescent", "Manchester", "M15 5AJ"],
      openingHours: [{ day: 1, opens: "09:00", closes: "12:30" }],
      categories: ["Food"],
      facilities: ["Hearing loop"],
    });
    const { partners } = await listPublicPartners(around, readPublicQuery({}), []);
    for (const text of [JSON.stringify(garden), JSON.stringify(partners)]) {
      expect(text).not.toContain("Back office");
      expect(text).not.toContain("Age Friendly");
    }
  });

  it("have a page only where the site shows them: hidden ones and others are not there", async () => {
    for (const partner of ["hall", "quay"]) expect(await getPublicPartner(around, await partnerId(partner))).toBeNull();
    expect(await getPublicPartner(aged, await partnerId("hall"))).toBeNull();
    expect(await getPublicPartner(around, "garden")).toMatchObject({ id: await partnerId("garden") });
    for (const key of ["no-such-partner", "", "\u0000"]) expect(await getPublicPartner(around, key)).toBeNull();
  });
});

describe("the events of a site", () => {
  it("are the coming ones of its partners: none that is over, hidden, withdrawn or a hidden partner's", async () => {
    const [on, later] = [await eventFor("garden", "On", { inHours: -0.5 }), await eventFor("kitchen", "Later")];
    await eventFor("garden", "Over", { inHours: -30 });
    await eventFor("garden", "Hidden", { hidden: "Not ours" });
    await eventFor("garden", "Withdrawn", { event: { withdrawnAt: new Date() } });
    await eventFor("hall", "Of a hidden partner");
    await eventFor("quay", "Elsewhere");
    await eventFor("garden", "Far off", { inHours: (COMING_DAYS + 1) * 24 });
    const { events, laterEvents } = await getOverview(around);
    expect(events.map(({ id }) => id)).toEqual([on.id, later.id]);
    expect(laterEvents).toBe(1);
    expect(events[1]).toMatchObject({ organiser: "Moss Side Kitchen", timeZone: "Europe/London" });
    const page = await getPublicPartner(around, await partnerId("garden"));
    expect(page?.events).toHaveLength(2);
  });

  it("name a venue only where the site shows it", async () => {
    const at = async (venue: string) => ({ placeId: await partnerId(venue), location: "Somewhere" });
    await eventFor("garden", "Seen", { inHours: 1, event: await at("kitchen") });
    await eventFor("garden", "Hidden venue", { inHours: 2, event: await at("hall") });
    await eventFor("garden", "Venue elsewhere", { inHours: 3, event: { ...(await at("quay")), room: "Room 2" } });
    const { events } = await getOverview(around);
    expect(events.map(({ place }) => place)).toEqual(["Moss Side Kitchen", "Somewhere", "Room 2, Somewhere"]);
  });
});

describe("what is kept", () => {
  const read = async () => {
    const { categories } = await getOverview(around);
    await listPublicPartners(around, readPublicQuery({}), categories);
  };

  const rename = (name: string) => meanwhile(`update partners set name = '${name}' where external_id = 'bridge'`);

  it("is told again, until the site's tag or that of all sites is let go of", async () => {
    await names(around);
    for (const [index, tag] of [siteContentTag(around), SITES_CONTENT_TAG].entries()) {
      const renamed = `Larch Bridge ${index}`;
      await rename(renamed);
      data.forget(siteContentTag(aged));
      expect(await names(around)).not.toContain(renamed);
      data.forget(tag);
      expect(await names(around)).toContain(renamed);
    }
  });

  it("takes no more statements than reading it anew", async () => {
    await eventFor("garden", "On");
    expect(await countStatements(read)).toBe(2);
    expect(await countStatements(read)).toBe(2);
  });

  it("leaves out partners that were hidden or left the site meanwhile, whatever was let go of", async () => {
    await names(around);
    await hideMany("area", ["garden", "kitchen"], "Not safe.");
    await meanwhile(
      "update partner_addresses set neighbourhood_id = (select id from neighbourhoods where code = 'ordsall')",
    );
    expect(await names(around)).toEqual(["Aspen Riders"]);
  });

  it("leaves out events that were hidden or withdrawn meanwhile, those of hidden partners, and hidden venues", async () => {
    const still = await eventFor("riders", "Still", {
      event: { placeId: await partnerId("kitchen"), location: "Somewhere" },
    });
    const hidden = await eventFor("riders", "Hidden");
    const withdrawn = await eventFor("riders", "Withdrawn");
    await eventFor("garden", "Of a hidden partner");
    const told = async () => (await getOverview(around)).events.map(({ id, place }) => [id, place]);
    expect(await told()).toHaveLength(4);
    expect(await told()).toContainEqual([still.id, "Moss Side Kitchen"]);
    await hideMany("area", ["garden", "kitchen"], "Not safe.");
    await act("area", hideEventAction, { eventId: hidden.id, reason: "Not ours." });
    await meanwhile(`update events set withdrawn_at = now() where id = '${withdrawn.id}'`);
    expect(await told()).toEqual([[still.id, "Somewhere"]]);
  });

  it(`is never older than ${CONTENT_SECONDS} seconds, however long nobody has asked`, async () => {
    holdClock(now());
    await names(around);
    await rename("Larch Crossing");
    holdClock(new Date(now().getTime() + (CONTENT_SECONDS - 1) * 1000));
    expect(await names(around)).not.toContain("Larch Crossing");
    holdClock(new Date(now().getTime() + 2000));
    expect(await names(around)).toContain("Larch Crossing");
  });

  it("holds nothing that anybody can think up to search for", async () => {
    await read();
    const search = () => listPublicPartners(around, readPublicQuery({ q: "kettle" }), []);
    await search();
    expect(await countStatements(search)).toBe(1);
  });
});
