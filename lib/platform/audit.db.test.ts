import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { auditEvents } from "@/db/schema/platform";
import { countStatements, recordForTest } from "@/lib/testing/statements";
import { newId } from "./ids";

test("many events are one statement, none are none, and they stand in the trail in their order", async () => {
  const resourceId = newId();
  const left = Array.from({ length: 1_001 }, (_, turn) => ({ turn }));
  const entry = { actorId: null, actorLabel: "a test", action: "partner.tag", resourceType: "partner", resourceId };
  const events = left.map((after) => ({ ...entry, after }));
  expect(await countStatements(() => recordForTest([]))).toBe(0);
  expect(await countStatements(() => recordForTest(events.slice(0, 1_000)))).toBe(1);
  expect(await countStatements(() => recordForTest(events.slice(1_000)))).toBe(1);
  const found = await readTransaction((tx) =>
    tx.select().from(auditEvents).where(eq(auditEvents.resourceId, resourceId)).orderBy(auditEvents.id),
  );
  expect(found.map(({ after }) => after)).toEqual(left);
});
