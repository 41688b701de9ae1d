import { beforeAll, describe, expect, it } from "vitest";
import { getExplainedPartner } from "@/lib/places/partners/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getPartnerWithActs } from "./queries";

beforeAll(() => loadForTest(editingWorld));

const partnerIds = [...(editingWorld.partners ?? []).map(({ id }) => id), "no-such-partner"];

describe.each(["root", "area", "city", "pa", "youth", "two", "own", "far", "plain"])("for %s", (who) => {
  it.each(partnerIds)("what may be done to %s, and why not, is what the record itself says", async (partnerId) => {
    const actor = await actorOf(who);
    const explained = await getExplainedPartner(actor, partnerId);
    const found = await getPartnerWithActs(actor, partnerId);
    expect(found?.partner).toEqual(explained?.partner);
    for (const { act, allowed, reasons } of found?.acts ?? []) {
      const said = explained?.remit.acts.find((answer) => answer.act === act);
      expect({ act, allowed }).toEqual({ act, allowed: said?.allowed });
      expect(reasons.map(({ text }) => text)).toEqual(allowed ? [] : [said?.reasons[0]?.text]);
    }
  });
});

it("takes two statements, and one for a partner out of sight", async () => {
  const root = await actorOf("root");
  expect(await countStatements(() => getPartnerWithActs(root, "garden"))).toBe(2);
  expect(await countStatements(() => getPartnerWithActs(root, "no-such-partner"))).toBe(1);
});
