import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { partners } from "@/db/schema/places";
import { accessWorld } from "@/lib/testing/access-world";
import { loadWorld } from "@/lib/world/load";
import { type Ask, type Decision, decide } from "./decide";
import { loadActor } from "./load-actor";
import { searchResources } from "./search";

beforeAll(async () => {
  await writeTransaction({ actorId: null, requestId: null }, (tx) => loadWorld(tx, accessWorld));
});

function ask(
  who: string,
  action: string,
  resource: Ask["resource"],
  properties?: Record<string, unknown>,
): Promise<Decision> {
  return readTransaction(async (tx) => {
    const actor = await loadActor(tx, { email: `${who}@people.example` });
    return decide(tx, { actor, action, resource, ...(properties === undefined ? {} : { properties }) });
  });
}

const portal = { type: "system", id: "portal" };
const codes = ({ reasons }: Decision) => reasons.map(({ code }) => code);

describe("the last root", () => {
  const lastRoot = { user: "root@people.example" };

  it.each([{ ...lastRoot, role: "root" }, lastRoot])(
    "cannot be taken away, with the role named or not (%j)",
    async (properties) => {
      const decision = await ask("root", "remove_role", portal, properties);
      expect(decision.outcome).toBe("deny");
      expect(codes(decision)).toEqual(["invalid"]);
    },
  );
});

describe("a creation whose shape is wrong", () => {
  it.each<[string, Record<string, unknown>]>([
    ["partner", { serviceAreas: ["hulme"], address: 5 }],
    ["partner", { serviceAreas: ["hulme"], address: {} }],
    ["partner", { serviceAreas: ["hulme"], address: { neighbourhood: 7 } }],
    ["neighbourhood", { parent: 5 }],
    ["neighbourhood", { code: 5 }],
    ["neighbourhood", { unit: "planet" }],
  ])("of a %s is invalid for root too: %j", async (type, properties) => {
    expect(codes(await ask("root", "create", { type, id: "new", properties }))).toEqual(["invalid"]);
  });

  it("is not one with a blank row of a form, or with no address", async () => {
    const properties = { serviceAreas: ["hulme", " "], tags: [""], address: null };
    expect((await ask("area", "create", { type: "partner", id: "new", properties })).outcome).toBe("allow");
  });

  it("is judged the same when the record comes as the action's own parameters", async () => {
    const created = { type: "partner", id: "new" };
    expect((await ask("area", "create", created, { serviceAreas: ["hulme"] })).outcome).toBe("allow");
    expect((await ask("area", "create", created, { serviceAreas: ["wales"] })).outcome).toBe("deny");
  });
});

it("says a thing that is wrong many times once", async () => {
  const decision = await ask(
    "root",
    "update",
    { type: "partner", id: "hulme-cafe" },
    { addNeighbourhoods: ["x1", "x2", "x3"] },
  );
  expect(codes(decision)).toEqual(["invalid"]);
});

it("knows a record by its UUID in capitals as well", async () => {
  const [found] = await readTransaction((tx) =>
    tx.select({ id: partners.id }).from(partners).where(eq(partners.externalId, "hulme-cafe")),
  );
  const capitals = String(found?.id).toUpperCase();
  expect((await ask("area", "view", { type: "partner", id: capitals })).outcome).toBe("allow");
  expect((await ask("area", "update", { type: "partner", id: capitals }, { fields: ["name"] })).outcome).toBe("allow");
});

describe("a search", () => {
  const leaving = { user: "cafe@people.example", role: "partner_admin" };

  async function search(who: string, action: string, properties?: Record<string, unknown>, confirmed = false) {
    return readTransaction(async (tx) => {
      const actor = await loadActor(tx, { email: `${who}@people.example` });
      return searchResources(tx, {
        actor,
        type: "partner",
        action,
        ...(properties === undefined ? {} : { properties }),
        confirmed,
        after: null,
        limit: null,
      });
    });
  }

  it("leaves out what needs confirming, until that counts as confirmed, as the single question does", async () => {
    expect((await ask("cafe", "remove_role", { type: "partner", id: "hulme-cafe" }, leaving)).outcome).toBe("confirm");
    expect((await search("cafe", "remove_role", leaving)).ids).toEqual([]);
    expect((await search("cafe", "remove_role", leaving, true)).ids).toEqual(["hulme-cafe"]);
  });

  it("for what no record allows is empty and at its end", async () => {
    expect(await search("root", "restore")).toEqual({ ids: [], next: null });
  });
});
