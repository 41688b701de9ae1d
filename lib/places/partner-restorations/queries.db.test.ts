import { beforeAll, expect, test } from "vitest";
import { clearDeletionsJob } from "@/lib/places/partner-deletions/jobs/clear-deletions";
import { readDeletionsCursor } from "@/lib/places/partner-deletions/schemas";
import { deletePartnerAction } from "@/lib/places/partners/actions";
import { holdClock } from "@/lib/platform/clock";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, meanwhile } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { listDeletedPartners, mayRestorePartners, whyNotRestore } from "./queries";

beforeAll(async () => {
  await loadForTest(editingWorld, { reset: true });
  for (const partnerId of ["garden", "quay"]) await act("root", deletePartnerAction, { partnerId, version: 1 });
});

test("root sees what can be brought back, the last deleted first, with who deleted it and how long there still is", async () => {
  const { rows, total } = await listDeletedPartners(await actorOf("root"), null);
  expect(total).toBe(2);
  expect(rows).toMatchObject([
    { name: "Willow Quay", hasAddress: true, serviceAreas: 0, tags: 1, admins: [], calendars: [] },
    {
      name: "Juniper Garden",
      deletedBy: "Person root",
      daysLeft: 30,
      hasAddress: true,
      hasPicture: false,
      serviceAreas: 1,
      tags: 3,
      admins: ["Person own", "Person co"],
    },
  ]);
  holdClock(new Date(Date.now() + 29.5 * 86_400_000));
  const late = await listDeletedPartners(await actorOf("root"), null);
  holdClock(null);
  expect(late.rows.map(({ daysLeft }) => daysLeft)).toEqual([1, 1]);
});

test.each(["area", "city", "pa", "own", "far", "plain"])("%s sees none of it, and reads who could", async (who) => {
  const actor = await actorOf(who);
  expect(mayRestorePartners(actor)).toBe(false);
  expect(await listDeletedPartners(actor, null)).toMatchObject({ rows: [], total: 0 });
  expect(whyNotRestore(actor)).toMatchObject([{ text: expect.stringContaining("root") }]);
});

test("the list takes two statements, and the address of a page that is none leads to the first", async () => {
  const root = await actorOf("root");
  expect(await countStatements(() => listDeletedPartners(root, null))).toBe(2);
  expect(readDeletionsCursor({ page: "nonsense" })).toBeNull();
  expect(readDeletionsCursor({})).toBeNull();
});

test("the sweep clears what is too old to be brought back and nothing else, also when it runs twice", async () => {
  await meanwhile("update partner_deletions set deleted_at = now() - interval '31 days' where name = 'Willow Quay'");
  await clearDeletionsJob.run({});
  await clearDeletionsJob.run({});
  const { rows } = await listDeletedPartners(await actorOf("root"), null);
  expect(rows.map(({ name }) => name)).toEqual(["Juniper Garden"]);
});
