import { beforeAll, expect, test } from "vitest";
import { asPerson } from "@/lib/testing/as-person";
import { readerOf, readingWorld } from "@/lib/testing/reading-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getExplainedPartner, getPartner } from "./queries";

const world = {
  ...readingWorld,
  users: [...readingWorld.users, readerOf("colleague")],
  roles: [...readingWorld.roles, { user: "colleague@remit.example", role: "partner_admin", partner: "garden" }],
};

beforeAll(async () => {
  await loadForTest(world);
});

test.each([
  ["area", "garden", true],
  ["area", "library", false],
  ["tag", "kitchen", false],
  ["own", "garden", true],
  ["own", "kitchen", false],
  ["none", "garden", false],
  ["root", "no-such-partner", false],
  ["root", "nul\u0000", false],
])("%s asking for partner %j gets a record: %j", async (name, partnerId, found) => {
  const partner = await asPerson(name, (actor) => getPartner(actor, partnerId));
  expect(partner !== null).toBe(found);
});

test("a partner is found by its UUID and by its external id alike", async () => {
  const [byExternalId, byUuid] = await asPerson("root", async (actor) => {
    const found = await getPartner(actor, "garden");
    return [found, await getPartner(actor, found?.id ?? "")];
  });
  expect(byUuid).toEqual(byExternalId);
  expect(byUuid?.name).toBe("Hulme Garden Centre");
});

test("a partner shows its places as paths up to the country, its hours and its reason of hiding to its admins", async () => {
  const partner = await asPerson("own", (actor) => getPartner(actor, "garden"));
  expect(partner?.address?.place.path).toEqual(["Hulme", "Manchester", "North West", "England"]);
  expect(partner?.serviceAreas.map(({ path }) => path)).toEqual([
    ["Manchester", "North West", "England"],
    ["Moss Side", "Manchester", "North West", "England"],
  ]);
  expect(partner?.openingHours).toEqual([{ day: 1, opens: "09:00", closes: "17:00" }]);
  expect(partner?.hiding?.reason).toBe("Closed for repairs");
  expect(partner?.internalContact?.email).toBe("office@garden.example");
  expect(partner?.admins).toEqual(["Person colleague", "Person own"]);
});

test.each([
  ["root", ["Age Friendly", "Green Spaces", "Food"], 0],
  ["own", ["Age Friendly", "Green Spaces", "Food"], 0],
  ["tag", ["Age Friendly", "Food"], 1],
  ["area", ["Food"], 2],
])("%s reads the names of a partner's partnerships only where they may see them", async (name, shown, unseen) => {
  const partner = await asPerson(name, (actor) => getPartner(actor, "garden"));
  expect(partner?.tags.map(({ name: tag }) => tag)).toEqual(shown);
  expect(partner?.unseenTags).toBe(unseen);
});

test("a partner carries what a form needs to name: its version, the codes of its places and the ids of its tags", async () => {
  const read = () => asPerson("root", (actor) => getPartner(actor, "garden"));
  const partner = await read();
  expect(partner?.address?.place.code).toBe("H");
  expect(partner?.serviceAreas.map(({ code }) => code)).toEqual(["M", "MS"]);
  expect(partner?.tags.map(({ id }) => id)).toEqual(["age", "green", "food"]);
  const entry = world.partners.find(({ id }) => id === "garden");
  await loadForTest({ partners: [{ ...entry, summary: "Plants and advice." }] });
  const edited = await read();
  expect(edited?.version).toBe((partner?.version ?? 0) + 1);
  expect(Date.parse(edited?.updatedAt ?? "")).toBeGreaterThan(Date.parse(partner?.updatedAt ?? ""));
});

test("the reasons name the grant and the path, and say why not for what one may not do", async () => {
  const remit = await asPerson("area", async (actor) => (await getExplainedPartner(actor, "garden"))?.remit);
  expect(remit?.view).toEqual([
    expect.objectContaining({ code: "neighbourhood_admin", text: expect.stringContaining("Manchester") }),
  ]);
  const slug = remit?.acts.find(({ act }) => act === "slug");
  expect(slug?.allowed).toBe(false);
  expect(slug?.reasons.length).toBeGreaterThan(0);
  expect(remit?.acts.map(({ act }) => act)).toContain("unhide");
  expect(remit?.acts.map(({ act }) => act)).not.toContain("hide");
});

test("a record with its reasons takes at most five statements, whoever asks", async () => {
  for (const name of ["own", "area", "root"]) {
    const record = await asPerson(name, (actor) => countStatements(() => getExplainedPartner(actor, "garden")));
    expect(record, name).toBeGreaterThan(1);
    expect(record, name).toBeLessThanOrEqual(5);
  }
});
