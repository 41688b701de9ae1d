import "server-only";
import { always, and, grant, isIn, present } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import { type TagFacts, tag } from "../facts/attributes";

const seeing = ["view", "view_history", "view_access", "export"];

const openKind = isIn(tag.kind, ["category", "facility"]);
const completeGrant = and(present(grant.area), present(grant.partnerships));

const { allow } = rulesFor<TagFacts>("tag");

/** Who may do what to tag records: categories and facilities are open to every admin, partnerships to those who hold them. Source: places.md section 3. */
export const tagPolicy: Policy = {
  type: "tag",
  rules: [
    allow("root", {
      actions: [...seeing, "create", "update", "delete"],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("neighbourhood-admin", {
      actions: seeing,
      to: "neighbourhood_admin",
      when: and(present(grant.area), openKind),
      because: "You look after {area}, and every admin sees categories and facilities.",
    }),
    allow("partnership-admin", {
      actions: seeing,
      to: "partnership_admin",
      when: and(completeGrant, openKind),
      because: "You look after {area} for {partnerships}, and every admin sees categories and facilities.",
    }),
    allow("partnership-admin.own", {
      actions: seeing,
      to: "partnership_admin",
      when: and(present(grant.area), isIn(tag.number, grant.partnerships)),
      because: "You look after {area} for {partnerships}.",
    }),
    allow("partner-admin", {
      actions: seeing,
      to: "partner_admin",
      when: openKind,
      because: "You administer {partner}, and every admin sees categories and facilities.",
    }),
  ],
};
