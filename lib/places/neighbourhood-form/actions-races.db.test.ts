import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { lockTree } from "@/lib/places/neighbourhoods/mutations";
import { editingWorld } from "@/lib/testing/editing-world";
import { act } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";
import { createNeighbourhoodAction, deleteNeighbourhoodAction, updateNeighbourhoodAction } from "./actions";

const nobody = { actorId: null, requestId: null };
const ward = { name: "Cheetham", code: "cheetham", unit: "ward", parent: "manchester" };

beforeEach(() => loadForTest(editingWorld, { reset: true }));

async function rows(text: string): Promise<Record<string, unknown>[]> {
  return readTransaction(async (tx) => [...(await tx.execute(sql.raw(text)))]);
}

/** A promise and what settles it. */
function signal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Holds a transaction open after `work`, until it is told to commit. */
function held(work: Parameters<typeof writeTransaction>[1]) {
  const begun = signal();
  const end = signal();
  const committed = writeTransaction(nobody, async (tx) => {
    await work(tx);
    begun.give();
    await end.given;
  });
  const commit = async () => {
    end.give();
    await committed;
  };
  return { begun: begun.given, commit };
}

/** Waits until some statement in this database waits for a lock, so that a race is a real one. */
async function somebodyWaits(): Promise<void> {
  for (let looks = 0; looks < 2_000; looks += 1) {
    const waiting = await rows(`select 1 from pg_locks waiting where not granted and pid in (
      select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))`);
    if (waiting.length > 0) return;
  }
  throw new Error("Nobody came to wait.");
}

test("two people who make a place of the same code at once make one, and the second is told on the field", async () => {
  const answers = await Promise.all([1, 2].map(() => act("root", createNeighbourhoodAction, ward)));
  expect(answers.filter(({ refused }) => refused === null)).toHaveLength(1);
  expect(answers.flatMap(({ refused }) => refused ?? [])).toMatchObject([
    { code: "invalid", fields: { code: expect.any(String) } },
  ]);
  expect(await rows("select 1 from neighbourhoods where code = 'cheetham'")).toHaveLength(1);
});

test("two moves at once that would put two places inside each other end as one move and one refusal", async () => {
  // Each fits by itself, because a county may lie in a region.
  await act("root", createNeighbourhoodAction, { ...ward, code: "a", name: "A", unit: "region", parent: "england" });
  await act("root", createNeighbourhoodAction, { ...ward, code: "b", name: "B", unit: "region", parent: "england" });
  const move = (code: string, unit: string, parent: string) =>
    act("root", updateNeighbourhoodAction, { neighbourhoodId: code, version: 1, unit, parent });
  const answers = await Promise.all([move("a", "county", "b"), move("b", "county", "a")]);
  expect(answers.filter(({ refused }) => refused === null)).toHaveLength(1);
  expect(answers.flatMap(({ refused }) => Object.keys(refused?.fields ?? {}))).toHaveLength(1);
  expect(await rows("select * from kept_column_drift()")).toEqual([]);
});

test("two edits of one place at once end as one save and one conflict", async () => {
  const save = (name: string) => act("root", updateNeighbourhoodAction, { neighbourhoodId: "hulme", version: 1, name });
  const answers = await Promise.all([save("Hulme One"), save("Hulme Two")]);
  expect(answers.map(({ refused }) => refused?.code ?? "saved").toSorted()).toEqual(["conflict", "saved"]);
  expect(await rows("select version from neighbourhoods where code = 'hulme'")).toEqual([{ version: 2 }]);
});

test("a place that a partner is being put into stays: whoever deletes it waits and is refused with the reason", async () => {
  await act("root", createNeighbourhoodAction, ward);
  const placing = held((tx) =>
    tx.execute(sql`insert into partner_service_areas (partner_id, neighbourhood_id)
      select p.id, n.id from partners p, neighbourhoods n where p.external_id = 'hall' and n.code = 'cheetham'`),
  );
  await placing.begun;
  const deleting = act("root", deleteNeighbourhoodAction, { neighbourhoodId: "cheetham", version: 1 });
  await somebodyWaits();
  await placing.commit();
  expect((await deleting).refused?.code).toBe("invalid");
  expect(await rows("select 1 from neighbourhoods where code = 'cheetham'")).toHaveLength(1);
});

test("while the tree is being imported nobody else changes it", async () => {
  const importing = held(async (tx) => {
    await lockTree(tx);
    await tx.execute(
      sql`update neighbourhoods set name = 'Hulme as imported', version = version + 1 where code = 'hulme'`,
    );
  });
  await importing.begun;
  const saving = act("root", updateNeighbourhoodAction, { neighbourhoodId: "hulme", version: 1, name: "Hulme" });
  await somebodyWaits();
  await importing.commit();
  expect((await saving).refused?.code).toBe("conflict");
});
