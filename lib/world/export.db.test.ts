import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { demoWorld } from "@/lib/testing/world";
import { exportWorld } from "./export";
import { loadWorld } from "./load";
import { worldFile } from "./schema";

const SETTINGS = { actorId: null, requestId: null };

async function exported(): Promise<string> {
  return readTransaction(async (tx) => {
    const pieces: string[] = [];
    for await (const piece of exportWorld(tx)) pieces.push(piece);
    return pieces.join("");
  });
}

const load = (file: unknown) => writeTransaction(SETTINGS, (tx) => loadWorld(tx, file, { reset: true }));

test("an empty portal exports as a file that is valid and empty", async () => {
  expect(worldFile.parse(JSON.parse(await exported()))).toMatchObject({
    format: "remit-world/1",
    users: [],
    partners: [],
    roles: [],
  });
});

test("an export loaded into an empty portal exports again to the same bytes", async () => {
  await load(demoWorld());
  const first = await exported();
  const parsed: unknown = JSON.parse(first);
  await load(parsed);
  expect(await exported()).toBe(first);
  const world = worldFile.parse(parsed);
  expect(world.partners).toHaveLength(demoWorld().partners?.length ?? 0);
  expect(world.partners?.filter((partner) => partner.hidden)).not.toHaveLength(0);
  expect(world.users?.filter((user) => user.deactivated || user.verified === false)).toHaveLength(4);
  expect(world.roles).toContainEqual({
    user: "marcus.bell@remit.example",
    role: "partnership_admin",
    neighbourhoods: [],
    partnerships: ["youth-voice"],
  });
});

test("records made in the portal come back under their own UUID, with the same bytes", async () => {
  await load({
    neighbourhoods: [{ code: "A", name: "A", unit: "ward" }],
    tags: [{ id: "t", kind: "facility", name: "T" }],
  });
  await writeTransaction(SETTINGS, async (tx) => {
    await tx.execute(sql`update tags set external_id = null`);
    await tx.execute(sql`insert into partners (id, name) values ('018f0000-0000-7000-8000-000000000001', 'Made here')`);
    await tx.execute(
      sql`insert into partner_service_areas select '018f0000-0000-7000-8000-000000000001', id from neighbourhoods`,
    );
    await tx.execute(sql`insert into partner_tags select '018f0000-0000-7000-8000-000000000001', id from tags`);
    await tx.execute(
      sql`insert into partner_opening_hours values ('018f0000-0000-7000-8000-000000000001', 7, '09:00', '24:00')`,
    );
  });
  const first = await exported();
  await load(JSON.parse(first));
  expect(await exported()).toBe(first);
  const [row] = await readTransaction((tx) => tx.execute(sql`select id, external_id from partners`));
  expect(row).toEqual({ id: "018f0000-0000-7000-8000-000000000001", external_id: null });
});

test("data that break a rule are exported as such, so that they load again", async () => {
  await load({ validate: "structure", partners: [{ id: "nowhere", name: "Nowhere" }] });
  const first = await exported();
  expect(JSON.parse(first)).toMatchObject({ validate: "structure" });
  await load(JSON.parse(first));
  expect(await exported()).toBe(first);
});

test("ended grants are left out, and grants that end on a day keep it", async () => {
  await load(demoWorld());
  await writeTransaction(SETTINGS, (tx) =>
    tx.execute(sql`update role_grants set ended_at = now() where role = 'support'`),
  );
  const world = worldFile.parse(JSON.parse(await exported()));
  expect(world.roles?.some((role) => role.role === "support")).toBe(false);
  expect(world.roles).toContainEqual(
    expect.objectContaining({ user: "celia.whitworth@remit.example", endsOn: "2099-12-31" }),
  );
});
