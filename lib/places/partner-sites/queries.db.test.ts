import { sql } from "drizzle-orm";
import { beforeAll, expect, it, test } from "vitest";
import { writeTransaction } from "@/db/client";
import { getPartner } from "@/lib/places/partners/queries";
import { newId } from "@/lib/platform/ids";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";

const nobody = { actorId: null, requestId: null };

/** Makes a site in a neighbourhood, narrowed by a partnership or not, published or not. */
async function addSite(name: string, place: string, tag: string | null, published: boolean): Promise<void> {
  const id = newId();
  await writeTransaction(nobody, async (tx) => {
    await tx.execute(sql`insert into sites (id, slug, name) values (${id}, ${name.toLowerCase()}, ${name})`);
    await tx.execute(
      sql`insert into site_neighbourhoods select ${id}::uuid, id from neighbourhoods where code = ${place}`,
    );
    await tx.execute(sql`insert into site_partnerships select ${id}::uuid, id from tags where external_id = ${tag}`);
    if (published) {
      await tx.execute(
        sql`insert into site_publications (id, site_id, published_at) values (${newId()}, ${id}, now())`,
      );
    }
  });
}

async function sitesOf(who: string, partnerId: string): Promise<string[] | undefined> {
  return (await getPartner(await actorOf(who), partnerId))?.publicSites.map(({ name }) => name);
}

beforeAll(async () => {
  await loadForTest(editingWorld);
  await addSite("Manchester", "manchester", null, true);
  await addSite("Ageing", "england", "age", true);
  await addSite("Draft", "england", null, false);
  await addSite("Salford", "salford", null, true);
});

it.each([
  ["root", "garden", ["Ageing", "Manchester"]],
  ["root", "kitchen", ["Manchester"]],
  ["own", "garden", ["Ageing", "Manchester"]],
  ["root", "bridge", ["Ageing", "Manchester", "Salford"]],
])("%s reads that %s appears on the published sites %j", async (who, partner, expected) => {
  expect(await sitesOf(who, partner)).toEqual(expected);
});

test("a hidden partner appears on none", async () => {
  expect(await sitesOf("root", "hall")).toEqual([]);
});
