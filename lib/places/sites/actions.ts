"use server";
import { revalidatePath, updateTag } from "next/cache";
import { type ActionAudit, type ActionDecision, defineAction } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { Refusal } from "@/lib/platform/errors";
import { decideEdit, factsOf, findNamed, lockSite, refuseStale } from "../site-changes/queries";
import {
  changeOf,
  creationOf,
  isChange,
  type SiteChange,
  type SiteFaults,
  traceOf,
  traceOfChange,
} from "../site-changes/schemas";
import {
  deleteSiteSchema,
  type NewSite,
  type SiteValues,
  siteFormSchema,
  siteUpdateSchema,
} from "../site-form/schemas";
import { siteContentTag } from "../site-pages/constants";
import { SITES_PATH, type SiteNotice, sitePath } from "./constants";
import { deleteSite, insertSite, type SiteWrite, updateSite } from "./mutations";

/** Makes a site, which is not published yet. Source: domains/places.md section 3. */
export const createSiteAction = defineAction({
  name: "site.create",
  input: siteFormSchema,
  load: async ({ tx, input }) => creationOf(valuesOf(input), await findNamed(tx, input), input),
  authorize: async ({ tx, actor, input: { slug }, row: { change, faults } }) => {
    const properties = { slug, neighbourhoods: change.addPlaces, tags: change.addTags };
    const resource = { type: "site", id: newId, properties };
    return unlessFaulty(await decide(tx, { actor, action: "create", resource }), faults);
  },
  confirms: () => ({ type: "site", id: newId, version: null }),
  run: async ({ tx, row: { change } }) => {
    const id = await insertSite(tx, writeOf(change));
    const after = traceOf(change.values, change.addedPlaces, change.addedTags);
    return { data: { id, externalId: null }, audit: [{ ...recordOf(id), after }] };
  },
  revalidate: ({ data }) => showAnew(data.id),
  redirectTo: ({ data }) => saying(sitePath(data), "site-created"),
});

/**
 * Changes what differs from the site as it is now. Slug, domain, neighbourhoods and partnerships are root's, which the
 * policy says. Source: domains/places.md sections 3 and 4.
 */
export const updateSiteAction = defineAction({
  name: "site.update",
  input: siteUpdateSchema,
  load: async ({ tx, actor, input }) => {
    const saved = await lockSite(tx, actor, input.siteId);
    if (saved === null) return null;
    return { version: saved.version, saved, ...changeOf(saved, await findNamed(tx, input), input) };
  },
  authorize: async ({ tx, actor, input: { version }, row: { saved, change, faults } }) => {
    await refuseStale({ tx, actor, saved, version }, "update", { values: saved.values, facts: factsOf(saved) });
    return unlessFaulty(await decideEdit(tx, actor, saved, change), faults);
  },
  confirms: ({ row }) => ({ type: "site", id: row.saved.id, version: row.version }),
  run: async ({ tx, row: { saved, change } }) => {
    const { id, externalId } = saved;
    if (!isChange(change)) return { data: { id, externalId }, audit: [] };
    await updateSite(tx, id, writeOf(change));
    return { data: { id, externalId }, audit: [{ ...recordOf(id), ...traceOfChange(saved, change) }] };
  },
  revalidate: ({ data }) => showAnew(data.id),
  redirectTo: ({ data }) => saying(sitePath(data), "site-saved"),
});

/** Deletes a site, takes it off the public pages and ends the roles of its admins. Source: domains/places.md section 3. */
export const deleteSiteAction = defineAction({
  name: "site.delete",
  input: deleteSiteSchema,
  load: ({ tx, actor, input }) => lockSite(tx, actor, input.siteId),
  authorize: async ({ tx, actor, input: { version }, row }) => {
    await refuseStale({ tx, actor, saved: row, version }, "delete", { values: {} });
    return decide(tx, { actor, action: "delete", resource: { type: "site", id: row.id } });
  },
  confirms: ({ row }) => ({ type: "site", id: row.id, version: row.version }),
  run: async ({ tx, row: { id, externalId, values, places, tags, published } }) => {
    const admins = await deleteSite(tx, id);
    const before = { ...traceOf(values, places, tags), externalId, published, admins };
    const ended = admins.map(({ userId, endsOn }): ActionAudit => {
      const held = { role: "site_admin", site: id, siteName: values.name, ...(endsOn === null ? {} : { endsOn }) };
      return { action: "role.end", resourceType: "user", resourceId: userId, before: held };
    });
    return { data: { id }, audit: [{ ...recordOf(id), before }, ...ended] };
  },
  revalidate: ({ data }) => showAnew(data.id),
  redirectTo: () => saying(SITES_PATH, "site-deleted"),
});

function saying(path: string, notice: SiteNotice): string {
  return `${path}?notice=${notice}`;
}

/** The portal's pages, whose navigation and dashboards name sites too, and what the public pages of this one keep. */
function showAnew(siteId: string): void {
  revalidatePath("/", "layout");
  updateTag(siteContentTag(siteId));
}

function recordOf(id: string) {
  return { resourceType: "site", resourceId: id };
}

function valuesOf({ name, slug, placeName, tagline, heroText, description, domain }: NewSite): SiteValues {
  return { name, slug, placeName, tagline, heroText, description, domain };
}

function writeOf(change: SiteChange): SiteWrite {
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  return {
    texts: Object.fromEntries(change.fields.map((field) => [field, change.values[field]] as const)),
    addPlaces: ids(change.addedPlaces),
    removePlaces: ids(change.removedPlaces),
    addTags: ids(change.addedTags),
    removeTags: ids(change.removedTags),
  };
}

/** Rights come first: only whoever may do this at all is told on which field it makes no sense. */
function unlessFaulty<Answer extends Decision>(decision: Answer, faults: SiteFaults): Answer | ActionDecision {
  const { outcome, reasons } = decision;
  const byRight = outcome !== "deny" || reasons.every(({ code }) => code === "invalid");
  if (byRight && Object.keys(faults).length > 0) throw new Refusal("invalid", { fields: { ...faults } });
  return decision;
}
