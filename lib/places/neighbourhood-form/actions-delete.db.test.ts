import { beforeEach, describe, expect, it, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import { editingWorld } from "@/lib/testing/editing-world";
import { deletePlace, editPlace, expectTreeKept } from "@/lib/testing/neighbourhood-acts";
import { act, meanwhile, tracesOf } from "@/lib/testing/partner-acts";
import { placeNow } from "@/lib/testing/places";
import { loadForTest } from "@/lib/testing/statements";
import { createNeighbourhoodAction } from "./actions";

const ward = { name: "Cheetham", code: "cheetham", unit: "ward", parent: "manchester" };

beforeEach(() => loadForTest(editingWorld, { reset: true }));

describe("a neighbourhood that was changed meanwhile", () => {
  it("is not overwritten: root is shown who changed it and how it stands", async () => {
    await editPlace("root", "hulme", { name: "Hulme Central" });
    const { refused } = await expectTreeKept(() => editPlace("root", "hulme", { name: "Old Hulme" }, 1), "conflict");
    expect(refused?.message).toMatch(/^Person root changed this place in the meantime/);
    expect(refused?.stale).toMatchObject({
      version: 2,
      by: "Person root",
      values: { name: "Hulme Central", welshName: "", code: "hulme", unit: "ward", parent: "manchester" },
    });
    const again = await editPlace("root", "hulme", { name: "Old Hulme" }, refused?.stale?.version);
    expect(again.refused).toBeNull();
  });

  it("is not deleted either, and names nobody where the trail does not tell", async () => {
    await act("root", createNeighbourhoodAction, ward);
    await meanwhile(
      "update neighbourhoods set name = 'Renamed', version = 2, updated_at = now() + interval '1 hour' where code = 'cheetham'",
    );
    const { refused } = await expectTreeKept(() => deletePlace("root", "cheetham", 1), "conflict");
    expect(refused?.stale).toMatchObject({ version: 2, by: null });
  });

  it("is told with the names of the places that it lay in, lies in and was to lie in", async () => {
    await act("root", createNeighbourhoodAction, {
      name: "Salford",
      code: "salford",
      unit: "district",
      parent: "england",
    });
    await editPlace("root", "hulme", { parent: "salford" });
    const again = () => editPlace("root", "hulme", { parent: "england" }, 1);
    const { refused } = await expectTreeKept(again, "conflict");
    expect(refused?.stale).toMatchObject({
      values: { parent: "salford" },
      words: { salford: "Salford", england: "England" },
    });
  });

  it("names who changed the place, and not who did something else about it since", async () => {
    await editPlace("root", "hulme", { name: "Hulme Central" });
    await meanwhile(`insert into audit_events (id, at, actor_label, action, resource_type, resource_id)
      select '${newId()}', now(), 'Somebody', 'role.grant', 'neighbourhood', id::text from neighbourhoods where code = 'hulme'`);
    const { refused } = await expectTreeKept(() => editPlace("root", "hulme", { name: "Old Hulme" }, 1), "conflict");
    expect(refused?.stale).toMatchObject({ version: 2, by: "Person root" });
  });

  it("says to somebody who may not change it only that", async () => {
    await editPlace("root", "hulme", { name: "Hulme Central" });
    await expectTreeKept(() => editPlace("area", "hulme", { name: "Mine" }, 1), "forbidden");
    await expectTreeKept(() => deletePlace("area", "hulme", 1), "forbidden");
  });
});

describe("deleting a neighbourhood", () => {
  beforeEach(async () => {
    await act("root", createNeighbourhoodAction, ward);
  });

  it("is done by root where nothing lies in it and nothing names it, and told in the trail", async () => {
    const before = await placeNow("cheetham");
    const done = await deletePlace("root", "cheetham");
    expect(done).toEqual({ to: "/places/neighbourhoods?notice=neighbourhood-deleted", refused: null });
    expect(await placeNow("cheetham")).toBeNull();
    const [, trace] = await tracesOf(before?.id ?? "");
    expect(trace).toMatchObject({
      action: "neighbourhood.delete",
      before: { name: "Cheetham", code: "cheetham", unit: "ward", parent: { code: "manchester", name: "Manchester" } },
      after: null,
    });
  });

  test.each([
    ["another place lies in it", "salford"],
    ["a partner serves it or is there", "ardwick"],
  ])("is refused with the reason while %s", async (_, code) => {
    const { refused } = await expectTreeKept(() => deletePlace("root", code), "invalid");
    expect(refused?.message).toMatch(/lies below this neighbourhood, or a partner or a grant names it/);
  });

  it("is refused while a role is held over it, also one that has ended: the trail of roles is kept", async () => {
    await loadForTest({
      users: [],
      roles: [
        {
          user: "plain@people.example",
          role: "neighbourhood_admin",
          neighbourhoods: ["cheetham"],
          endsOn: "2024-01-31",
        },
      ],
    });
    await expectTreeKept(() => deletePlace("root", "cheetham"), "invalid");
  });

  test.each(["area", "city", "pa"])("is not for %s, who sees it", async (who) => {
    await expectTreeKept(() => deletePlace(who, "cheetham"), "forbidden");
  });

  test.each(["own", "plain"])("finds nothing for %s", async (who) => {
    await expectTreeKept(() => deletePlace(who, "cheetham"), "not_found");
  });
});
