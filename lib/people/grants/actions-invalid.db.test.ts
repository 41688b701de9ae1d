import { beforeEach, describe, expect, it } from "vitest";
import { act, type Fields } from "@/lib/testing/partner-acts";
import { emailOf, mailsTo, rolesNow } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { giveGrantAction } from "./actions";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

function give(who: string, userId: string, fields: Fields) {
  return act(who, giveGrantAction, { userId: emailOf(userId), ...fields });
}

describe("a proposal that makes no sense is refused, whoever makes it, on the field", () => {
  it.each<[string, Fields, Record<string, string>]>([
    ["no such role", { role: "king" }, { role: "Choose a role." }],
    ["an area role without a place", { role: "neighbourhood_admin" }, { neighbourhoods: expect.any(String) }],
    [
      "an area role with partnerships, which would make another role",
      { role: "neighbourhood_admin", neighbourhoods: "hulme", partnerships: "age" },
      { partnerships: expect.stringContaining("partnership admin") },
    ],
    [
      "a partnership role without a partnership",
      { role: "partnership_admin", neighbourhoods: "hulme" },
      { partnerships: expect.any(String) },
    ],
    [
      "a category as a partnership",
      { role: "partnership_admin", neighbourhoods: "hulme", partnerships: "food" },
      { partnerships: expect.stringContaining("no partnership") },
    ],
    [
      "a place that is not there",
      { role: "neighbourhood_admin", neighbourhoods: ["hulme", "atlantis"] },
      { neighbourhoods: expect.stringContaining("not there") },
    ],
    ["no partner", { role: "partner_admin" }, { partner: "Choose the partner." }],
    ["a partner that is not there", { role: "partner_admin", partner: "atlantis" }, { partner: expect.any(String) }],
    ["a last day that is past", { role: "root", endsOn: "2020-01-01" }, { endsOn: "Choose today or a later day." }],
    ["a last day that is none", { role: "root", endsOn: "2099-02-30" }, { endsOn: "Give a real day." }],
  ])("%s", async (_about, fields, expected) => {
    expect((await give("root", "plain", fields)).refused).toMatchObject({ code: "invalid", fields: expected });
    expect(await rolesNow("plain")).toEqual([]);
    expect(await mailsTo("plain")).toEqual([]);
  });

  it("a role for a deactivated account, or a field that the form does not have", async () => {
    const { refused } = await give("root", "gone", { role: "root" });
    expect(refused).toMatchObject({ code: "invalid", message: expect.stringContaining("deactivated") });
    expect((await give("root", "plain", { role: "root", grantedBy: "nobody" })).refused?.code).toBe("invalid");
    expect(await rolesNow("gone")).toEqual(["partner_admin kitchen"]);
  });

  it.each([
    ["alone", []],
    ["beside one who has a last day", [{ user: "root2@people.example", role: "root", endsOn: "2098-06-30" }]],
  ])("a last day for the last root without one, %s", async (_, more) => {
    const roles = [{ user: "root@people.example", role: "root" }, ...more];
    await loadForTest({ users: peopleWorld.users, roles }, { reset: true });
    const { refused } = await give("root", "root", { role: "root", endsOn: "2099-01-01" });
    expect(refused).toMatchObject({
      code: "invalid",
      fields: { endsOn: expect.stringContaining("without a last day") },
    });
    expect(await rolesNow("root")).toEqual(["root"]);
  });
});
