import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { loadWorld } from "@/lib/world/load";
import { partner, person, place, run, tag, world, write } from "./writers";

beforeEach(async () => {
  await write((tx) => loadWorld(tx, world, { reset: true }));
});

type Kept = { version: number; updatedAt: string };

async function versionOf(id: string): Promise<Kept> {
  const [row] = await readTransaction((tx) =>
    tx.execute<Kept>(sql`select version, updated_at::text as "updatedAt" from partners where external_id = ${id}`),
  );
  if (row === undefined) throw new Error(`There is no partner ${id}`);
  return row;
}

/** How far the version rises by what is done in one transaction; the instant moves with it or not at all. */
async function rise(...statements: readonly string[]): Promise<number> {
  const before = await versionOf("here");
  await write(async (tx) => {
    for (const text of statements) await tx.execute(sql.raw(text));
  });
  const after = await versionOf("here");
  expect(after.updatedAt === before.updatedAt, statements.join("; ")).toBe(after.version === before.version);
  return after.version - before.version;
}

const here = partner("here");
const hours = `insert into partner_opening_hours values (${here}, 1, '09:00', '17:00')`;
const hide = `insert into partner_hidings (id, partner_id, reason, hidden_by, hidden_at)
  select gen_random_uuid(), ${here}, 'Repairs', ${person("One")}, now()`;

const changes: readonly (readonly [what: string, prepare: string | null, change: string])[] = [
  ["its name", null, `update partners set name = 'Here again' where id = ${here}`],
  ["its socials", null, `update partners set socials = '{"x": "y"}' where id = ${here}`],
  ["its address", null, `update partner_addresses set line2 = 'Back door' where partner_id = ${here}`],
  ["the loss of its address", null, `delete from partner_addresses where partner_id = ${here}`],
  ["a service area", null, `insert into partner_service_areas select ${here}, ${place("E")}`],
  [
    "a service area that moves",
    null,
    `update partner_service_areas set neighbourhood_id = ${place("D2")} where partner_id = ${here}`,
  ],
  ["the loss of a service area", null, `delete from partner_service_areas where partner_id = ${here}`],
  ["a tag", null, `insert into partner_tags select ${here}, ${tag("p2")}`],
  ["the loss of a tag", null, `delete from partner_tags where partner_id = ${here} and tag_id = ${tag("p1")}`],
  ["the end of a tag that it carried", null, `delete from tags where external_id = 'p1'`],
  ["an opening hour", null, hours],
  ["another opening hour", hours, `update partner_opening_hours set closes = '18:00' where partner_id = ${here}`],
  ["the loss of an opening hour", hours, `delete from partner_opening_hours where partner_id = ${here}`],
  ["hiding it", null, hide],
  ["showing it again", hide, `update partner_hidings set unhidden_at = now() where partner_id = ${here}`],
];

test.each(changes)(
  "a partner's version rises by one with %s, and no other partner's with it",
  async (_, prepare, change) => {
    if (prepare !== null) await run(prepare);
    const other = await versionOf("there");
    expect(await rise(change)).toBe(1);
    expect(await versionOf("there")).toEqual(other);
  },
);

const nothings: readonly (readonly [what: string, prepare: string | null, statement: string])[] = [
  ["a write of the same values", null, `update partners set name = name, summary = summary where id = ${here}`],
  ["a write of the same address", null, `update partner_addresses set city = city where partner_id = ${here}`],
  ["a version written by hand", null, `update partners set version = 99, updated_at = updated_at where id = ${here}`],
  ["a place above it that moves", null, `update neighbourhoods set parent_id = ${place("D2")} where code = 'A'`],
  ["the account of who hid it being deleted", hide, `delete from users where id = ${person("One")}`],
  [
    "a grant over it",
    null,
    `insert into role_grants (id, user_id, role, partner_id, granted_at)
    select gen_random_uuid(), ${person("Two")}, 'partner_admin', ${here}, now()`,
  ],
];

test.each(nothings)("a partner's version stays with %s", async (_, prepare, statement) => {
  if (prepare !== null) await run(prepare);
  expect(await rise(statement)).toBe(0);
});

describe("within one transaction", () => {
  test("many changes of one partner count as one, also across savepoints and with a version written by hand", async () => {
    expect(
      await rise(
        `update partners set name = 'Once', version = version + 1 where id = ${here}`,
        "savepoint step",
        `insert into partner_service_areas select ${here}, ${place("E")}`,
        "rollback to step",
        `insert into partner_tags select ${here}, ${tag("p2")}`,
        `update partners set name = 'Twice', version = version + 1, updated_at = now() where id = ${here}`,
        hours,
        hide,
      ),
    ).toBe(1);
  });

  test("a partner made with all that hangs on it has version 1", async () => {
    const made = `insert into partners (id, external_id, name) values (gen_random_uuid(), 'made', 'Made here')`;
    await write(async (tx) => {
      await tx.execute(sql.raw(made));
      await tx.execute(sql.raw(`insert into partner_service_areas select ${partner("made")}, ${place("E")}`));
      await tx.execute(sql.raw(`insert into partner_tags select ${partner("made")}, ${tag("p1")}`));
    });
    expect((await versionOf("made")).version).toBe(1);
  });
});

test("loading a file raises the version of the partners that it changes by one, whatever it changes of them", async () => {
  const [first] = world.partners ?? [];
  const changed = { ...first, name: "Here no more", serviceAreas: ["E"], tags: ["p2"], hidden: { reason: "Repairs" } };
  await write((tx) => loadWorld(tx, { partners: [changed] }));
  expect((await versionOf("here")).version).toBe(2);
  expect((await versionOf("there")).version).toBe(1);
});

test("writers of the same partners at once all count, and none stands in another's way", async () => {
  const writers = [1, 2, 3].map((day) =>
    write(async (tx) => {
      await tx.execute(sql.raw(`update partner_addresses set line2 = 'Door ${day}' where partner_id = ${here}`));
      await tx.execute(sql.raw(`insert into partner_opening_hours select id, ${day}, '09:00', '17:00' from partners`));
    }),
  );
  await Promise.all(writers);
  expect((await versionOf("here")).version).toBe(4);
  expect((await versionOf("there")).version).toBe(4);
});
