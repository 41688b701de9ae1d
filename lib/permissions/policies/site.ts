import "server-only";
import { always, grant, isIn } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import { type SiteFacts, site } from "../facts/attributes";

/** The parts of an edit beside `update` itself: what a site admin may change, and what is root's. Source: places.md section 3. */
export const siteParts = {
  field: "update.field",
  address: "update.address",
  neighbourhood: "update.neighbourhood",
  partnership: "update.partnership",
} as const;

const seeing = ["view", "view_history", "view_access", "export"];
const running = ["update", siteParts.field, "publish", "unpublish"];

const { allow } = rulesFor<SiteFacts>("site");

/** Who may do what to sites: their admins what is shown there, root also where they lie, what they show and who looks after them. Source: places.md section 3. */
export const sitePolicy: Policy = {
  type: "site",
  rules: [
    allow("root", {
      actions: [
        ...seeing,
        ...running,
        siteParts.address,
        siteParts.neighbourhood,
        siteParts.partnership,
        "create",
        "delete",
        "assign_role",
        "remove_role",
        "invite",
      ],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("site-admin", {
      actions: [...seeing, ...running],
      to: "site_admin",
      when: isIn(site.id, grant.site),
      because: "You look after the site {site}.",
    }),
  ],
};
