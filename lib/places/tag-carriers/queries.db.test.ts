import { beforeAll, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { decideMany } from "@/lib/permissions/decide";
import { lockPartners } from "@/lib/places/partner-bulk/queries";
import { holdTag, judgeTagging } from "@/lib/places/tag-assignments/queries";
import { EVERY_CARRIER } from "@/lib/places/tag-assignments/schemas";
import { editingWorld } from "@/lib/testing/editing-world";
import { inSight } from "@/lib/testing/in-sight";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { listCarriers } from "./queries";

beforeAll(() => loadForTest(editingWorld, { reset: true }));

const people = ["root", "area", "city", "pa", "youth", "two", "own", "far", "plain"] as const;

it("shows beside a tag that one sees every partner of one's remit and no other, and nothing beside a tag that one does not see", async () => {
  for (const who of people) {
    const actor = await actorOf(who);
    const [tags, partners] = [await inSight(actor, "tag"), await inSight(actor, "partner")];
    for (const key of ["age", "youth", "food", "loop", "nothing", "a\u0000b"]) {
      const found = await listCarriers(actor, key, EVERY_CARRIER);
      const shown = found?.page.partners.map(({ externalId }) => externalId).toSorted();
      expect(shown, `${who} ${key}`).toEqual(tags.includes(key) ? [...partners].toSorted() : undefined);
    }
  }
});

it("offers exactly the changes that the engine allows", async () => {
  for (const who of people) {
    const actor = await actorOf(who);
    for (const key of ["age", "youth", "food", "sport", "loop"]) {
      const partners = (await listCarriers(actor, key, EVERY_CARRIER))?.page.partners ?? [];
      const answers = await readTransaction((tx) =>
        decideMany(
          tx,
          partners.map(({ id, carries }) => ({
            actor,
            action: "update",
            resource: { type: "partner", id },
            properties: { [carries ? "removeTags" : "addTags"]: [key] },
          })),
        ),
      );
      for (const [index, { name, mayChange, full, carries }] of partners.entries()) {
        const allowed = answers[index]?.outcome !== "deny";
        expect(mayChange && (carries || !full), `${who} ${key} ${name}`).toBe(allowed);
      }
    }
  }
});

it("is narrowed by a text, and by whether a partner carries the tag", async () => {
  const actor = await actorOf("root");
  const names = async (query: Partial<typeof EVERY_CARRIER>) =>
    (await listCarriers(actor, "food", { ...EVERY_CARRIER, ...query }))?.page.partners.map(({ name }) => name);
  expect(await names({ carried: "with" })).toEqual(["Juniper Garden", "Moss Side Kitchen"]);
  expect(await names({ carried: "without", text: "quay" })).toEqual(["Willow Quay"]);
  expect(await names({ text: "nothing of the kind" })).toEqual([]);
});

it("takes as many statements for a hundred partners as for a few, to show them and to judge what is to be done with them", async () => {
  const actor = await actorOf("pa");
  const judged = (keys: readonly string[]) =>
    countStatements(() =>
      writeTransaction({ actorId: null, requestId: null }, async (tx) => {
        const tag = await holdTag(tx, actor, "age");
        if (tag === null) throw new Error("The tag is out of sight.");
        const { partners } = await lockPartners(tx, actor, keys);
        expect(partners).toHaveLength(keys.length);
        return judgeTagging(tx, actor, tag, partners, { tagId: "age", add: [], remove: [...keys] });
      }),
    );
  const shown = () => countStatements(() => listCarriers(actor, "age", EVERY_CARRIER));
  const alone = await shown();
  const crowd = Array.from({ length: 100 }, (_, index) => `crowd-${index}`);
  await loadForTest({
    partners: crowd.map((id) => ({ id, name: `Crowd of ${id}`, serviceAreas: ["hulme"], tags: ["age", "food"] })),
    roles: crowd.map((partner) => ({ user: "own@people.example", role: "partner_admin", partner })),
  });
  expect(await judged(crowd)).toBe(await judged(crowd.slice(0, 2)));
  expect([alone, await shown()]).toEqual([3, 3]);
});
