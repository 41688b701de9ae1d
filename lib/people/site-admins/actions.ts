"use server";
import { revalidatePath } from "next/cache";
import { tellOfGrant } from "@/lib/people/grant-mails/mutations";
import { auditOfGiving, auditOfGrant, endGrant, type GrantTerms, giveGrant } from "@/lib/people/grants/mutations";
import { LOOK_UP_LIMIT } from "@/lib/people/partner-admins/constants";
import { defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { Refusal } from "@/lib/platform/errors";
import { type SiteAdminNotice, sitePeoplePath } from "./constants";
import { decideAdding, type LockedSite, lockForAdding, lockForRemoving } from "./queries";
import { addSiteAdminSchema, endSiteAdminSchema } from "./schemas";

/**
 * Makes the holder of an existing account an admin of a site, by e-mail address, and tells them by mail. How often one
 * person may look addresses up is limited, together with those of partners. Source: domains/places.md sections 2 and 5.
 */
export const addSiteAdminAction = defineAction({
  name: "role.grant",
  input: addSiteAdminSchema,
  limit: LOOK_UP_LIMIT,
  load: ({ tx, actor, input }) => lockForAdding(tx, actor, input),
  authorize: ({ tx, actor, row }) => decideAdding(tx, actor, row),
  confirms: ({ row }) => ({ type: "site", id: row.site.id, version: row.version }),
  run: async ({ tx, actor, row: { site, person } }) => {
    if (person === null) throw new Error("A role was about to be given to nobody.");
    const terms = termsOn(site, null);
    const given = await giveGrant(tx, { ...terms, userId: person.id, grantedBy: actor.userId });
    if (given.kind !== "given") {
      throw new Refusal("invalid", { fields: { email: `${person.name} is an admin of this site already.` } });
    }
    await tellOfGrant(tx, actor, person, terms);
    return {
      data: leadTo(site, "site-admin-added"),
      audit: auditOfGiving({ userId: person.id, name: person.name }, given),
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

/** Takes an admin off a site, which root alone may do. Source: domains/places.md section 3. */
export const endSiteAdminAction = defineAction({
  name: "role.end",
  input: endSiteAdminSchema,
  load: ({ tx, actor, input }) => lockForRemoving(tx, actor, input),
  authorize: ({ tx, actor, row: { site, person } }) =>
    decide(tx, {
      actor,
      action: "remove_role",
      resource: { type: "site", id: site.id },
      properties: { user: person.email, role: "site_admin" },
    }),
  confirms: ({ row }) => ({ type: "site", id: row.site.id, version: row.version }),
  run: async ({ tx, actor, row: { site, person, grantId, endsOn } }) => {
    if (!(await endGrant(tx, grantId, actor.userId))) throw new Refusal("conflict");
    const ended = { before: termsOn(site, endsOn), after: null };
    return {
      data: leadTo(site, "site-admin-removed"),
      audit: auditOfGrant("role.end", { userId: person.id, name: person.name }, ended),
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => `${data.path}?notice=${data.notice}`,
});

function leadTo(site: LockedSite, notice: SiteAdminNotice) {
  return { path: sitePeoplePath(site), notice };
}

function termsOn({ id, name }: LockedSite, endsOn: string | null): GrantTerms {
  return { role: "site_admin", places: [], partnerships: [], partner: null, site: { id, name }, endsOn };
}

function showAnew(): void {
  revalidatePath("/", "layout");
}
