import { beforeEach, describe, expect, it, test } from "vitest";
import { act, tracesOf } from "@/lib/testing/partner-acts";
import { siteWorld } from "@/lib/testing/site-world";
import { readSiteForTest, siteIdForTest } from "@/lib/testing/sites";
import { loadForTest } from "@/lib/testing/statements";
import { publishSiteAction, unpublishSiteAction } from "./actions";

beforeEach(() => loadForTest(siteWorld, { reset: true }));

async function isPublished(siteId: string): Promise<boolean | undefined> {
  return (await readSiteForTest(siteId))?.published;
}

async function codeOf(who: string, action: typeof publishSiteAction, siteId: string): Promise<string | null> {
  return (await act(who, action, { siteId })).refused?.code ?? null;
}

describe("publishing", () => {
  test.each(["root", "si2"])("is %s's to do and to undo, and both are told in the trail", async (who) => {
    const to = (notice: string) => ({ to: `/places/sites/aged?notice=${notice}`, refused: null });
    expect(await act(who, publishSiteAction, { siteId: "aged" })).toEqual(to("site-published"));
    expect(await isPublished("aged")).toBe(true);
    expect(await act(who, unpublishSiteAction, { siteId: "aged" })).toEqual(to("site-unpublished"));
    expect(await isPublished("aged")).toBe(false);
    const traces = (await tracesOf(await siteIdForTest("aged"))).filter(({ action }) => action.endsWith("publish"));
    expect(traces).toMatchObject([
      {
        action: "site.publish",
        actor: `${who}@people.example`,
        before: { published: false },
        after: { published: true },
      },
      { action: "site.unpublish", before: { published: true }, after: { published: false } },
    ]);
  });

  test.each(["area", "pa", "own", "plain", "si"])("is not %s's, who sees no such site", async (who) => {
    expect(await codeOf(who, publishSiteAction, "aged")).toBe("not_found");
    expect(await isPublished("aged")).toBe(false);
  });

  test.each(["area", "own", "plain", "si2"])("cannot be undone by %s, who sees no such site", async (who) => {
    expect(await codeOf(who, unpublishSiteAction, "around")).toBe("not_found");
    expect(await isPublished("around")).toBe(true);
  });

  test.each(["root", "si2"])(
    "of a page that would be empty is refused with what is missing, for %s too",
    async (who) => {
      const { refused } = await act(who, publishSiteAction, { siteId: "bare" });
      expect([refused?.code, refused?.message]).toEqual(["invalid", expect.stringContaining("no neighbourhood")]);
      expect(await isPublished("bare")).toBe(false);
    },
  );

  it("is refused where no partner is shown, and not for want of words alone", async () => {
    await loadForTest({
      sites: [{ id: "nobody", slug: "nobody", name: "Nobody", neighbourhoods: ["ordsall"], partnerships: ["green"] }],
    });
    const { refused } = await act("root", publishSiteAction, { siteId: "nobody" });
    expect([refused?.code, refused?.message]).toEqual(["invalid", expect.stringContaining("No partner")]);
    // It has a name and nothing else to say.
    expect(await codeOf("root", publishSiteAction, "aged")).toBeNull();
  });

  it("twice is a conflict, and so is taking off what is not there", async () => {
    expect(await codeOf("root", publishSiteAction, "around")).toBe("conflict");
    expect(await codeOf("root", unpublishSiteAction, "aged")).toBe("conflict");
  });
});
