import "server-only";
import { always, and, grant, present } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import type { NoFacts } from "../facts/attributes";

const seeing = ["view", "view_history", "view_access", "export"];

const { allow } = rulesFor<NoFacts>("neighbourhood");

/** Who may do what to neighbourhoods: area admins see all of them, root alone changes them or gives roles over them. Source: places.md sections 2, 3 and 8. */
export const neighbourhoodPolicy: Policy = {
  type: "neighbourhood",
  rules: [
    allow("root", {
      actions: [...seeing, "create", "update", "delete", "assign_role", "remove_role", "invite"],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("neighbourhood-admin", {
      actions: seeing,
      to: "neighbourhood_admin",
      when: present(grant.area),
      because: "You look after {area}, and area admins see every neighbourhood.",
    }),
    allow("partnership-admin", {
      actions: seeing,
      to: "partnership_admin",
      when: and(present(grant.area), present(grant.partnerships)),
      because: "You look after {area} for {partnerships}, and area admins see every neighbourhood.",
    }),
  ],
};
