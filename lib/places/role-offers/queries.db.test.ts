import { beforeAll, expect, it } from "vitest";
import type { GrantValues } from "@/lib/people/grants/schemas";
import { actorOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { PARTNERS_OFFERED } from "./constants";
import { getRoleOffer } from "./queries";

beforeAll(() => loadForTest(peopleWorld, { reset: true }));

async function offer(who: string, values: Partial<GrantValues>, text = "") {
  const blank: GrantValues = { role: "", neighbourhoods: [], partnerships: [], partner: "", endsOn: "" };
  return getRoleOffer(await actorOf(who), { ...blank, ...values }, text);
}

const partnersFor = async (who: string, text?: string) =>
  (await offer(who, { role: "partner_admin" }, text)).partners.found.map(({ key }) => key);

it("offers for a partner's admin only the partners within one's remit, searched as the list searches", async () => {
  expect(await partnersFor("root")).toEqual(["garden", "kitchen", "hall", "shop"]);
  expect(await partnersFor("area")).toEqual(["garden", "kitchen"]);
  expect(await partnersFor("own")).toEqual(["garden"]);
  expect(await partnersFor("plain")).toEqual([]);
  expect(await partnersFor("root", " rowan ")).toEqual(["hall"]);
  expect(await partnersFor("area", "rowan")).toEqual([]);
});

it("offers partnerships only for the role that is held over them, and only those that one may choose", async () => {
  const names = async (who: string) =>
    (await offer(who, { role: "partnership_admin" })).partnerships.map(({ name }) => name);
  expect(await names("root")).toEqual(["Age Friendly", "Green Streets"]);
  expect(await names("area")).toEqual([]);
  expect((await offer("root", { role: "neighbourhood_admin" })).partnerships).toEqual([]);
});

it("knows the chosen places by name, and passes over what is none", async () => {
  const { places } = await offer("root", { role: "neighbourhood_admin", neighbourhoods: ["hulme", "nowhere"] });
  expect(places).toMatchObject([{ code: "hulme", name: "Hulme", path: ["Hulme", "Manchester", "England"] }]);
});

it("offers a few of many, says how many there are, and takes the same number of statements", async () => {
  const count = () => countStatements(() => offer("root", { role: "partner_admin" }));
  const before = await count();
  await loadForTest({
    partners: Array.from({ length: 60 }, (_, index) => ({
      id: `many-${index}`,
      name: `Many ${index}`,
      serviceAreas: ["hulme"],
    })),
  });
  const { partners } = await offer("root", { role: "partner_admin" }, "many");
  expect([partners.found.length, partners.total]).toEqual([PARTNERS_OFFERED, 60]);
  expect(await count()).toBe(before);
});
