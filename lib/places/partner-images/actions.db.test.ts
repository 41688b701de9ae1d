import { sql } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { deletePartnerAction, hidePartnerAction } from "@/lib/places/partners/actions";
import { getPartner } from "@/lib/places/partners/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit, type Fields, meanwhile, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { removePartnerImageAction, setPartnerImageAction } from "./actions";
import { sweepImagesJob } from "./jobs/sweep-images";
import { findServedImage, getPartnerImageForm } from "./queries";

beforeEach(async () => {
  await meanwhile("delete from partner_deletions");
  await loadForTest(editingWorld, { reset: true });
});

async function picture(colour = "#336699"): Promise<Blob> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: "image/png" });
}

async function upload(who: string, partnerId: string, fields: Fields) {
  const { version = 1 } = (await partnerNow(partnerId)) ?? {};
  return act(who, setPartnerImageAction, { partnerId, version, ...fields });
}

async function imageOf(partnerId: string) {
  return (await getPartner(await actorOf("root"), partnerId))?.image ?? null;
}

async function imageCount(): Promise<number> {
  const [row] = await readTransaction((tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from images`));
  return row?.n ?? -1;
}

const saved = { to: "/places/partners/garden?notice=partner-saved", refused: null };

describe("a partner's picture", () => {
  test.each(["root", "area", "city", "pa", "own"])(
    "is given, put into other words and taken away by %s",
    async (who) => {
      const { id = "", version = 0 } = (await partnerNow("garden")) ?? {};
      expect(await upload(who, "garden", { image: await picture(), alt: "Raised beds" })).toEqual(saved);
      const first = await imageOf("garden");
      expect(first).toMatchObject({ alt: "Raised beds", width: 40, height: 30 });
      expect(await upload(who, "garden", { image: new Blob([]), alt: "Raised beds in May" })).toEqual(saved);
      expect(await imageOf("garden")).toEqual({ ...first, alt: "Raised beds in May" });
      expect((await partnerNow("garden"))?.version).toBe(version + 2);
      const removal = { partnerId: "garden", version: version + 2 };
      expect(await act(who, removePartnerImageAction, removal)).toEqual(saved);
      expect(await imageOf("garden")).toBeNull();
      expect((await tracesOf(id)).map(({ action, before, after }) => [action, before, after])).toEqual([
        ["partner.update", { picture: null }, { picture: "Raised beds" }],
        ["partner.update", { picture: "Raised beds" }, { picture: "Raised beds in May" }],
        ["partner.update", { picture: "Raised beds in May" }, { picture: null }],
      ]);
    },
  );

  test.each(["youth", "far", "plain"])("is not %s's to change: to them there is no such partner", async (who) => {
    await upload("own", "garden", { image: await picture(), alt: "Raised beds" });
    const before = await imageOf("garden");
    const { version = 0 } = (await partnerNow("garden")) ?? {};
    expect((await upload(who, "garden", { image: await picture("#000"), alt: "Mine" })).refused?.code).toBe(
      "not_found",
    );
    const removal = await act(who, removePartnerImageAction, { partnerId: "garden", version });
    expect(removal.refused?.code).toBe("not_found");
    expect(await imageOf("garden")).toEqual(before);
    expect(await getPartnerImageForm(await actorOf(who), "garden")).toBeNull();
  });

  it("that is refused leaves the one before, and what was typed comes back", async () => {
    await upload("own", "garden", { image: await picture(), alt: "Raised beds" });
    const before = await imageOf("garden");
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: "image/png" });
    const { refused } = await upload("own", "garden", { image: svg, alt: "A new drawing" });
    expect(refused).toMatchObject({
      code: "invalid",
      fields: { image: expect.stringMatching(/^Choose a picture/) },
      values: { alt: "A new drawing" },
    });
    expect(await imageOf("garden")).toEqual(before);
  });

  test.each<[string, Fields, string]>([
    ["without a file where there is none yet", { alt: "Nothing" }, "image"],
    ["without words", { alt: "  " }, "alt"],
    ["with words that never end", { alt: "x".repeat(201) }, "alt"],
  ])("is refused %s", async (_, fields, field) => {
    const { refused } = await upload("own", "garden", fields);
    expect(Object.keys(refused?.fields ?? {})).toEqual([field]);
    expect(await imageOf("garden")).toBeNull();
  });

  it("that somebody else changed meanwhile is a conflict, as is an edit that did not see the picture", async () => {
    const { version = 0 } = (await partnerNow("garden")) ?? {};
    await upload("area", "garden", { image: await picture(), alt: "Theirs" });
    const late = await act("own", setPartnerImageAction, {
      partnerId: "garden",
      version,
      image: await picture(),
      alt: "Mine",
    });
    expect(late.refused).toMatchObject({ code: "conflict", stale: { version: version + 1 } });
    expect((await edit("own", "garden", { summary: "Late." }, version)).refused?.code).toBe("conflict");
    expect(await imageOf("garden")).toMatchObject({ alt: "Theirs" });
  });

  it("is one, also when two people send theirs at once", async () => {
    const { version = 0 } = (await partnerNow("garden")) ?? {};
    const done = await Promise.all(
      ["own", "area"].map(async (who) =>
        act(who, setPartnerImageAction, { partnerId: "garden", version, image: await picture(), alt: `Of ${who}` }),
      ),
    );
    expect(done.map(({ refused }) => refused?.code ?? "done").toSorted()).toEqual(["conflict", "done"]);
    expect((await partnerNow("garden"))?.version).toBe(version + 1);
  });
});

describe("serving a picture", () => {
  it("is for everybody while a published site shows its partner, otherwise for those who see the partner", async () => {
    await upload("own", "garden", { image: await picture(), alt: "Raised beds" });
    const { id = "" } = (await imageOf("garden")) ?? {};
    const served = async (who: string | null) =>
      (await findServedImage(who === null ? null : await actorOf(who), id)) !== null;
    const insiders = async () => {
      for (const who of ["root", "area", "city", "pa", "own", "co"]) expect(await served(who), who).toBe(true);
      for (const who of [null, "plain", "far", "youth"]) expect(await served(who), String(who)).toBe(false);
    };
    const site = { id: "here", slug: "here", name: "Here", neighbourhoods: ["hulme"] };
    const withSite = (changes: object) => loadForTest({ ...editingWorld, sites: [{ ...site, ...changes }] });
    await insiders();
    await withSite({ published: false });
    await insiders();
    await withSite({ published: true, neighbourhoods: ["ardwick"] });
    await insiders();
    await withSite({ published: true });
    for (const who of [null, "plain", "far", "own"]) expect(await served(who), String(who)).toBe(true);
    await act("area", hidePartnerAction, { partnerId: "garden", reason: "Closed." });
    await insiders();
    expect(await countStatements(() => served(null))).toBe(1);
  });

  test.each(["made-up", "00000000-0000-7000-8000-000000000000", "\u0000"])("is nothing for %j", async (id) => {
    expect(await findServedImage(await actorOf("root"), id)).toBeNull();
  });
});

describe("the sweep", () => {
  it("takes away what was replaced, and leaves what a partner shows or could show again", async () => {
    await meanwhile("delete from partner_images");
    await sweepImagesJob.run({});
    expect(await imageCount()).toBe(0);
    await upload("own", "garden", { image: await picture(), alt: "Old" });
    await upload("own", "garden", { image: await picture("#fff"), alt: "New" });
    await upload("root", "quay", { image: await picture(), alt: "The quay" });
    expect(await imageCount()).toBe(3);
    const { version = 0 } = (await partnerNow("quay")) ?? {};
    await act("root", deletePartnerAction, { partnerId: "quay", version });
    await sweepImagesJob.run({});
    await sweepImagesJob.run({});
    expect(await imageCount()).toBe(2);
    expect(await imageOf("garden")).toMatchObject({ alt: "New" });
    await meanwhile("delete from partner_deletions");
    await sweepImagesJob.run({});
    expect(await imageCount()).toBe(1);
  });
});
