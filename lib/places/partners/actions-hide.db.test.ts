import { beforeEach, describe, expect, it, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";
import { hidePartnerAction, unhidePartnerAction } from "./actions";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

const reason = "Closed for the winter.";

describe("hiding a partner", () => {
  it.each(["root", "area", "city", "pa"])("is done by %s, who gives a reason and stands in the trail", async (who) => {
    const before = await partnerNow("garden");
    const done = await act(who, hidePartnerAction, { partnerId: "garden", reason: ` ${reason} ` });
    expect(done).toEqual({ to: "/places/partners/garden?notice=partner-hidden", refused: null });
    expect(await partnerNow("garden")).toEqual({ ...before, version: 2, hiddenFor: reason, hiddenBy: `Person ${who}` });
    expect(await tracesOf(before?.id ?? "")).toEqual([
      {
        action: "partner.hide",
        actor: `${who}@people.example`,
        resourceType: "partner",
        before: { hidden: false },
        after: { hidden: true },
        reason,
      },
    ]);
  });

  it("leaves it in sight of its admins, who go on editing it", async () => {
    await act("area", hidePartnerAction, { partnerId: "garden", reason });
    expect((await edit("own", "garden", { name: "Juniper Gardens" })).refused).toBeNull();
  });

  it.each([
    ["own", "forbidden"],
    ["far", "not_found"],
    ["plain", "not_found"],
  ])("is not %s's: %s, and nothing happens", async (who, code) => {
    const before = await partnerNow("garden");
    const { refused } = await act(who, hidePartnerAction, { partnerId: "garden", reason });
    expect(refused?.code).toBe(code);
    expect(await partnerNow("garden")).toEqual(before);
  });

  it.each([[""], [" \r\n "], ["a".repeat(501)]])("takes a reason of a few words, and not %j", async (given) => {
    const before = await partnerNow("garden");
    const { refused } = await act("root", hidePartnerAction, { partnerId: "garden", reason: given });
    expect(refused).toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
    expect(await partnerNow("garden")).toEqual(before);
  });

  it("a second time is a conflict in words; the first reason stands", async () => {
    const before = await partnerNow("hall");
    const { refused } = await act("city", hidePartnerAction, { partnerId: "hall", reason });
    expect(refused).toMatchObject({ code: "conflict", message: "This partner is hidden already." });
    expect(await partnerNow("hall")).toEqual(before);
    expect(await tracesOf(before?.id ?? "")).toEqual([]);
  });
});

describe("showing a hidden partner again", () => {
  it.each(["root", "city", "pa"])("is done by %s, and the trail keeps why it had been hidden", async (who) => {
    const before = await partnerNow("hall");
    const done = await act(who, unhidePartnerAction, { partnerId: "hall" });
    expect(done).toEqual({ to: "/places/partners/hall?notice=partner-shown", refused: null });
    expect(await partnerNow("hall")).toEqual({ ...before, version: 2, hiddenFor: null });
    expect(await tracesOf(before?.id ?? "")).toMatchObject([
      { action: "partner.unhide", actor: `${who}@people.example`, before: { hiddenBecause: "Closed for repairs" } },
    ]);
  });

  it("is not its own admins', nor anybody's who does not see it", async () => {
    await act("area", hidePartnerAction, { partnerId: "garden", reason });
    expect((await act("own", unhidePartnerAction, { partnerId: "garden" })).refused?.code).toBe("forbidden");
    expect((await act("far", unhidePartnerAction, { partnerId: "garden" })).refused?.code).toBe("not_found");
    expect((await partnerNow("garden"))?.hiddenFor).toBe(reason);
  });

  it("that is shown already is a conflict in words", async () => {
    const before = await partnerNow("garden");
    const { refused } = await act("area", unhidePartnerAction, { partnerId: "garden" });
    expect(refused).toMatchObject({ code: "conflict", message: "This partner is shown already." });
    expect(await partnerNow("garden")).toEqual(before);
  });
});

test("two people who hide a partner at once hide it once, and the second is told so", async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const hide = (who: string) => act(who, hidePartnerAction, { partnerId: "garden", reason: `${reason} ${who}` });
    const done = await Promise.all([hide("area"), hide("city")]);
    expect(done.map(({ refused }) => refused?.code ?? "done").toSorted()).toEqual(["conflict", "done"]);
    await act("root", unhidePartnerAction, { partnerId: "garden" });
  }
});
