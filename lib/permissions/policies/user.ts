import "server-only";
import { actor, allowed, always, everyVia, isIn, via } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import { type UserFacts, user } from "../facts/attributes";
import { covered } from "./partner";

/** The part of an edit that changes a person's own particulars: name, e-mail address, phone. */
export const userParts = { profile: "update.profile" } as const;

const seeing = ["view", "view_history", "view_access", "export"];

const { allow } = rulesFor<UserFacts>("user");

/** Every partner named for the new person is one that this actor may invite people to. */
const everyPartnerInScope = everyVia(user.administers, allowed("partner", "invite"));

/** Who may do what to people. Area admins and co-admins reach them through partners, and only their partner links. Source: places.md sections 3, 5 and 8. */
export const userPolicy: Policy = {
  type: "user",
  rules: [
    allow("root", {
      actions: [
        ...seeing,
        "create",
        "update",
        userParts.profile,
        "deactivate",
        "reactivate",
        "delete",
        "view_sessions",
        "end_sessions",
      ],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("self", {
      actions: [...seeing, "update", userParts.profile, "view_sessions", "end_sessions"],
      to: "everyone",
      when: isIn(user.id, actor.id),
      because: "This is your own account.",
    }),
    allow("neighbourhood-admin", {
      actions: [...seeing, "update"],
      to: "neighbourhood_admin",
      when: via(user.administers, covered.byNeighbourhoodAdmin),
      because: "This person administers a partner in {area}, which you look after.",
    }),
    allow("partnership-admin", {
      actions: [...seeing, "update"],
      to: "partnership_admin",
      when: via(user.administers, covered.byPartnershipAdmin),
      because: "This person administers a partner of {partnerships} in {area}, which you look after.",
    }),
    allow("co-admin", {
      actions: [...seeing, "update"],
      to: "partner_admin",
      when: via(user.administers, covered.byPartnerAdmin),
      because: "This person administers {partner} with you.",
    }),
    allow("neighbourhood-admin.create", {
      actions: ["create"],
      to: "neighbourhood_admin",
      when: everyPartnerInScope,
      because: "Every partner named is one that you look after.",
    }),
    allow("partnership-admin.create", {
      actions: ["create"],
      to: "partnership_admin",
      when: everyPartnerInScope,
      because: "Every partner named is one that you look after.",
    }),
  ],
};
