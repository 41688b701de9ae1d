import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeTransaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { smallWorld } from "@/lib/testing/small-world";
import { loadWorld } from "./load";
import { resetWorld } from "./reset";

const SETTINGS = { actorId: null, requestId: null };

test("a reset never computes what is kept of a partner that goes, and what comes after it is kept again", async () => {
  await writeTransaction(SETTINGS, (tx) => loadWorld(tx, smallWorld, { reset: true }));
  await writeTransaction(SETTINGS, async (tx) => {
    // The server counts in the session and may not have passed on yet what the load before has done.
    const updates = () => tx.execute(sql`select pg_stat_get_xact_tuples_updated('partners'::regclass)::int as rows`);
    const before = await updates();
    await resetWorld(tx, "a test");
    expect(await updates()).toEqual(before);
    const [place, partner] = [newId(), newId()];
    await tx.execute(sql`insert into neighbourhoods (id, code, name, unit) values (${place}, 'W', 'Ward', 'ward')`);
    await tx.execute(sql`insert into partners (id, name) values (${partner}, 'After')`);
    await tx.execute(
      sql`insert into partner_service_areas (partner_id, neighbourhood_id) values (${partner}, ${place})`,
    );
    expect(await tx.execute(sql`select cardinality(scope_ids) as places from partners`)).toEqual([{ places: 1 }]);
    expect(await tx.execute(sql`select * from kept_column_drift()`)).toHaveLength(0);
  });
});
