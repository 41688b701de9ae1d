import "server-only";
import { dashboards } from "../catalogue";
import { always, and, grant, present } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import type { NoFacts } from "../facts/attributes";

/** The part of `view_dashboard` that asks about one dashboard by name. */
export function dashboardPart(name: string): string {
  return `view_dashboard.${name}`;
}

const { allow } = rulesFor<NoFacts>("system");

/** Who may do what to the portal as a whole: everybody signed in may enter, each role has its dashboard, the rest is root's. Source: places.md sections 2 and 3, the portal's list of dashboards. */
export const systemPolicy: Policy = {
  type: "system",
  rules: [
    allow("enter", { actions: ["view"], to: "everyone", when: always, because: "Every account may enter the portal." }),
    allow("root", {
      actions: [
        "view",
        "view_history",
        "view_access",
        "export",
        "view_dashboard",
        ...dashboards.map(dashboardPart),
        "view_audit",
        "view_jobs",
        "view_mail",
        "view_data_quality",
        "manage_api_keys",
        "impersonate",
        "import_world",
        "assign_role",
        "remove_role",
        "invite",
      ],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("dashboard.neighbourhood", {
      actions: ["view_dashboard", dashboardPart("neighbourhood")],
      to: "neighbourhood_admin",
      when: present(grant.area),
      because: "You look after {area}.",
    }),
    allow("dashboard.partnership", {
      actions: ["view_dashboard", dashboardPart("partnership")],
      to: "partnership_admin",
      when: and(present(grant.area), present(grant.partnerships)),
      because: "You look after {area} for {partnerships}.",
    }),
    allow("dashboard.partner", {
      actions: ["view_dashboard", dashboardPart("partner")],
      to: "partner_admin",
      when: always,
      because: "You administer {partner}.",
    }),
  ],
};
