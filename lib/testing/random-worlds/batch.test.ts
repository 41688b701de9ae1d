import { describe, expect, it } from "vitest";
import { judge } from "../oracle/judge";
import { placesOf } from "../oracle/world";
import { batchOf } from "./batch";

const batch = batchOf(1, { worlds: 120, asks: 40 });
const { worlds } = batch;

describe("a batch of random worlds", () => {
  it("is the same whenever its seed is the same, so that a printed seed makes a failure again", () => {
    expect(batchOf(1, { worlds: 5, asks: 10 })).toEqual(batchOf(1, { worlds: 5, asks: 10 }));
    expect(batchOf(2, { worlds: 5, asks: 10 })).not.toEqual(batchOf(1, { worlds: 5, asks: 10 }));
  });

  it("stays within thirty places, twenty partners and three actors", () => {
    expect(batch.tree).toHaveLength(30);
    expect(Math.max(...worlds.map(({ partners }) => partners.length))).toBeLessThanOrEqual(20);
    expect(worlds.every(({ actors }) => actors.length === 3)).toBe(true);
  });

  it("holds every awkward kind of record and grant", () => {
    const roles = worlds.flatMap((world) => world.roles);
    const partners = worlds.flatMap(({ oracle }) => [...oracle.partners.values()]);
    const kinds = {
      incomplete: roles.some(
        ({ neighbourhoods, partnerships }) => neighbourhoods?.length === 0 && partnerships?.length !== 0,
      ),
      past: roles.some(({ endsOn }) => endsOn === "2030-06-14"),
      placeless: partners.some((partner) => placesOf(partner).length === 0),
      sameNodeTwice: partners.some(({ address, serviceAreas }) => address !== null && serviceAreas.includes(address)),
      deactivated: worlds.some(({ users }) => users.some(({ deactivated }) => deactivated)),
      severalRoles: worlds.some((world) =>
        world.actors.some((actor) => world.roles.filter(({ user }) => user === actor).length > 2),
      ),
    };
    expect(Object.entries(kinds).filter(([, found]) => !found)).toEqual([]);
  });

  it("asks questions of every outcome, and enough about changes to partners", () => {
    const outcomes = worlds.flatMap(({ oracle, asks }) =>
      asks.map((ask) => `${ask.action} ${judge(oracle, ask).outcome}`),
    );
    const count = (outcome: string) => outcomes.filter((found) => found === outcome).length;
    expect(count("update allow")).toBeGreaterThan(500);
    expect(count("update deny")).toBeGreaterThan(200);
    expect(count("update confirm")).toBeGreaterThan(10);
    expect(count("remove_role confirm")).toBeGreaterThan(30);
    expect(count("create allow")).toBeGreaterThan(50);
  });
});
