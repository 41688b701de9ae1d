import { beforeEach, describe, expect, it, test } from "vitest";
import { addPartnerAdminAction } from "@/lib/people/partner-admins/actions";
import { getPartnerForEdit } from "@/lib/places/partner-form/queries";
import { LOADED_FIELD } from "@/lib/platform/action/constants";
import { holdClock } from "@/lib/platform/clock";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit, meanwhile, partnerNow } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";
import { hidePartnerAction } from "./actions";

beforeEach(() => loadForTest(editingWorld, { reset: true }));

const late = { name: "Juniper Yard", removeNeighbourhoods: ["moss-side"] };

async function formFor(who: string, partnerId: string) {
  return (await getPartnerForEdit(await actorOf(who), partnerId))?.form ?? null;
}

describe("an edit of a partner that somebody has changed meanwhile", () => {
  it("is a conflict that says who it was and how each field stands now, and saves nothing", async () => {
    await edit("own", "garden", { summary: "Raised beds.", addNeighbourhoods: ["ardwick"] });
    const before = await partnerNow("garden");
    const { refused } = await edit("area", "garden", late, 1);
    expect(refused).toMatchObject({
      code: "conflict",
      message: "Person own changed this partner in the meantime. Look at it again before you save.",
      values: { name: "Juniper Yard" },
      stale: {
        version: 2,
        by: "Person own",
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        values: {
          name: "Juniper Garden",
          summary: "Raised beds.",
          addressPlace: "hulme",
          openingHours: "Monday 09:00–12:30",
        },
      },
    });
    expect(await partnerNow("garden")).toEqual(before);
  });

  it("names nobody whom the actor may not see", async () => {
    await edit("city", "garden", { summary: "Raised beds." });
    const { refused } = await edit("own", "garden", late, 1);
    expect(refused).toMatchObject({ stale: { by: null }, message: expect.stringMatching(/^Somebody changed this/) });
    expect(JSON.stringify(refused)).not.toContain("Person city");
  });

  it("names whoever changed it, not whoever did something to it that is no change", async () => {
    await edit("own", "garden", { summary: "Raised beds." });
    const added = await act("area", addPartnerAdminAction, { partnerId: "garden", email: "plain@people.example" });
    expect(added.refused).toBeNull();
    expect((await edit("area", "garden", late, 1)).refused).toMatchObject({ stale: { by: "Person own" } });
  });

  it("tells places by name, also those that were posted, and what no field of the form holds", async () => {
    await edit("city", "garden", { addressPlace: "ardwick", addNeighbourhoods: ["hulme"], addTags: ["arts"] });
    await act("city", hidePartnerAction, { partnerId: "garden", reason: "Closed." });
    const posted = { ...late, addressPlace: "ordsall", [LOADED_FIELD]: "as it was" };
    const { refused } = await edit("root", "garden", posted, 1);
    expect(refused?.stale).toMatchObject({
      words: { ardwick: "Ardwick", ordsall: "Ordsall", "moss-side": "Moss Side" },
      facts: {
        "Service areas": "Hulme, Moss Side",
        Tags: expect.stringContaining("Arts"),
        "On the public pages": "hidden",
      },
    });
    expect(refused?.loaded).toBe("as it was");
    expect(refused?.values).not.toHaveProperty(LOADED_FIELD);
  });

  it.each(["root", "youth"])(
    "tells %s the same of a partner as their form did, and no tag that is not theirs",
    async (who) => {
      const form = await formFor(who, "bridge");
      await meanwhile("update partners set accessibility = 'Loaded anew' where external_id = 'bridge'");
      const { refused } = await edit(who, "bridge", { name: "Larch Bridges" }, 1);
      expect(refused?.stale?.facts).toEqual(form?.loaded.facts);
      expect(form?.loaded.facts.Tags).toBe(who === "root" ? "Age Friendly, Youth Voice" : "Youth Voice");
    },
  );

  it("names nobody for a change that no person made, though somebody has changed it before", async () => {
    holdClock(new Date(Date.now() - 3_600_000));
    await edit("own", "garden", { summary: "Raised beds." });
    holdClock(null);
    await meanwhile("update partners set accessibility = 'Loaded anew' where external_id = 'garden'");
    expect((await edit("area", "garden", late, 1)).refused).toMatchObject({ code: "conflict", stale: { by: null } });
  });

  it.each([
    [
      "a service area",
      "delete from partner_service_areas where partner_id = (select id from partners where external_id = 'bridge')",
    ],
    ["a tag", "delete from partner_tags where partner_id = (select id from partners where external_id = 'bridge')"],
    [
      "the address",
      "update partner_addresses set line2 = 'Upstairs' where partner_id = (select id from partners where external_id = 'bridge')",
    ],
  ])("is a conflict whatever it was that changed: %s", async (_, change) => {
    await meanwhile(change);
    expect((await edit("root", "bridge", { name: "Larch Bridges" }, 1)).refused?.code).toBe("conflict");
  });

  it("is a conflict as well where it was hidden meanwhile", async () => {
    await act("area", hidePartnerAction, { partnerId: "garden", reason: "Closed." });
    expect((await edit("own", "garden", late, 1)).refused?.code).toBe("conflict");
  });

  it("is saved once the new version is named", async () => {
    await edit("own", "garden", { summary: "Raised beds." });
    const { refused } = await edit("area", "garden", late, 1);
    expect((await edit("area", "garden", late, refused?.stale?.version)).refused).toBeNull();
    expect(await partnerNow("garden")).toMatchObject({ name: "Juniper Yard", summary: "Raised beds.", areas: [] });
  });

  it("is out of sight for whoever was left without it meanwhile", async () => {
    await edit("root", "garden", { removeTags: ["age"] });
    expect((await edit("pa", "garden", late, 1)).refused?.code).toBe("not_found");
  });

  it.each(["", "0", "-1", "1.5", "x", "99999999999999999999"])("without a version (%j) is refused", async (version) => {
    const before = await partnerNow("garden");
    const { refused } = await edit("area", "garden", { ...late, version });
    expect(["invalid", "conflict"]).toContain(refused?.code);
    expect(await partnerNow("garden")).toEqual(before);
  });
});

describe("at once", () => {
  test("two edits of one version are saved once, and nothing is half applied", async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const version = (await partnerNow("garden"))?.version ?? 0;
      const names = ["own", "area"].map((who) => `Juniper ${who} ${attempt}`);
      const done = await Promise.all([
        edit("own", "garden", { name: names[0] ?? "", addTags: ["arts"] }, version),
        edit("area", "garden", { name: names[1] ?? "", removeTags: ["arts"] }, version),
      ]);
      expect(done.map(({ refused }) => refused?.code ?? "done").toSorted()).toEqual(["conflict", "done"]);
      const now = await partnerNow("garden");
      const first = done[0]?.refused === null;
      expect(now).toMatchObject({ version: version + 1, name: first ? names[0] : names[1] });
      expect(now?.tags.includes("arts")).toBe(first);
      await edit("root", "garden", { removeTags: ["arts"] });
    }
  });

  test("two people never take the last two places between them", async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await loadForTest(editingWorld, { reset: true });
      const done = await Promise.all([
        edit("own", "garden", { clearAddress: "on" }, 1),
        edit("area", "garden", { removeNeighbourhoods: ["moss-side"] }, 1),
      ]);
      expect(done.map(({ refused }) => refused?.code ?? "done").toSorted()).toEqual(["conflict", "done"]);
      const now = await partnerNow("garden");
      expect((now?.areas.length ?? 0) + (now?.address === null ? 0 : 1)).toBe(1);
    }
  });

  test.each([
    ["name", ["The same name", "the SAME name"]],
    ["slug", ["same", "same"]],
  ])(
    "two partners never get one %s between them, and the second is told on the field",
    async (field, [one = "", two = ""]) => {
      const done = await Promise.all([
        edit("root", "garden", { [field]: one }, 1),
        edit("root", "kitchen", { [field]: two }, 1),
      ]);
      expect(done.flatMap(({ refused }) => refused ?? [])).toMatchObject([
        { code: "invalid", fields: { [field]: expect.stringContaining("already") } },
      ]);
    },
  );
});
