"use server";
import { revalidatePath, updateTag } from "next/cache";
import type { Transaction } from "@/db/client";
import { defineAction } from "@/lib/permissions/action";
import { type Decision, decide } from "@/lib/permissions/decide";
import { Refusal } from "@/lib/platform/errors";
import { lockSite } from "../site-changes/queries";
import type { SavedSite } from "../site-changes/schemas";
import { countShown } from "../site-content/queries";
import { siteContentTag } from "../site-pages/constants";
import { type SiteNotice, sitePath } from "../sites/constants";
import { publishSite, unpublishSite } from "./mutations";
import { checklistOf, emptinessOf, publishSiteSchema } from "./schemas";

/** Puts a site before the public, unless its page would be empty. Source: domains/places.md section 3. */
export const publishSiteAction = defineAction({
  name: "site.publish",
  input: publishSiteSchema,
  load: ({ tx, actor, input }) => lockSite(tx, actor, input.siteId),
  authorize: async ({ tx, actor, row }) => {
    const decision = await decide(tx, { actor, action: "publish", resource: { type: "site", id: row.id } });
    return unlessEmpty(tx, row, decision);
  },
  confirms: ({ row }) => ({ type: "site", id: row.id, version: row.version }),
  run: async ({ tx, actor, row: { id, externalId } }) => {
    const done = await publishSite(tx, { siteId: id, publishedBy: actor.userId });
    if (!done) throw new Refusal("conflict", { message: "This site is published already." });
    return { data: { id, externalId }, audit: [traceOf(id, true)] };
  },
  revalidate: ({ data }) => showAnew(data.id),
  redirectTo: ({ data }) => saying(sitePath(data), "site-published"),
});

/** Takes a site off the public pages at once. */
export const unpublishSiteAction = defineAction({
  name: "site.unpublish",
  input: publishSiteSchema,
  load: ({ tx, actor, input }) => lockSite(tx, actor, input.siteId),
  authorize: ({ tx, actor, row }) => decide(tx, { actor, action: "unpublish", resource: { type: "site", id: row.id } }),
  confirms: ({ row }) => ({ type: "site", id: row.id, version: row.version }),
  run: async ({ tx, actor, row: { id, externalId } }) => {
    const done = await unpublishSite(tx, { siteId: id, unpublishedBy: actor.userId });
    if (!done) throw new Refusal("conflict", { message: "This site is not published." });
    return { data: { id, externalId }, audit: [traceOf(id, false)] };
  },
  revalidate: ({ data }) => showAnew(data.id),
  redirectTo: ({ data }) => saying(sitePath(data), "site-unpublished"),
});

/** Rights come first: only whoever may publish it is told what is missing. */
async function unlessEmpty(tx: Transaction, site: SavedSite, decision: Decision): Promise<Decision> {
  if (decision.outcome === "deny") return decision;
  const { partners } = await countShown(tx, site.id);
  const missing = emptinessOf(checklistOf({ values: site.values, neighbourhoods: site.places.length, partners }));
  if (missing !== null) throw new Refusal("invalid", { message: missing });
  return decision;
}

function saying(path: string, notice: SiteNotice): string {
  return `${path}?notice=${notice}`;
}

function showAnew(siteId: string): void {
  revalidatePath("/", "layout");
  updateTag(siteContentTag(siteId));
}

function traceOf(id: string, published: boolean) {
  return { resourceType: "site", resourceId: id, before: { published: !published }, after: { published } };
}
