import { beforeEach, describe, expect, it } from "vitest";
import { endGrantAction, removeGrantPlaceAction } from "@/lib/people/grants/actions";
import { everything } from "@/lib/testing/all-rows";
import { act } from "@/lib/testing/partner-acts";
import { actorOf, grantIdOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { describeLoss, listMyAccess } from "./queries";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

async function lossOf(reader: string, holder: string, told: string, neighbourhood: string | null = null) {
  const { userId } = await actorOf(holder);
  return describeLoss(await actorOf(reader), { userId, grantId: await grantIdOf(holder, told), neighbourhood });
}

async function opened(who: string) {
  return (await listMyAccess(await actorOf(who))).opens;
}

describe("what ending a role would take from its holder", () => {
  it.each([
    ["area", "neighbourhood_admin", null],
    ["area", "neighbourhood_admin", "hulme"],
    ["city", "neighbourhood_admin", null],
    ["pa", "partnership_admin", null],
    ["both", "partner_admin garden", null],
    ["both", "partner_admin shop", null],
    ["both", "neighbourhood_admin", null],
  ])("is for %s's %s (%s) what is really gone afterwards", async (who, told, place) => {
    const before = await opened(who);
    const loss = await lossOf("root", who, told, place);
    const grantId = await grantIdOf(who, told);
    if (place === null) await act("root", endGrantAction, { grantId });
    else await act("root", removeGrantPlaceAction, { grantId, neighbourhood: place });
    const after = await opened(who);
    expect(loss).toEqual({ partners: before.partners - after.partners, people: before.people - after.people });
  });

  it("leaves out what another role opens too", async () => {
    expect(await lossOf("root", "both", "partner_admin shop")).toEqual({ partners: 0, people: 0 });
    expect(await lossOf("both", "both", "partner_admin garden")).toEqual({ partners: 1, people: 2 });
  });

  it("is told only to those who may know every role of the holder", async () => {
    for (const reader of ["area", "own", "plain"]) {
      expect(await lossOf(reader, "both", "partner_admin garden")).toBeNull();
    }
    const { userId } = await actorOf("plain");
    const grantId = await grantIdOf("both", "partner_admin garden");
    expect(await describeLoss(await actorOf("root"), { userId, grantId, neighbourhood: null })).toBeNull();
  });

  it("takes two statements and changes nothing", async () => {
    const root = await actorOf("root");
    const { userId } = await actorOf("city");
    const grantId = await grantIdOf("city", "neighbourhood_admin");
    const before = await everything();
    expect(await countStatements(() => describeLoss(root, { userId, grantId, neighbourhood: null }))).toBe(2);
    expect(await everything()).toEqual(before);
  });
});
