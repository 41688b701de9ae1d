import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { holdClock } from "@/lib/platform/clock";
import { catalogue } from "./catalogue";
import { type HeldGrant, type Subject, specialise } from "./engine/specialise";
import { toListCondition } from "./engine/to-sql";
import { policies } from "./policies/all";

beforeAll(() => holdClock(new Date("2030-06-15T12:00:00Z")));
afterAll(() => holdClock(null));

const nothing = { area: [], partnerships: [], partnerId: null };
const area: HeldGrant = { id: "g1", role: "neighbourhood_admin", ...nothing, area: [11, 12] };
const partnership: HeldGrant = { id: "g2", role: "partnership_admin", ...nothing, area: [21], partnerships: [5, 6] };
const own: HeldGrant = {
  id: "g3",
  role: "partner_admin",
  ...nothing,
  partnerId: "00000000-0000-7000-8000-000000000031",
};

const people: Readonly<Record<string, readonly HeldGrant[]>> = {
  root: [{ id: "g0", role: "root", ...nothing }],
  support: [{ id: "g0", role: "support", ...nothing }],
  "neighbourhood admin": [area],
  "partnership admin": [partnership],
  "partnership admin without a tag": [{ ...partnership, partnerships: [] }],
  "partner admin": [own],
  "several roles": [area, partnership, { ...partnership, id: "g4", area: [22], partnerships: [7] }, own],
  "no role": [],
};

function lines(): string[] {
  return Object.entries(people).flatMap(([who, grants]) => {
    const subject: Subject = { userId: "00000000-0000-7000-8000-000000000001", grants };
    const { view } = specialise(policies, subject);
    return (["neighbourhood", "tag", "partner", "user"] as const).flatMap((type) =>
      catalogue[type]
        .filter((action) => action !== "create")
        .map((action) => `${who}: ${type}.${action}\n  ${sqlOf(toListCondition(view(type, action).condition))}`),
    );
  });
}

function sqlOf(list: ReturnType<typeof toListCondition>): string {
  if (list.rows !== "where") {
    return list.rows;
  }
  const { sql, params } = new PgDialect().sqlToQuery(list.where);
  return params.reduce<string>((text, param, index) => text.replace(`$${index + 1}`, `'${String(param)}'`), sql);
}

it("the SQL of every list for every kind of actor is the reviewed one, so that no plan drifts unseen", async () => {
  await expect(`${lines().join("\n")}\n`).toMatchFileSnapshot("./golden-lists.txt");
});
