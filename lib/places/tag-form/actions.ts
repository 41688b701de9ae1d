"use server";
import { updateTag as letGo, revalidatePath } from "next/cache";
import { auditOfGrant } from "@/lib/people/grants/mutations";
import { type ActionAudit, type ActionDecision, defineAction } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import { SITES_CONTENT_TAG } from "@/lib/places/site-pages/constants";
import { lockTag, lockTagNames, readHolders, refuseStale } from "@/lib/places/tag-changes/queries";
import { changeOf, type Result, type SavedTag, takenBy, traceOf } from "@/lib/places/tag-changes/schemas";
import { TAGS_PATH, type TagNotice, tagPath } from "@/lib/places/tags/constants";
import { Refusal } from "@/lib/platform/errors";
import { deleteTag, insertTag, stepSites, updateTag } from "./mutations";
import { type HeldOverTag, lockNarrowedSites, type NarrowedSite, readTagTrace } from "./queries";
import { deleteTagSchema, tagFormSchema, tagUpdateSchema } from "./schemas";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Makes a tag of a kind that it keeps for life. Source: domains/places.md section 3. */
export const createTagAction = defineAction({
  name: "tag.create",
  input: tagFormSchema,
  load: async ({ tx, input }) => {
    await lockTagNames(tx);
    return { holders: await readHolders(tx, input.kind, input.name) };
  },
  authorize: async ({ tx, actor, input: { kind }, row: { holders } }) => {
    const resource = { type: "tag", id: newId, properties: { kind } };
    const result = holders.length === 0 ? { proven: null } : { faults: takenBy(kind) };
    return unlessFaulty(await decide(tx, { actor, action: "create", resource }), result);
  },
  confirms: () => ({ type: "tag", id: newId, version: null }),
  run: async ({ tx, input: { kind, name, description = "" } }) => {
    const id = await insertTag(tx, { kind, name, description: description || null });
    const after = { kind, ...traceOf({ name, description }) };
    return { data: { path: tagPath({ id, externalId: null }) }, audit: [{ ...recordOf(id), after }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "tag-created"),
});

/** Changes the name or the description of a tag; its kind stays. */
export const updateTagAction = defineAction({
  name: "tag.update",
  input: tagUpdateSchema,
  load: async ({ tx, actor, input }) => {
    const saved = await lockTag(tx, actor, input.tagId);
    if (saved === null) return null;
    return { version: saved.version, saved, holders: await readHolders(tx, saved.kind, input.name ?? "") };
  },
  authorize: async ({ tx, actor, input, row: { saved, holders } }) => {
    await refuseStale({ tx, actor, saved, version: input.version }, "update", saved.values);
    const result = changeOf(saved, holders, input);
    const properties = { fields: "proven" in result ? result.proven.fields : [] };
    return unlessFaulty(await decide(tx, { actor, action: "update", resource: resourceOf(saved), properties }), result);
  },
  confirms: ({ row }) => ({ type: "tag", id: row.saved.id, version: row.version }),
  run: async ({ tx, input, row: { saved, holders } }) => {
    const { values, fields } = proven(changeOf(saved, holders, input));
    if (fields.length === 0) return { data: { path: tagPath(saved) }, audit: [] };
    const write = { name: values.name, description: values.description || null };
    await updateTag(tx, saved.id, Object.fromEntries(fields.map((field) => [field, write[field]] as const)));
    const trace = { before: traceOf(saved.values, fields), after: traceOf(values, fields) };
    return { data: { path: tagPath(saved) }, audit: [{ ...recordOf(saved.id), ...trace }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "tag-saved"),
});

/**
 * Deletes a tag in the version that was looked at. It goes from every partner, from the roles held over it and from the
 * sites that it narrows, which the trail keeps. Refused while a published site is narrowed by it alone: that one would show
 * every partner in its area at once.
 */
export const deleteTagAction = defineAction({
  name: "tag.delete",
  input: deleteTagSchema,
  load: async ({ tx, actor, input }) => {
    const tag = await lockTag(tx, actor, input.tagId);
    return tag && { ...tag, sites: await lockNarrowedSites(tx, tag.id) };
  },
  authorize: async ({ tx, actor, input: { version }, row }) => {
    await refuseStale({ tx, actor, saved: row, version }, "delete", {});
    const decision = await decide(tx, { actor, action: "delete", resource: resourceOf(row) });
    if (decision.outcome !== "deny") refuseWidening(row.sites);
    return decision;
  },
  confirms: ({ row }) => ({ type: "tag", id: row.id, version: row.version }),
  run: async ({ tx, row }) => {
    const { partners, grants } = await readTagTrace(tx, row.id);
    const sites = row.sites.map(({ id, name }) => ({ id, name }));
    await deleteTag(tx, row.id);
    await stepSites(
      tx,
      sites.map(({ id }) => id),
    );
    const before = {
      kind: row.kind,
      ...traceOf(row.values),
      externalId: row.externalId,
      ...(partners.length === 0 ? {} : { partners }),
      ...(sites.length === 0 ? {} : { sites }),
    };
    const audit = [
      { ...recordOf(row.id), before },
      ...row.sites.map((site) => auditOfSite(site, row.id)),
      ...grants.flatMap((grant) => auditOfLoss(grant, row.id)),
    ];
    return { data: null, audit };
  },
  revalidate: showAnew,
  redirectTo: () => saying(TAGS_PATH, "tag-deleted"),
});

/** What a role's holder reads in their own trail: the role as it was, and without the partnership. */
function auditOfLoss({ userId, name, ...held }: HeldOverTag, tagId: string): ActionAudit[] {
  const before = { role: "partnership_admin" as const, partner: null, site: null, ...held };
  const after = { ...before, partnerships: held.partnerships.filter(({ id }) => id !== tagId) };
  return auditOfGrant("role.change", { userId, name }, { before, after });
}

/** What the history of a site says that is narrowed by one tag fewer: all its partnerships, as an edit leaves them. */
function auditOfSite({ id, partnerships }: NarrowedSite, tagId: string): ActionAudit {
  const after = { partnerships: partnerships.filter((tag) => tag.id !== tagId) };
  return { action: "site.update", resourceType: "site", resourceId: id, before: { partnerships }, after };
}

/** @throws Refusal where a published site among those that the tag narrows has no other one. */
function refuseWidening(sites: readonly NarrowedSite[]): void {
  const widened = sites.filter(({ published, partnerships }) => published && partnerships.length === 1);
  if (widened.length === 0) return;
  const one = widened.length === 1;
  const message = `${conjunction.format(widened.map(({ name }) => name))} ${one ? "is published and shows" : "are published and show"} the partners of this partnership alone. Give ${one ? "the site" : "each"} another partnership or take it off the public pages first.`;
  throw new Refusal("invalid", { message });
}

function saying(path: string, notice: TagNotice): string {
  return `${path}?notice=${notice}`;
}

/** The whole wing and the public pages: partners, people and sites show the names of tags. */
function showAnew(): void {
  revalidatePath("/places", "layout");
  letGo(SITES_CONTENT_TAG);
}

function recordOf(id: string) {
  return { resourceType: "tag", resourceId: id };
}

function resourceOf({ id }: SavedTag) {
  return { type: "tag", id };
}

/** Rights come first: only whoever may do this at all is told on which field it makes no sense. */
function unlessFaulty(decision: Decision, result: Result<unknown>): ActionDecision {
  const { outcome, reasons } = decision;
  const byRight = outcome !== "deny" || reasons.every(({ code }) => code === "invalid");
  if (byRight && "faults" in result) throw new Refusal("invalid", { fields: result.faults });
  return decision;
}

function proven<Proven>(result: Result<Proven>): Proven {
  if ("faults" in result) throw new Refusal("invalid", { fields: result.faults });
  return result.proven;
}
